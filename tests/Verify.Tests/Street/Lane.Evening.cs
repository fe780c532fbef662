using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Keys;
using NodaTime;

namespace Faubourg.Verify.Tests.Street;

internal sealed partial class Lane
{
    private static readonly Role[] AnyRole = [Role.Facilitator, Role.NoteKeeper, Role.Timekeeper, Role.Spokesperson, Role.KeyBearer];

    private int number;

    private Council Council => Quarter.Councils[number];

    private Room Room => Council.Room!;

    /// <summary>Who bore a key in the last council that drew bearers, by number of the key in <c>recovery.set</c>.</summary>
    public static Words12 BearerWords(string who) => Words12.Of(LogKeys.Seed($"bearer {who}").AsSpan(0, Words12.SecretBytes));

    /// <summary>A whole council: announced, opened, drawn, heard, decided, tasks, a gain, a song, dissolved.</summary>
    /// <param name="method">How it decides.</param>
    /// <param name="days">How long before the start it is announced.</param>
    /// <param name="seats">3 to 8.</param>
    /// <param name="objects">Somebody objects first, and is heard.</param>
    public int Evening(Method method = Method.Consent, int days = 4, int seats = 7, bool objects = false)
    {
        number = Convenes(method, days);
        Opens(seats);
        Draws(seats);
        MovesOn();
        Does(People[0], Proposal("We mend the bench on Saturday."));
        Does(People[1], Proposal("We ask the city."));
        Counts(seats);
        MovesOn();
        if (method == Method.Consent) Consents(objects, seats);
        else Votes(method, seats);
        MovesOn();
        Works();
        MovesOn();
        Does(People[0], new ClaimGain(number, new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, Text.Of("bench"), Text.Of("A bench to sit on"))));
        MovesOn();
        Does(People[1], new ChooseRitual(number, Ritual.OneWord, Text.Of("plank, soup, home")));
        foreach (var who in People[..seats]) Does(who, new CheckIn(number, 4));
        MovesOn();
        return number;
    }

    /// <summary>Nobody comes, or time ends it: with what was there.</summary>
    public int EndedByTime()
    {
        number = Convenes(Method.Consent, 1);
        Opens(5);
        Draws(5);
        MovesOn();
        Does(People[0], Proposal("We write to the landlord."));
        Waits(Duration.FromHours(3));
        return number;
    }

    /// <summary>Its minutes are corrected, a word is blacked out, and a name taken back.</summary>
    public void Afterwards(int council)
    {
        Waits(Duration.FromHours(1));
        Does(People[2], new CorrectMinutes(council, Slip(People[2], "minutes"), Text.Of("It was the left bench.")));
        var gain = Quarter.Councils[council].Gain!.What;
        Does(People[2], new BlackOut(council, gain, 1, 1, Slip(People[2], "minutes")));
        Does(People[3], new TakeNameBack(Slip(People[3], "name")));
    }

    public void Corrects(int council, string words)
    {
        Waits(Duration.FromHours(1));
        Does(People[2], new CorrectMinutes(council, Slip(People[2], "minutes"), Text.Of(words)));
    }

    private int Convenes(Method method, int days)
    {
        var starts = Rules.Minute(Now + Duration.FromDays(days));
        Does(People[0], new Convene(new Announcement(
            Text.Of("Who mends the bench?"), Text.Of("under the lime tree"), Text.Of("ring twice"), starts, 60, Attendance.Room, method, true, true, false)));
        var convened = Quarter.Councils.Keys.Last();
        WaitsUntil(starts - Duration.FromMinutes(10));
        return convened;
    }

    private void Opens(int seats)
    {
        Does(People[0], new TakeSeat(number, new Ticket(), Text.Of("Amina"), Slip(People[0], "minutes")));
        Does(People[0], new OpenDoor(number));
        foreach (var who in People[1..seats]) Does(who, new TakeSeat(number, new Ticket(Token: Door.Token(Room, Now)), null, Slip(who, "minutes")));
        WaitsUntil(Council.StartsAt);
        Counts(seats);
    }

    private void Counts(int heads)
    {
        Does(People[0], new TypeHeads(number, heads));
        Does(People[1], new TypeHeads(number, heads));
    }

    private void Draws(int seats)
    {
        foreach (var who in People[..seats])
            Does(who, new SayWilling(number, [.. AnyRole], who == People[1], AnyRole.ToImmutableSortedDictionary(r => r, r => Slip(who, r.ToString())), []));
        Does(People[0], new CloseRoll(number));
        Does(People[0], new TypeDraw(number, Way.Dice, "35142662134531612564", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        Does(People[1], new ConfirmDraw(number, true));
        foreach (var seat in Room.Bearers.Keys)
            Does(Room.Seats[seat].Device!, new GiveBearerKey(number, Convert.ToBase64String(BearerWords($"{Room.Seats[seat].Device} {number}").PublicKey())));
    }

    private void Consents(bool objects, int seats)
    {
        Does(Guide, new PutProposal(number, 1));
        if (objects)
        {
            foreach (var who in People[..(seats - 1)]) Does(who, new SayConsent(number, null));
            Does(People[seats - 1], new SayConsent(number, Text.Of("On Saturday nobody is here.")));
            Does(Guide, new AmendProposal(number, 1, Text.Of("We mend it on Sunday."), Now.InUtc().Date.PlusDays(9), null, false));
            Does(People[seats - 1], new EndConcern(number, 1, End.Integrated));
            Does(Guide, new OpenRound(number));
        }

        foreach (var who in People[..seats]) Does(who, new SayConsent(number, null));
    }

    /// <summary>All on phones; where the way and the room allow it, the last three by hand or on paper.</summary>
    private void Votes(Method method, int seats)
    {
        var apart = seats < 6 ? null : method switch
        {
            Method.Approval => CountBy.Hands,
            Method.Score or Method.Ranked => CountBy.Paper,
            _ => (CountBy?)null,
        };
        Does(Guide, new OpenCounting(number, apart is { } other ? [CountBy.Phones, other] : [CountBy.Phones]));
        foreach (var (i, who) in People[..(apart is null ? seats : seats - 3)].Index()) Does(who, new CastBallot(number, Ballot(method, i)));
        if (apart is { } told) Tells(told, method);
        Waits(Duration.FromMinutes(2));
        Does(Guide, new CloseCounting(number));
        Waits(CloseCounting.Check);
    }

    private static ImmutableArray<int> Ballot(Method method, int i) => method switch
    {
        Method.Resistance => [5, 1 + (i % 3), 7],
        Method.Approval => [0, 1, i % 2],
        Method.Ranked => [3, 1, 2],
        _ => [0, 5, i % 4],
    };

    private void Tells(CountBy by, Method method)
    {
        foreach (var who in new[] { Guide, People[..8].First(p => p != Guide && Room.Devices.ContainsKey(p)) })
            Does(who, by == CountBy.Hands ? new TellHands(number, new HandsTold([1, 2, 0], [], 3))
                : method == Method.Ranked ? new TellPaper(number, new PaperTold(0, [], ["2: B>A=0", "1: A"]))
                : new TellPaper(number, new PaperTold(3, [4, 9, 2], [])));
    }

    private void Works()
    {
        Does(People[2], new AddTask(number, Text.Of("Bring two planks"), Now.InUtc().Date.PlusDays(9), true));
        Does(People[3], new TakeTask(number, 1, Text.Of("David", Slip(People[3], "name")), Slip(People[3], "task")));
    }

    private Propose Proposal(string what) => new(number, Text.Of(what), Now.InUtc().Date.PlusDays(8), Text.Of("two planks"), false, Touches.Nothing, null);

    private string Guide => Room.Seats[Room.Roles[Role.Facilitator]].Device!;

    private void MovesOn()
    {
        Waits(Duration.FromMinutes(2));
        var from = Council.Step;
        Does(Guide, new MoveOn(number, from));
    }

    private string Slip(string who, string purpose) => Hash.Of($"{who}'s slip for {purpose} in {number}");

    /// <summary>Whoever has the task of the last evening shows what became of it.</summary>
    public void Shows(string picture) =>
        Does(People[3], new Domain.Projects.ShowEvidence(Slip(People[3], "task"), Text.Of("Two new planks"), Text.Of(picture)));
}
