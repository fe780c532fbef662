using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Web;
using Faubourg.Web.Councils.Minutes;
using NodaTime;

namespace Faubourg.Server.Tests.Minutes;

/// <summary>Councils as their leaves tell them: minutes follow from the record alone, so nothing else is needed to write them.</summary>
internal static class Evenings
{
    public const string Address = "https://faubourg.example/quarters/rue-des-lilas/councils/1";

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 18, 0);

    public static readonly Instant End = Start + Duration.FromMinutes(50);

    /// <summary>A bench is mended; two rounds, one objection, a spokesperson, all of it.</summary>
    public static Quarter Bench(Instant? textsFrom = null) => Told(
        Convened("Who mends the bench in rue des Lilas?"),
        new HeadsCounted(1, Step.Gathering, 10),
        new SheetPage(1, Sheet.Roll, 1, 1, 1, ["1;blue-heron", "2;amber-fox", "3;calm-otter"]),
        new RollClosed(1, 1, new string('0', 64), 3),
        new HatFilled(1, 1, Role.Facilitator, [1], [], 1, false),
        new HatFilled(1, 1, Role.Companion, [2, 3], [], 1, false),
        new HatFilled(1, 1, Role.NoteKeeper, [1, 2, 3], [], 0, false),
        new DrawRevealed(1, 1, Way.Dice, "35142662", new string('a', 64), [], [], [], [], [], [], []),
        new RoleCalled(1, Role.Facilitator, 1, Why.Drawn, true),
        new RoleCalled(1, Role.Companion, 2, Why.Drawn, false),
        new RoleCalled(1, Role.NoteKeeper, 3, Why.Drawn, null),
        new RoleCalled(1, Role.NoteKeeper, 2, Why.SteppedBack, null),
        new StepMoved(1, Step.Hearing),
        new ProposalMade(1, 1, new LocalDate(2026, 11, 28), false, Touches.Nothing, null, Text.Of("We mend the bench ourselves on Saturday."), Text.Of("two planks")),
        new ProposalMade(1, 2, null, true, Touches.Nothing, null, Text.Of("A longer bench with a table."), null),
        new ProposalMade(1, 3, null, false, Touches.Nothing, null, Text.Of("Chain the bench to the wall."), null),
        new ProposalSetAside(1, 3, SetAside.Covenant, Text.Of("a bench is for everybody")),
        new StepMoved(1, Step.Deciding),
        new HeadsCounted(1, Step.Deciding, 10),
        new ConsentCounted(1, 1, 1, false, 10, 1, 0),
        new ConsentCounted(1, 1, 2, false, 11, 0, 1),
        new DecisionMade(1, 1, Method.Consent, new LocalDate(2026, 11, 28), false, Touches.Nothing, null, Text.Of("We mend the bench ourselves on Saturday."), Text.Of("two planks")),
        new ObjectionRecorded(1, 1, 1, Domain.Decisions.End.Integrated, Text.Of("No oil near the sandpit.")),
        new RoleCalled(1, Role.Spokesperson, 3, Why.Drawn, null),
        new SpokespersonNamed(1, End + Duration.FromDays(14), Text.Of("the parks office"), Text.Of("We mend the bench on Saturday; bring planks if you like.")),
        new TaskOpened(1, 1, new LocalDate(2026, 11, 25), true, false, false, Text.Of("Planks"), Text.Of("Amira", new string('b', 64)), null),
        new TaskOpened(1, 2, null, true, true, true, Text.Of("Screws and drill"), null, null),
        new TaskOpened(1, 3, null, false, false, false, Text.Of("Soup for all"), null, null),
        new GainClaimed(1, GainKind.HeldInCommon, GainDomain.Space, 6, Text.Of("One bench for everybody."), Text.Of("seats")),
        new CareHeld(1, Ritual.OneWord, 4, Text.Of("lighter, hungry, again")),
        new CouncilDissolved(1, Outcome.Decided, textsFrom is null ? Ending.Closing : Ending.Time, End, textsFrom));

    /// <summary>Nobody gave way, and that was said too.</summary>
    public static Quarter NotTonight() => Told(
        Convened("Where does the market go?", Method.Resistance),
        new HeadsCounted(1, Step.Deciding, 5),
        new ProposalMade(1, 1, null, false, Touches.Nothing, null, Text.Of("On the square."), null),
        new ProposalMade(1, 2, null, false, Touches.Nothing, null, Text.Of("In the school yard."), null),
        new ResistanceCounted(1, CountBy.Hands, 5, [0, 1, 2], [3, 8, 9], [], [], null),
        new CouncilDissolved(1, Outcome.NoDecision, Ending.Closing, End, null));

    public static Quarter NobodyCame() => Told(
        Convened("Who mends the bench?"),
        new CouncilDissolved(1, Outcome.NobodyCame, Ending.NobodyCame, Start + Duration.FromMinutes(20), null));

    public static PublicEvent Convened(string question, Method method = Method.Consent) => new CouncilConvened(
        1, Start, 60, Attendance.Room, method, true, true, false, false, null, null, null, Text.Of(question), Text.Of("in front of the bakery"), null);

    public static Quarter Told(params IEnumerable<PublicEvent> leaves) => Named("Rue des Lilas", leaves);

    public static Quarter Named(string name, IEnumerable<PublicEvent> leaves)
    {
        var founded = new QuarterFounded(
            1, "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4", "", "Europe/Paris", ["fr"], false, Text.Of(name), Text.Of("between the canal and the station"), null, []);
        return leaves.Prepend(founded).Aggregate(Quarter.Unfounded, (quarter, leaf) => Rules.Evolve(quarter, leaf, End));
    }

    public static MinutesView View(this Quarter quarter, Instant? now = null) =>
        MinutesTeller.Of(quarter, quarter.Councils[1], now ?? End + Duration.FromHours(1));

    public static Telling In(string language, Instant? now = null)
    {
        var words = Words.In(language);
        return new Telling(words, new When(words, DateTimeZoneProviders.Tzdb["Europe/Paris"], now ?? End + Duration.FromHours(1)));
    }
}
