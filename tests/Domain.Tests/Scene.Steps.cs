using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;

namespace Faubourg.Domain.Tests;

/// <summary>Named states, each reached by walking the real rules.</summary>
internal sealed partial class Scene
{
    public const string Dice = "35142662134531612564";

    public const string FirstKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /// <summary>It follows from the first key.</summary>
    public const string Origin = "test.example/q/mmg42klgyqzwneiskrelxms3j7";

    public static readonly ImmutableSortedDictionary<Role, ImmutableArray<int>> NoHat = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    public static readonly Role[] AnyRole = [Role.Facilitator, Role.NoteKeeper, Role.Spokesperson];

    public static Text T(string words) => Text.Of(words);

    public static Announcement Bench(
        Instant? at = null, Attendance attendance = Attendance.Room, Method method = Method.Consent, int minutes = 60) =>
        new(T("Who mends the bench?"), T("under the lime tree"), T("ring twice"), at ?? Evening, minutes, attendance, method, true, true, false);

    /// <param name="now">Ten days before the evening, where nothing else is said.</param>
    public static Scene Founded(Instant? now = null)
    {
        var scene = new Scene { Now = now ?? Evening - Duration.FromDays(10) };
        scene.Does(Amina, new Found(Origin, FirstKey, "Europe/Paris", ["fr", "en"], false,
            T("Lilas"), T("between the canal and the hill"), T("to decide for ourselves"), [T("We greet newcomers."), T("We end on time.")]));
        return scene;
    }

    public static Scene Announced(Attendance attendance = Attendance.Room, Method method = Method.Consent, int minutes = 60)
    {
        var scene = Founded();
        scene.Does(Amina, new Convene(Bench(attendance: attendance, method: method, minutes: minutes)));
        return scene;
    }

    /// <summary>Half an hour before the start Amina has opened, and the first of the cast sit with her.</summary>
    public static Scene Gathering(int seats = 5, Attendance attendance = Attendance.Room, Method method = Method.Consent, int minutes = 60)
    {
        var scene = Announced(attendance, method, minutes);
        scene.WaitsUntil(Evening - Duration.FromMinutes(10));
        scene.Opens(seats);
        return scene;
    }

    public static Scene Counted(int seats = 5, int? heads = null, Attendance attendance = Attendance.Room, Method method = Method.Consent)
    {
        var scene = Gathering(seats, attendance, method);
        scene.WaitsUntil(Evening);
        scene.Counts(heads ?? seats);
        return scene;
    }

    /// <summary>A council that begins at this time, an hour after its quarter was founded, with everybody counted then.</summary>
    public static Scene CountedAt(Instant start, int seats = 5)
    {
        var scene = Founded(start - Duration.FromHours(1));
        scene.Does(Amina, new Convene(Bench(start)));
        scene.WaitsUntil(start - Duration.FromMinutes(4));
        scene.Opens(seats);
        scene.WaitsUntil(start);
        scene.Counts(seats);
        return scene;
    }

    /// <summary>All but Amina are willing, Benoît for the first time; dice were thrown; the roles are given.</summary>
    public static Scene Drawn(int seats = 5, Attendance attendance = Attendance.Room, Method method = Method.Consent)
    {
        var scene = Counted(seats, attendance: attendance, method: method);
        scene.Draws(All[..seats]);
        return scene;
    }

    public static Scene Hearing(int seats = 5, Attendance attendance = Attendance.Room, Method method = Method.Consent)
    {
        var scene = Drawn(seats, attendance, method);
        scene.MovesOn();
        return scene;
    }

    /// <summary>Amina's A and Benoît's B stand, and the room was counted again.</summary>
    public static Scene Deciding(int seats = 5, Attendance attendance = Attendance.Room, Method method = Method.Consent, int sits = 0)
    {
        var scene = Hearing(seats, attendance, method);
        for (var n = seats; n < sits; n++) scene.Sits($"phone {n}");
        scene.Does(Amina, Proposal("We mend it on Saturday."));
        scene.Does(Benoit, Proposal("We ask the city."));
        scene.Counts(Math.Max(seats, sits));
        scene.MovesOn();
        return scene;
    }

    public static Scene Decided(int seats = 5)
    {
        var scene = Deciding(seats);
        scene.Puts(1);
        scene.AllConsent();
        return scene;
    }

    public static Scene Tasking(int seats = 5)
    {
        var scene = Decided(seats);
        scene.MovesOn();
        return scene;
    }

    public static Scene Reckoning(int seats = 5)
    {
        var scene = Tasking(seats);
        scene.MovesOn();
        return scene;
    }

    public static Scene Closing(int seats = 5)
    {
        var scene = Reckoning(seats);
        scene.MovesOn();
        return scene;
    }

    public static Scene Over(int seats = 5)
    {
        var scene = Closing(seats);
        scene.MovesOn();
        return scene;
    }

    public static Propose Proposal(string what, Touches touches = Touches.Nothing, int? amendment = null, int council = 1) =>
        new(council, T(what), new LocalDate(2026, 11, 28), T("two planks"), false, touches, amendment);

    public static string SlipOf(string who, string purpose = "minutes") => Hash.Of($"{who}'s slip for {purpose}");

    public string Facilitator => HolderOf(Role.Facilitator);

    public string Companion => HolderOf(Role.Companion);

    public string HolderOf(Role role) => Room.Seats[Room.Roles[role]].Device!;

    /// <summary>Amina sits down first and opens; the others show the token.</summary>
    public void Opens(int seats)
    {
        Does(Amina, new TakeSeat(Number, new Ticket(), T("Amina"), SlipOf(Amina)));
        Does(Amina, new OpenDoor(Number));
        foreach (var who in All[1..seats]) Sits(who);
    }

    public void Sits(string who) =>
        Does(who, new TakeSeat(Number, new Ticket(Token: Door.Token(Room, Now)), null, SlipOf(who)));

    public void Counts(int heads)
    {
        var two = Room.Present.Where(s => s.Device is not null).Select(s => s.Device!).Take(2).ToArray();
        Does(two[0], new TypeHeads(Number, heads));
        Does(two[1], new TypeHeads(Number, heads));
    }

    public void IsWilling(string who, params Role[] roles) => Does(who, new SayWilling(
        Number, [.. roles], FirstTime: who == Benoit, roles.ToImmutableSortedDictionary(r => r, r => SlipOf(who, r.ToString())), []));

    /// <summary>Willing for the evening's roles, or for the lot that is open, on a phone whose page runs scripts.</summary>
    public void WouldCommit(params string[] all)
    {
        foreach (var who in all)
        {
            Role[] roles = [.. AnyRole, Role.Juror, Role.KeyBearer, Role.Delegate];
            Does(who, new SayWilling(Number, [.. roles], FirstTime: who == Benoit, roles.ToImmutableSortedDictionary(r => r, r => SlipOf(who, r.ToString())), [], Commits: true));
        }
    }

    /// <summary>What this neighbour's device keeps secret in the draw that is open.</summary>
    public string NonceOf(string who) => Hash.Of($"{who}'s secret of {Council.Draws.Length}");

    public int NumberOf(string who) => Room.NumberOf(SeatOf(who))!.Value;

    public void Commits(params string[] all)
    {
        foreach (var who in all)
            Does(who, new CommitNonce(Number, Phases.CommitmentOf(Vl1.NameOf(Quarter.Origin, Number, Council.Draws.Length), NumberOf(who), NonceOf(who))));
    }

    public void Reveals(params string[] all)
    {
        foreach (var who in all) Does(who, new RevealNonce(Number, NonceOf(who)));
    }

    public void Draws(params string[] willing)
    {
        foreach (var who in willing) IsWilling(who, AnyRole);
        Does(willing[0], new CloseRoll(Number));
        Throws(Dice);
    }

    public void Throws(string dice)
    {
        Does(Amina, new TypeDraw(Number, Way.Dice, dice, NoHat));
        Does(Benoit, new ConfirmDraw(Number, true));
    }

    /// <summary>The guide taps once; without one, three seats do.</summary>
    public void MovesOn()
    {
        var from = Council.Step;
        if (Room.Guide is { } guide && Room.Seats[guide].Device is { } device) Does(device, new MoveOn(Number, from));
        else
            foreach (var who in Room.Present.Where(s => s.Device is not null).Take(MoveOn.Together).ToArray())
                Does(who.Device!, new MoveOn(Number, from));
    }

    public void Puts(int proposal) => Does(Room.Guide is null ? Amina : Facilitator, new PutProposal(Number, proposal));

    public void AllConsent()
    {
        foreach (var seat in Room.Electorate.ToArray())
            Does(seat.Device ?? Room.Seats[seat.BesideSeat!.Value].Device!, new SayConsent(Number, null), seat.Paper);
    }

    /// <summary>The guide and another count the hands alike.</summary>
    public void Tells(HandsTold told)
    {
        foreach (var device in Tellers()) Does(device, new TellHands(Number, told));
    }

    /// <summary>The guide and another count the paper ballots alike.</summary>
    public void Tells(PaperTold told)
    {
        foreach (var device in Tellers()) Does(device, new TellPaper(Number, told));
    }

    private string[] Tellers()
    {
        var guide = Room.Guide is { } seat ? Room.Seats[seat].Device! : Amina;
        return [guide, Room.Present.First(s => s.Device is { } device && device != guide).Device!];
    }

    public void Answers(Reply reply, params string[] who)
    {
        foreach (var one in who) Does(one, new AnswerRoom(Number, reply));
    }
}
