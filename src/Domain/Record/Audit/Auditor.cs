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
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>
/// Holds a record to its rules, leaf by leaf. It trusts nothing but the leaves, looks into no disclosed text, and needs no more
/// for a leaf of a long record than of a short one. Signatures, hashes and digests are the verifier's own part.
/// </summary>
public sealed class Auditor
{
    private readonly Memory memory = new();

    private readonly Case open;

    public Auditor() => open = new Case(memory);

    /// <summary>
    /// Which rules the leaf breaks; none for a sound one. To be asked of every leaf once, in order. After a breach the state is no
    /// longer what the rules know, and <see cref="Rules.Evolve"/> may fail.
    /// </summary>
    /// <param name="before">The state before it, replayed from the leaves alone.</param>
    /// <param name="happened">What it says.</param>
    /// <param name="stamp">Its time and its index.</param>
    public ImmutableArray<Breach> Check(Quarter before, PublicEvent happened, Stamp stamp)
    {
        open.Open(before, stamp);
        if (OfTime.Check(open, happened)) Judge(happened);
        memory.LastAt = Instant.Max(memory.LastAt, stamp.At);
        memory.Last = happened;
        return open.Breaches.Count == 0 ? [] : [.. open.Breaches];
    }

    private void Judge(PublicEvent happened)
    {
        if (happened is IDeedDone done) OfDeeds.Check(open, done);
        switch (happened)
        {
            case QuarterFounded or CornerPinned or CouncilConvened or CouncilChanged or PlaceMoved or FoundWorthHolding:
                OfAnnouncements.Check(open, happened);
                break;
            case StepMoved or HeadsCounted or QuestionReworded or CouncilExtended or CouncilDissolved or CareHeld:
                OfSteps.Check(open, happened);
                break;
            case SheetPage or LotOpened or RollClosed or HatFilled or RoleCalled or ExclusionWaived:
                OfDraws.Check(open, happened);
                break;
            case BeaconAnnounced or CommitmentsClosed or RevealsClosed or DrawRevealed or DrawAbandoned:
                OfNumbers.Check(open, happened);
                break;
            case ProposalMade or ProposalSetAside or ProposalCalledBack or MethodChosen or DecisionMade:
                OfDecisions.Check(open, happened);
                break;
            case ConsentCounted or ObjectionRecorded or ResistanceCounted or BallotsCounted:
                OfCounts.Check(open, happened);
                break;
            case TaskOpened or SpokespersonNamed or SpokespersonRecalled or CorrectionMade:
                OfAfterwards.Check(open, happened);
                break;
            case ProjectRenewed or ProjectEnded or ProjectFinished or TaskTaken or TaskHandedOn or TaskDropped or TaskDone:
            case EvidenceShown or RequestAsked or RequestAnswered:
                OfProjects.Check(open, happened);
                break;
            case GainClaimed or GainShown or GainConfirmed or GainChecked:
                OfGains.Check(open, happened);
                break;
            case ChargeOpened or ChargeRenewed or ChargeEnded or ServiceBegun or ServiceEnded or MediationHeld:
                OfCharges.Check(open, happened);
                break;
            case BurstOpened or WeekRested or TurnsCounted:
                OfSeasons.Check(open, happened);
                break;
            case OfferLogged or OfferAnswered:
                OfOffers.Check(open, happened);
                break;
            case JarOpened or AccountChanged or KeepersReplaced or LeftoversSent or JarMoved or JarStopped:
                OfJars.Check(open, happened);
                break;
            case WordsBlackedOut or DisclosureErased:
                OfErasures.Check(open, happened);
                break;
            case KeyRotated or KeyRecovered or RecoverySet or PlaceChanged:
                OfKeys.Check(open, happened);
                break;
            default:
                throw new NotSupportedException(happened.GetType().Name);
        }
    }
}
