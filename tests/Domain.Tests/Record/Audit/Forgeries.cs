using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Power;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Record.Audit;
using NodaTime;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Each tampers with one thing, and breaks one rule.</summary>
internal static class Forgeries
{
    private static readonly Duration Day = Duration.FromDays(1);

    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["another founding"] = (Rule.FoundedOnce, () => Evening().Before<CouncilConvened>(_ => Founding)),
        ["no founding"] = (Rule.FoundedOnce, () => Evening().Without<QuarterFounded>()),
        ["an origin of another key"] = (Rule.FoundedOnce, () => Evening().With<QuarterFounded>(e => e with { Key = Honest.Key("other") })),
        ["words where a time zone stands"] = (Rule.FoundedOnce, () => Evening().With<QuarterFounded>(e => e with { Zone = "somebody is a thief" })),
        ["words where a language stands"] = (Rule.FoundedOnce, () => Evening().With<QuarterFounded>(e => e with { Languages = ["somebody"] })),
        ["a time to the second"] = (Rule.TimesInOrder, () => Evening().Later<CouncilConvened>(Duration.FromSeconds(1))),
        ["a time before the last"] = (Rule.TimesInOrder, () => Evening().Later<CouncilConvened>(-Minute)),
        ["a council is missing"] = (Rule.NumbersInOrder, () => Evening().With<CouncilConvened>(e => e with { Council = 2 })),
        ["a task is missing"] = (Rule.NumbersInOrder, () => Evening().Without<TaskOpened>()),
        ["a proposal twice"] = (Rule.NumbersInOrder, () => Evening().With<ProposalMade>(e => e with { Proposal = 1 }, e => e.Proposal == 2).With<ProposalMade>(e => e with { Proposal = 1 })),
        ["a draw is missing"] = (Rule.NumbersInOrder, () => Evening().With<RollClosed>(e => e with { Draw = 2 })),
        ["a round is missing"] = (Rule.NumbersInOrder, () => Evening().With<ConsentCounted>(e => e with { Round = 2 })),
        ["a council that is not"] = (Rule.SpeaksOfWhatIs, () => Evening().With<HeadsCounted>(e => e with { Council = 9 })),
        ["a task that nobody took is done"] = (Rule.SpeaksOfWhatIs, () => Evening().With<TaskDone>(e => e with { Task = 2 })),
        ["from no corner"] = (Rule.SpeaksOfWhatIs, () => Evening().With<CouncilConvened>(e => e with { Corner = 4 })),
        ["a decision on nothing"] = (Rule.SpeaksOfWhatIs, () => Evening().With<DecisionMade>(e => e with { Proposal = 7 })),
        ["four hours long"] = (Rule.AnnouncedInTime, () => Evening().With<CouncilConvened>(e => e with { Minutes = 240 })),
        ["a year ahead"] = (Rule.AnnouncedInTime, () => Evening().With<CouncilConvened>(e => e with { StartsAt = e.StartsAt + 365 * Day })),
        ["held before it was announced"] = (Rule.AnnouncedInTime, () => Evening().With<CouncilConvened>(e => e with { StartsAt = e.StartsAt - 30 * Day })),
        ["a corner for a year"] = (Rule.AnnouncedInTime, () => Evening().With<CornerPinned>(e => e with { Until = e.Until + 300 * Day })),
        ["a step is skipped"] = (Rule.StepsInOrder, () => Evening().Without<StepMoved>(e => e.Step == Step.Tasking)),
        ["back to talking"] = (Rule.StepsInOrder, () => Evening().Before<CareHeld>(_ => new StepMoved(1, Step.Hearing))),
        ["tasks before the decision"] = (Rule.StepsInOrder, () => Evening().Before<DecisionMade>(_ => new TaskOpened(1, 1, null, false, false, false, T("now"), null, null))),
        ["a paper council is broken off"] = (Rule.PaperWhole, () => Paper().Before<DecisionMade>(_ => new CornerPinned(1, Instant.MinValue, T("here")))),
        ["a paper council names somebody"] = (Rule.PaperWhole, () => Paper().With<RoleCalled>(e => e with { Number = 1 })),
        ["seven heads"] = (Rule.HeadsInBands, () => Evening().With<HeadsCounted>(e => e with { AtLeast = 7 })),
        ["heads are never counted"] = (Rule.HeadsInBands, () => Evening().Without<HeadsCounted>()),
        ["a page is missing"] = (Rule.SheetsWhole, () => Ballots().Without<SheetPage>(e => e.Sheet == Sheet.Ballots)),
        ["a name is added to the closed roll"] = (Rule.SheetsWhole, () => Evening().With<SheetPage>(e => e with { Lines = e.Lines.Add($"{e.Lines.Length + 1};late-comer") })),
        ["one of three pages"] = (Rule.SheetsWhole, () => Evening().With<SheetPage>(e => e with { Of = 2 })),
        ["the roll is closed after the dice"] = (Rule.RollClosedFirst, () => Evening().Without<RollClosed>().Without<SheetPage>().Without<HatFilled>().Without<HatFilled>().Without<HatFilled>().Without<HatFilled>().Without<HatFilled>()),
        ["a hat is filled after the dice"] = (Rule.RollClosedFirst, () => Evening().Before<RoleCalled>(_ => new HatFilled(1, 1, Role.Spokesperson, [1], [], 0, false))),
        ["drawn twice"] = (Rule.RollClosedFirst, () => Evening().Before<RoleCalled>(_ => new DrawRevealed(1, 1, Way.Dice, "11111111", "", [], [], [], [], [], [], []))),
        ["in the hat and not on the roll"] = (Rule.HatsFromTheRoll, () => Evening().With<HatFilled>(e => e with { Numbers = e.Numbers.Add(99) })),
        ["an exception nobody consented to"] = (Rule.HatsFromTheRoll, () => Evening().With<HatFilled>(e => e with { Excepted = true })),
        ["two tickets in a large hat"] = (Rule.HatsFromTheRoll, () => Evening().With<HatFilled>(e => e with { Doubled = [e.Numbers[0]] }, e => e.Numbers.Length > 2 && e.Role == Role.NoteKeeper)),
        ["other dice"] = (Rule.DrawRecomputes, () => Evening().With<DrawRevealed>(e => e with { Numbers = "35142662134531612565" })),
        ["dice with a seven"] = (Rule.DrawRecomputes, () => Evening().With<DrawRevealed>(e => e with { Numbers = "35142662134531612567" })),
        ["another seed"] = (Rule.DrawRecomputes, () => Evening().With<DrawRevealed>(e => e with { Seed = Hash.Of("mine") })),
        ["called out of the order"] = (Rule.CalledInOrder, () => Evening().With<RoleCalled>(e => e with { Number = 77 })),
        ["called twice"] = (Rule.CalledInOrder, () => Evening().Before<RoleCalled>(e => e)),
        ["a timekeeper for six"] = (Rule.CalledInOrder, () => Evening().With<RoleCalled>(e => e with { Role = Role.Timekeeper, FirstTime = null })),
        ["half a dozen objections forgotten"] = (Rule.ConsentAddsUp, () => Evening().Without<ObjectionRecorded>()),
        ["a count is touched up"] = (Rule.ConsentAddsUp, () => Evening().With<ConsentCounted>(e => e with { Objections = 0, Consenting = 6 })),
        ["fewer than half consent"] = (Rule.ConsentAddsUp, () => Evening().With<ConsentCounted>(e => e with { Consenting = 1, Silent = 5 }, e => e.Round == 2)),
        ["decided against an objection"] = (Rule.ConsentAddsUp, () => Evening().With<ConsentCounted>(e => e with { Objections = 1 }, e => e.Round == 2)),
        ["decided without a count"] = (Rule.ConsentAddsUp, () => Evening().Without<ConsentCounted>(e => e.Round == 2)),
        ["more hands than heads"] = (Rule.ConsentAddsUp, () => Evening().With<ConsentCounted>(e => e with { ByHands = true, Consenting = 50 })),
        ["a ballot is touched up"] = (Rule.SheetsWhole, () => Ballots().With<SheetPage>(e => e with { Lines = e.Lines.SetItem(0, e.Lines[0][..22] + ";0;0;0") }, e => e.Sheet == Sheet.Ballots)),
        ["the sums are touched up"] = (Rule.ResistanceAddsUp, () => Ballots().With<ResistanceCounted>(e => e with { Sums = e.Sums.SetItem(1, e.Sums[1] - 1) })),
        ["another option wins"] = (Rule.ResistanceAddsUp, () => Ballots().With<DecisionMade>(e => e with { Proposal = e.Proposal == 1 ? 2 : 1 })),
        ["the tie goes to the other"] = (Rule.ResistanceAddsUp, () => Tie().With<DecisionMade>(e => e with { Proposal = e.Proposal == 1 ? 2 : 1 })),
        ["the table is touched up"] = (Rule.BallotsAddUp, () => Ranked().With<BallotsCounted>(e => e with { Pairs = e.Pairs.SetItem(5, e.Pairs[5] + 1).SetItem(7, e.Pairs[7] - 1) })),
        ["a table that no rankings make"] = (Rule.BallotsAddUp, () => Ranked().With<BallotsCounted>(e => e with { Pairs = [0, 4, 0, 0, 0, 4, 4, 0, 0] }, OnPaper)),
        ["more in the table than ballots"] = (Rule.BallotsAddUp, () => Ranked().With<BallotsCounted>(e => e with { Ballots = 3 }, OnPaper)),
        ["a ranked ballot is touched up"] = (Rule.SheetsWhole, () => Ranked().With<SheetPage>(e => e with { Lines = e.Lines.SetItem(0, e.Lines[0][..22] + ";1;2;3") }, e => e.Sheet == Sheet.Ballots)),
        ["paper is left out"] = (Rule.BallotsAddUp, () => Ranked().Without<BallotsCounted>(OnPaper)),
        ["paper comes twice"] = (Rule.OneDecision, () => Ranked().Before<BallotsCounted>(e => e, OnPaper)),
        ["whom the table puts second wins"] = (Rule.BallotsAddUp, () => Ranked().With<DecisionMade>(e => e with { Proposal = 1 })),
        ["won by another way than was counted"] = (Rule.BallotsAddUp, () => Ranked().With<DecisionMade>(e => e with { Method = Method.Approval })),
        ["the lot between equals falls to the other"] = (Rule.BallotsAddUp, () => Approved().With<DecisionMade>(e => e with { Proposal = e.Proposal == 1 ? 2 : 1 })),
        ["more ticks than ballots"] = (Rule.BallotsAddUp, () => Approved().With<BallotsCounted>(e => e with { Sums = [0, 4, 0] }, e => e.CountedBy == CountBy.Phones)),
        ["one secret ballot stands apart"] = (Rule.BallotsAddUp, () => Approved().With<BallotsCounted>(e => e with { Ballots = 1, Sums = [0, 1, 1] }, e => e.CountedBy == CountBy.Phones)),
        ["hands twice as many as heads"] = (Rule.VotesWithinHeads, () => Approved().With<BallotsCounted>(e => e with { Ballots = 14 }, e => e.CountedBy == CountBy.Hands)),
        ["more phones than heads"] = (Rule.VotesWithinHeads, () => Phones().With<HeadsCounted>(e => e with { AtLeast = 3 }, e => e.Step == Step.Hearing)),
        ["more consent than heads"] = (Rule.VotesWithinHeads, () => Evening().With<ConsentCounted>(e => e with { Silent = 30 })),
        ["by two ballots"] = (Rule.ThreePresent, () => Approved().With<BallotsCounted>(e => e with { Ballots = 2, Sums = [1, 2, 2] }, e => e.CountedBy == CountBy.Hands).With<BallotsCounted>(e => e with { Ballots = 0, Sums = [0, 0, 0], Abstaining = 6 }, e => e.CountedBy == CountBy.Phones)),
        ["what the count settled is not decided"] = (Rule.OneDecision, () => Ranked().Without<DecisionMade>()),
        ["approval that nobody chose"] = (Rule.MethodAsAnnounced, () => Approved().Without<MethodChosen>()),
        ["a majority is announced"] = (Rule.MethodAsAnnounced, () => Ranked().With<CouncilConvened>(e => e with { Method = Method.Majority })),
        ["a majority before consent was sought"] = (Rule.MethodAsAnnounced, () => Approved().With<MethodChosen>(e => e with { Method = Method.Majority })),
        ["another way after the decision"] = (Rule.OneDecision, () => Ranked().Before<CouncilDissolved>(_ => new MethodChosen(1, Method.Consent, 5))),
        ["ranked by hands"] = (Rule.MethodAsAnnounced, () => Ranked().With<BallotsCounted>(e => e with { CountedBy = CountBy.Hands, Digest = null }).Without<SheetPage>(e => e.Sheet == Sheet.Ballots)),
        ["a proposal is left out"] = (Rule.ResistanceAddsUp, () => Tie().With<ResistanceCounted>(e => e with { Options = [0, 1], Sums = [5, 2], Highest = [], AtHighest = [] })),
        ["consent where resistance was announced"] = (Rule.MethodAsAnnounced, () => Evening().With<CouncilConvened>(e => e with { Method = Method.Resistance })),
        ["resistance where consent was announced"] = (Rule.MethodAsAnnounced, () => Tie().With<CouncilConvened>(e => e with { Method = Method.Consent })),
        ["a second decision"] = (Rule.OneDecision, () => Evening().Before<RoleCalled>(_ => Decision(2), e => e.Role == Role.Spokesperson)),
        ["what was set aside is decided"] = (Rule.OneDecision, () => Tie().Before<ResistanceCounted>(_ => new ProposalSetAside(1, 1, SetAside.Line, T("no"))).With<ResistanceCounted>(e => e with { Options = [0, 2], Sums = [5, 2], Highest = [], AtHighest = [] }).With<DecisionMade>(e => e with { Proposal = 1 })),
        ["it touches more than was proposed"] = (Rule.OneDecision, () => Evening().With<DecisionMade>(e => e with { Touches = Touches.Amendment, Amendment = null })),
        ["two decide"] = (Rule.ThreePresent, () => Evening().With<ConsentCounted>(e => e with { Consenting = 2 }, e => e.Round == 2)),
        ["without notice"] = (Rule.Weight, () => Weighty().Later<CouncilConvened>(Duration.FromHours(9))),
        ["on screens only"] = (Rule.Weight, () => Weighty().With<CouncilConvened>(e => e with { Attendance = Attendance.Remote })),
        ["by three heads"] = (Rule.Weight, () => Weighty().With<HeadsCounted>(e => e with { AtLeast = 3 }).With<HeadsCounted>(e => e with { AtLeast = 3 }, e => e.Step == Step.Hearing).With<ConsentCounted>(e => e with { Consenting = 4 })),
        ["somebody is called back by a hasty council"] = (Rule.Weight, () => Evening().Then(Hasty(null)).Then(new SpokespersonRecalled(2, 1))),
        ["what was marked is decided the same evening"] = (Rule.LineWaits, Marked),
        ["a spokesperson for a year"] = (Rule.SpokespersonBounded, () => Evening().With<SpokespersonNamed>(e => e with { Until = e.Until + 300 * Day })),
        ["a spokesperson twice"] = (Rule.SpokespersonBounded, () => Evening().Before<SpokespersonNamed>(e => e)),
        ["nobody is called back"] = (Rule.SpokespersonBounded, () => Evening().Before<SpokespersonNamed>(_ => new SpokespersonRecalled(1, 1))),
        ["extended twice"] = (Rule.ExtendedOnce, () => Evening().Before<CouncilExtended>(e => e)),
        ["extended by an hour"] = (Rule.ExtendedOnce, () => Evening().With<CouncilExtended>(e => e with { Minutes = 60 })),
        ["it goes on after its end"] = (Rule.DissolvedOnTime, () => Evening().Later<CareHeld>(2 * Day).Later<TurnsCounted>(2 * Day).Later<CouncilDissolved>(2 * Day)),
        ["another council acts while one is overdue"] = (Rule.DissolvedOnTime, () => Evening().Until<CareHeld>().Then(new CornerPinned(2, Instant.MinValue, T("here")), Day)),
        ["dissolved later than due"] = (Rule.DissolvedOnTime, () => Tie().With<CouncilDissolved>(e => e with { Due = e.Due - Minute, TextsFrom = e.TextsFrom - Minute })),
        ["decided and said to have come to nothing"] = (Rule.EndedAsItWas, () => Evening().With<CouncilDissolved>(e => e with { Outcome = Outcome.NoDecision })),
        ["texts are kept back"] = (Rule.EndedAsItWas, () => Tie().With<CouncilDissolved>(e => e with { TextsFrom = e.TextsFrom + Day })),
        ["called off in the midst of it"] = (Rule.EndedAsItWas, () => Tie().Until<ResistanceCounted>().Then(new CouncilDissolved(1, Outcome.CalledOff, Ending.CalledOff, Scene.Evening, null))),
        ["a decision after the end"] = (Rule.NothingAfterTheEnd, () => Evening().Then(Decision(2))),
        ["keys after the end"] = (Rule.NothingAfterTheEnd, () => Evening().Then(new RecoverySet(1, [Honest.Key("1"), Honest.Key("2"), Honest.Key("3")], 3, Scene.Evening))),
        ["corrected after a week"] = (Rule.NothingAfterTheEnd, () => Evening().Then(new CorrectionMade(1, T("No, the right one.")), 7 * Day)),
        ["a year later it is done"] = (Rule.NothingAfterTheEnd, () => Evening().Until<TaskDone>().Then(new TaskDone(1, 1), 300 * Day)),
        ["a whole text is blacked out"] = (Rule.BlackedOutInBounds, () => Evening().With<WordsBlackedOut>(e => e with { Count = 100 })),
        ["what is not in the minutes is blacked out"] = (Rule.BlackedOutInBounds, () => Evening().With<WordsBlackedOut>(e => e with { Entry = 0, Field = "name" })),
        ["erased twice"] = (Rule.ErasedOnce, () => Evening().Before<DisclosureErased>(e => e)),
        ["erased and never disclosed"] = (Rule.ErasedOnce, () => Evening().With<DisclosureErased>(e => e with { Fields = ["salary"] })),
        ["entries without fields"] = (Rule.ErasedOnce, () => Evening().With<DisclosureErased>(e => e with { Fields = [] })),
        ["by a council that decided nothing of it"] = (Rule.ErasedOnGrounds, () => Evening().With<DisclosureErased>(e => e with { Ground = Ground.Council, Council = 1 })),
        ["before the 72 hours are over"] = (Rule.ErasedOnGrounds, () => Weighty().Later<DisclosureErased>(-Day)),
        ["other words than were decided"] = (Rule.ErasedOnGrounds, () => Weighty().With<DisclosureErased>(e => e with { Entries = [0], Fields = ["name"] })),
        ["under no law"] = (Rule.ErasedOnGrounds, () => Weighty().With<DisclosureErased>(e => e with { Country = null }, e => e.Ground == Ground.Law)),
        ["under an order of tomorrow's"] = (Rule.ErasedOnGrounds, () => Weighty().With<DisclosureErased>(e => e with { OrderedOn = new LocalDate(2027, 1, 1) }, e => e.Ground == Ground.Law)),
        ["clauses are erased"] = (Rule.ErasedOnGrounds, () => Weighty().With<ProposalMade>(e => e with { Entry = 0, Field = "horizon" }, e => e.Council == 2).With<DecisionMade>(e => e with { Entry = 0, Field = "horizon" }, e => e.Council == 2)),
        ["bearers of two heads"] = (Rule.BearersDrawn, () => Keys().With<HeadsCounted>(e => e with { AtLeast = 3 })),
        ["two suffice"] = (Rule.BearersDrawn, () => Keys().With<RecoverySet>(e => e with { Needed = 2 })),
        ["the host bears them all"] = (Rule.BearersDrawn, () => Keys().With<RecoverySet>(e => e with { Keys = [e.Keys[0], e.Keys[0], e.Keys[0]] })),
        ["keys that nobody was drawn for"] = (Rule.BearersDrawn, () => Evening().Before<CouncilDissolved>(_ => new RecoverySet(1, [Honest.Key("1"), Honest.Key("2"), Honest.Key("3")], 3, Scene.Evening))),
        ["keys for ten years"] = (Rule.BearersDrawn, () => Keys().With<RecoverySet>(e => e with { Until = e.Until + 3000 * Day })),
        ["keys set before the end"] = (Rule.BearersDrawn, () => Keys().Before<CouncilDissolved>(_ => new CareHeld(1, Ritual.Song, null, null))),
        ["a key continues another tree"] = (Rule.KeysInChain, () => Keys().With<KeyRotated>(e => e with { Size = e.Size - 1 })),
        ["an old key comes back"] = (Rule.KeysInChain, () => Keys().With<KeyRecovered>(e => e with { Key = Honest.Key("second") })),
        ["a short signature"] = (Rule.KeysInChain, () => Keys().With<KeyRotated>(e => e with { Signature = Honest.Key("short") })),
        ["two bearers"] = (Rule.RecoveredByBearers, () => Keys().With<KeyRecovered>(e => e with { Bearers = [1, 2], Signatures = e.Signatures.RemoveAt(2) })),
        ["a sixth bearer"] = (Rule.RecoveredByBearers, () => Keys().With<KeyRecovered>(e => e with { Bearers = [1, 2, 6] })),
        ["with keys that were void"] = (Rule.RecoveredByBearers, () => Keys().Later<KeyRecovered>(400 * Day)),
        ["moved without anybody"] = (Rule.MovedByDecision, () => Evening().Then(new PlaceChanged(null, T("https://elsewhere.example/")))),
        ["moved by a decision on something else"] = (Rule.MovedByDecision, () => Weighty().Then(new PlaceChanged(1, T("https://elsewhere.example/")))),
    }.Concat(DrawForgeries.All).Concat(DeedForgeries.All).Concat(GainForgeries.All).Concat(SeasonForgeries.All).Concat(JarForgeries.All).Concat(ProjectForgeries.All).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static QuarterFounded Founding => new(1, Origin, FirstKey, "Europe/Paris", ["fr"], false, T("Lilas"), T("here"), null, []);

    private static DecisionMade Decision(int proposal) => new(1, proposal, Method.Consent, null, false, Touches.Nothing, null, T("And the fence, too."), null);

    /// <summary>Announced for the same evening.</summary>
    private static CouncilConvened Hasty(WallItem? from) => new(
        2, Scene.Evening + Duration.FromHours(2), 60, Attendance.Room, Method.Consent, false, false, false, false, null, from?.Council, from?.Proposal, T("Who?"), T("here"), null);

    private static Forged Marked()
    {
        var over = Scene.Evening + Duration.FromMinutes(60);
        return Tie().Until<ResistanceCounted>()
            .Then(new ProposalSetAside(1, 1, SetAside.Line, T("it is against the law")))
            .Then(new CouncilDissolved(1, Outcome.NoDecision, Ending.Time, over, over + Duration.FromHours(12)), Duration.FromMinutes(60))
            .Then(Hasty(new WallItem(1, 1)));
    }

    private static Forged Evening() => new(Honest.Evening());

    private static Forged Ballots() => new(Honest.Ballots());

    private static Forged Ranked() => new(Honest.Ranked());

    private static Forged Approved() => new(Honest.Approved());

    private static Forged Phones() => new(Honest.Ballots());

    private static bool OnPaper(BallotsCounted part) => part.CountedBy == CountBy.Paper;

    private static Forged Tie() => new(Honest.Tie());

    private static Forged Paper() => new(Honest.OnPaper());

    private static Forged Keys() => new(Honest.Keys());

    private static Forged Weighty() => new(Honest.Weighty());
}
