using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Power;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Seasons;
using NodaTime;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record;

/// <summary>One event of every public kind, with every field filled. They never change; a new version of a leaf is a new sample.</summary>
internal static class Samples
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 18, 0);

    private const string Key = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private const string Move1 = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private const string Root = "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=";

    private const string Signature = "YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2enw==";

    private static readonly LocalDate Saturday = new(2026, 11, 28);

    public static readonly ImmutableArray<PublicEvent> All =
    [
        new QuarterFounded(1, "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "Europe/Paris",
            ["fr", "en"], false, T("Les Lilas"), T("between the canal and the hill"), T("To decide for ourselves what we can do ourselves."),
            [T("We greet newcomers."), T("We end on time.")]),
        new CornerPinned(3, Start + Duration.FromDays(30), T("The bench under the lime tree has lost a plank.")),
        new CouncilConvened(7, Start, 60, Attendance.Both, Method.Consent, true, true, false, false, 3, 5, 2,
            T("Who mends the bench?"), T("under the lime tree"), T("Ring twice.")),
        new CouncilChanged(7, Start + Duration.FromHours(1), 45, Attendance.Room, Method.Resistance, true, false, true,
            T("Who mends both benches?"), T("in the yard"), T("Ring once.")),
        new PlaceMoved(7, T("We moved to the café on the corner.")),
        new FoundWorthHolding(7),
        new StepMoved(7, Step.Gathering),
        new HeadsCounted(7, Step.Gathering, 10),
        new ExclusionWaived(7, Role.NoteKeeper, 5),
        new SheetPage(7, Sheet.Roll, 1, 1, 1, ["1;blue-heron", "2;quiet-otter", "3;red-wren"]),
        new RollClosed(7, 1, Hash.Of("1;blue-heron\n2;quiet-otter\n3;red-wren\n"), 3),
        new HatFilled(7, 1, Role.Facilitator, [1, 3], [3], 1, false),
        new BeaconAnnounced(7, 1, 34189612),
        new CommitmentsClosed(7, 1, Hash.Of($"2;{Hash.Of("2")}\n3;{Hash.Of("3")}\n"), 2),
        new RevealsClosed(7, 1, Hash.Of($"reveal;2;{Hash.Of("nonce")}\nmissing;3\n"), 2, 1),
        new DrawAbandoned(7, 1, DrawPhase.Known, "35142662", 1),
        new LotOpened(7, Role.Juror, 7, true, true, false),
        new DrawRevealed(7, 1, Way.Dice, "35142662134531612564", "775c54468d7e8647d4af1284646f5fb92899d2be6238e6ff4dcf05c0ee34a66c",
            [1], [3], [2], [2, 3], [3, 1], [], []),
        new RoleCalled(7, Role.Facilitator, 3, Why.SteppedBack, true),
        new QuestionReworded(7, T("Who mends what in the square?")),
        new CouncilExtended(7, 20),
        new ProposalMade(7, 1, Saturday, false, Touches.Amendment, 5, T("We mend it on Saturday."), T("two planks")),
        new ProposalSetAside(7, 2, SetAside.Covenant, T("It keeps newcomers out.")),
        new ProposalCalledBack(7, 2, T("It keeps nobody out: we asked.")),
        new ConsentCounted(7, 1, 2, true, 9, 1, 2),
        new ObjectionRecorded(7, 1, 1, End.Integrated, T("On Saturday nobody is here.")),
        new ResistanceCounted(7, CountBy.Phones, 21, [0, 1, 2], [40, 12, 12], [9, 3, 4], [1, 2, 1], Hash.Of("receipt;0;1;2\n")),
        new MethodChosen(7, Method.Approval, 10),
        new BallotsCounted(7, Method.Approval, CountBy.Phones, 1, 1, 21, 2, [0, 1, 2], [4, 12, 15], [], Hash.Of("receipt;0;1;1\n")),
        new DecisionMade(7, 1, Method.Consent, Saturday, false, Touches.Amendment, 5, T("We mend it on Sunday."), T("two planks")),
        new TaskOpened(7, 1, Saturday, true, true, true, T("Bring two planks"), T("David"), T("Élise")),
        new TaskDone(7, 1),
        new TaskTaken(7, 1, false, T("Farid")),
        new TaskHandedOn(7, 1, T("Gilda")),
        new TaskDropped(7, 1),
        new EvidenceShown(7, 1, T("It holds three people again."), T(Hash.Of("picture"))),
        new ProjectFinished(7),
        new ProjectEnded(9, 7, ProjectEnd.Dropped),
        new RequestAsked(7, 1, Saturday, T("the city's parks office"), T("Two planks of oak.")),
        new RequestAnswered(7, 1, Saturday, RequestReply.Partly, T("One plank, in spring."), T("We sawed one ourselves.")),
        new GainClaimed(7, GainKind.HeldInCommon, GainDomain.Space, 1, T("A bench that we look after"), T("bench")),
        new SpokespersonNamed(7, Start + Duration.FromDays(14), T("the city's parks office"), T("We have mended the bench and will go on doing so.")),
        new SpokespersonRecalled(8, 7),
        new CareHeld(7, Ritual.OneWord, 4, T("plank, soup, home")),
        new CouncilDissolved(7, Outcome.NoDecision, Ending.Time, Start + Duration.FromHours(1), Start + Duration.FromHours(13)),
        new CorrectionMade(7, T("It was the left bench.")),
        new WordsBlackedOut(7, 29, "what", 2, 1, T("Bring two ██████")),
        new DisclosureErased([29, 30], ["taker", "helper"], Ground.Giver),
        new KeyRotated(Key, 41, Root, Signature),
        new KeyRecovered(Key, 41, Root, [1, 2, 4], [Signature, Signature, Signature]),
        new RecoverySet(7, [Key, Root, Key], 3, Start + Duration.FromDays(365)),
        new PlaceChanged(7, T("https://host.example/quarters/les-lilas/record/")),
        new ProjectRenewed(7, 4),
        new BurstOpened(7, 21, 14),
        new WeekRested(new LocalDate(2026, 11, 30)),
        new TurnsCounted(7, 4, 8, false),
        new OfferLogged(3, OfferKind.Money, new LocalDate(2026, 12, 20), T("The city's culture office"), T("2,000 euros for the street meal"), T("Their logo on every poster")),
        new OfferAnswered(7, 3, OfferAnswer.OnOurTerms),
        new JarOpened(7, Currency.Eur, 30000, true, T("Atelier Dubreuil"), T("FR7630006000011234567890189")),
        new AccountChanged(8, 7, T("The tool library"), T("DE89370400440532013000")),
        new KeepersReplaced(8, 7),
        new LeftoversSent(8, 7, 9),
        new JarMoved(7, 3, Move1, Move.Spent, 18450, 11550, Currency.Eur, 7, null, null, true, T("Atelier Dubreuil, 12 rue des Lilas"), T("two planks, screws; receipt 118")),
        new JarStopped(7, 3, 30000, Currency.Eur),
        new GainShown(3, 8, 2, T("Two neighbours sat on it at noon.")),
        new GainConfirmed(8, 3),
        new GainChecked(9, 3, 90, true),
        new ChargeOpened(7, ChargeKind.Mediation, 2, 90, T("Quarrels between neighbours, before they grow."), T("Knock at the kiosk on Tuesdays after six.")),
        new ChargeRenewed(8, 7),
        new ChargeEnded(9, 7),
        new ServiceBegun(7, 7, 1, Start + Duration.FromDays(90)),
        new ServiceEnded(7, 7, 1),
        new MediationHeld(7),
    ];

    /// <summary>Fields that came to a leaf later: the first sample keeps the bytes it always had, and these show the new ones.</summary>
    public static readonly ImmutableSortedDictionary<string, PublicEvent> Later = new Dictionary<string, PublicEvent>
    {
        ["ballots.counted-hands"] = new BallotsCounted(7, Method.Majority, CountBy.Hands, 1, 2, 9, null, [0, 1, 2], [1, 5, 2], [], null),
        ["jar.moved-corrected"] = new JarMoved(7, 4, Move1, Move.Corrected, 500, 11050, Currency.Eur, 7, null, 2, false, null, T("It was 5, not 50.")),
        ["jar.moved-passed"] = new JarMoved(7, 5, Move1, Move.PassedOn, 11050, 0, Currency.Eur, 8, 9, null, false, null, null),
        ["ballots.counted-ranked"] = new BallotsCounted(7, Method.Ranked, CountBy.Paper, 2, 2, 4, 0, [0, 1, 2], [], [0, 1, 1, 3, 0, 2, 3, 1, 0], null),
        ["council.changed-urgent"] = new CouncilChanged(7, Start + Duration.FromHours(1), 45, Attendance.Room, Method.Resistance, true, false, true,
            T("Who mends both benches?"), T("in the yard"), null, CouncilKind.Urgent),
        ["council.convened-reflection"] = new CouncilConvened(7, Start, 60, Attendance.Room, Method.Consent, true, true, false, false, null, null, null,
            T("What did these weeks teach us?"), T("under the lime tree"), null, CouncilKind.Reflection),
        ["decision.made-words"] = new DecisionMade(7, 1, Method.Consent, null, false, Touches.Words, null, T("We take out what names a neighbour."), null, 29, "what"),
        ["disclosure.erased-council"] = new DisclosureErased([29], ["what"], Ground.Council, Council: 7),
        ["disclosure.erased-law"] = new DisclosureErased([29], ["what"], Ground.Law, "FR", Order.Court, Saturday),
        ["draw.revealed-beacon"] = new DrawRevealed(7, 2, Way.Beacon, "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc", Hash.Of("transcript\n"),
            [], [], [], [], [], [], [],
            "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92", 0),
        ["draw.revealed-lot"] = new DrawRevealed(7, 2, Way.Hat, null, null, [], [], [], [], [], [], [4, 2, 1], null, 1),
        ["draw.revealed-hat"] = new DrawRevealed(7, 1, Way.Hat, null, null, [1], [3], [2], [2, 3], [3, 1], [4, 2, 6, 1, 5], []),
        ["hat.filled-bearers"] = new HatFilled(7, 1, Role.KeyBearer, [1, 2, 4, 5, 6], [], 0, false),
        ["hat.filled-lot"] = new HatFilled(7, 2, Role.Juror, [1, 2, 4], [], 2, false),
        ["role.called-lot"] = new RoleCalled(7, Role.Juror, 2, Why.SteppedBack, null, 4),
        ["roll.closed-way"] = new RollClosed(7, 1, Hash.Of("1;blue-heron\n2;quiet-otter\n3;red-wren\n"), 3, Way.Beacon),
        ["sheet.page-reveals"] = new SheetPage(7, Sheet.Reveals, 1, 1, 1, [$"reveal;2;{Hash.Of("nonce")}", "missing;3"]),
        ["resistance.counted-abstaining"] = new ResistanceCounted(7, CountBy.Phones, 9, [0, 1, 2], [40, 12, 15], [], [], null, 1),
        ["proposal.made-words"] = new ProposalMade(7, 1, null, false, Touches.Words, null, T("We take out what names a neighbour."), null, 29, "what"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
