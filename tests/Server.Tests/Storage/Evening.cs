using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>
/// One council of six neighbours from announcement to end, as acts that the real rules accept one after the other. What must
/// not outlive it is easy to look for: names and devices of their own.
/// </summary>
internal static class Evening
{
    public static readonly string[] Neighbours = ["Adélaïde", "Brunhilde", "Casimir", "Désiré", "Eulalie", "Florimond"];

    public static readonly FoundingWish Wish = new(
        Text.Of("Les Lilas"), Text.Of("Around the fountain"), Text.Of("Enough places to sit"), [Text.Of("We end at ten."), Text.Of("No cars.")],
        "Europe/Paris", ["fr", "en"], Rehearsal: false);

    /// <summary>The key of a neighbour's device: 22 characters.</summary>
    public static string Device(string name) => $"device-of-{name}".PadRight(22, '-');

    public static Actor Actor(string name) => new(Device(name));

    public static string SlipOf(string name) => Hash.Of($"slip|{name}");

    /// <summary>Step by step: a name, what is asked, by whom, and how long after the step before.</summary>
    public static IEnumerable<EveningStep> Steps(Method method = Method.Resistance) =>
    [
        By(0, "convene", (_, now) => new Convene(Announced(now, method))),
        .. Arrivals(),
        By(1, "first count of heads", new TypeHeads(1, 6)),
        By(2, "second count of heads", new TypeHeads(1, 6)),
        .. Enumerable.Range(1, 5).Select(n => By(n, $"willing {n}", Willing(n))),
        By(1, "close the roll", new CloseRoll(1)),
        By(1, "type the dice", new TypeDraw(1, Way.Dice, "31415264", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty)),
        By(2, "confirm the dice", new ConfirmDraw(1, true)),
        .. Onward(Step.Gathering),
        By(3, "propose a bench", new Propose(1, Text.Of("Build a bench"), new LocalDate(2026, 6, 1), Text.Of("Four planks"), false)),
        By(4, "propose a table", new Propose(1, Text.Of("Build a table"), null, null, true)),
        By(1, "first count again", new TypeHeads(1, 6)),
        By(2, "second count again", new TypeHeads(1, 6)),
        .. Onward(Step.Hearing),
        ByGuide("open the count", new OpenCounting(1, CountBy.Phones)),
        .. Enumerable.Range(0, 6).Select(n => By(n, $"ballot {n}", new CastBallot(1, Ballot(method, n)))),
        ByGuide("close the count", new CloseCounting(1)),
        // The minute to look for one's receipt is over: the clock decides before this name is said.
        By(5, "say a name", new SayName(1, Text.Of("Florimond le Grand"))) with { After = Duration.FromSeconds(61) },
        By(1, "add a task", new AddTask(1, Text.Of("Buy planks"), new LocalDate(2026, 5, 20), true)) with { Before = Step.Tasking },
        By(2, "take it", new TakeTask(1, 1, Text.Of("Casimir P.", SlipOf("name of Casimir")), SlipOf("task of Casimir"))),
        .. Onward(Step.Tasking),
        By(3, "word the gain", new ClaimGain(1, new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, Text.Of("bench"), Text.Of("A bench of ours")))),
        .. Onward(Step.Reckoning),
        By(4, "choose a song", new ChooseRitual(1, Ritual.Song, Text.Of("Au clair de la lune"))),
        .. Onward(Step.Closing),
    ];

    private static ImmutableArray<int> Ballot(Method method, int n) => method switch
    {
        Method.Resistance => [7, n % 3, 5],
        Method.Approval => [n % 2, 1, 0],
        Method.Ranked => [0, 1, 2 - n % 2],
        _ => [1, 5, n % 5],
    };

    private static Announcement Announced(Instant now, Method method) => new(
        Text.Of("Where do we sit?"), Text.Of("The fountain"), Text.Of("Two steps"), Rules.Minute(now), 120,
        Attendance.Room, method, StepFree: false, Children: true, Food: false);

    private static IEnumerable<EveningStep> Arrivals()
    {
        yield return By(0, "the convener sits down", Sit(0, new Ticket()));
        yield return By(0, "open the door", new OpenDoor(1));
        for (var n = 1; n < Neighbours.Length; n++)
        {
            var number = n;
            yield return By(n, $"arrival {n}", (quarter, now) => Sit(number, new Ticket(Token: Door.Token(quarter.Councils[1].Room!, now))));
        }
    }

    private static TakeSeat Sit(int n, Ticket ticket) => new(1, ticket, Text.Of(Neighbours[n]), SlipOf($"minutes of {Neighbours[n]}"));

    private static SayWilling Willing(int n) => new(
        1, [Role.Facilitator, Role.NoteKeeper], n % 2 == 0,
        ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Facilitator, SlipOf($"role of {Neighbours[n]}")), []);

    private static IEnumerable<EveningStep> Onward(Step from)
    {
        yield return ByGuide($"go on from {from}", new MoveOn(1, from));
    }

    private static EveningStep ByGuide(string name, Act act) => new(name, (_, _) => act, quarter =>
    {
        var room = quarter.Councils[1].Room!;
        return new Actor(room.Seats[room.Guide!.Value].Device!);
    });

    private static EveningStep By(int neighbour, string name, Act act) => By(neighbour, name, (_, _) => act);

    private static EveningStep By(int neighbour, string name, Func<Quarter, Instant, Act> act) =>
        new(name, act, _ => Actor(Neighbours[neighbour]));
}

/// <param name="Name">For people.</param>
/// <param name="Act">What is asked, in this state at this time.</param>
/// <param name="By">Who asks.</param>
internal sealed record EveningStep(string Name, Func<Quarter, Instant, Act> Act, Func<Quarter, Actor> By)
{
    public Duration After { get; init; } = Duration.FromSeconds(2);

    /// <summary>The council must have come to this step by itself.</summary>
    public Step? Before { get; init; }

    public string Key => Hash.Of($"key|{Name}");

    public override string ToString() => Name;
}
