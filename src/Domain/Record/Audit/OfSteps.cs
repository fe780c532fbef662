using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>The order of the evening, and its end.</summary>
internal static class OfSteps
{
    private static readonly Duration TextsWait = Duration.FromHours(12);

    private static readonly Duration NobodyComes = Duration.FromMinutes(20);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case StepMoved e: Moved(c, e); break;
            case HeadsCounted e: Counted(c, e); break;
            case QuestionReworded e: c.LivingAt(e.Council, Step.Gathering, Step.Hearing); break;
            case CouncilExtended e: Extended(c, e); break;
            case CouncilDissolved e: Dissolved(c, e); break;
            case CareHeld e:
                if (c.LivingAt(e.Council, Step.Closing) is { } cared)
                    c.Require(cared.Care is null && e.Mood is null or >= 1 and <= CheckIn.Faces, Rule.StepsInOrder, "A council closes once, with a mood from 1 to 5.");
                break;
        }
    }

    private static void Moved(Case c, StepMoved e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper has no steps.");
        if (!c.Require(MayFollow(council, e.Step), Rule.StepsInOrder, "This step does not follow the one before.")) return;
        if (e.Step == Step.Gathering)
            c.Require(c.At >= council.StartsAt - TakeSeat.Early, Rule.AnnouncedInTime, "The room opened more than an hour early.");
        if (council.Step == Step.Deciding) OfCounts.AllObjectionsAreKept(c, council);
        if (e.Step == Step.Deciding) c.Evening(e.Council).WhenDecidingBegan = c.Before;
    }

    private static bool MayFollow(Council council, Step next) => (council.Step, next) switch
    {
        (Step.Announced, Step.Gathering) or (Step.Gathering, Step.Hearing or Step.Closing) => true,
        (Step.Hearing, Step.Deciding) => council.Standing.Any(),
        (Step.Hearing, Step.Closing) => true,
        (Step.Deciding, Step.Tasking) => council.Decision is not null,
        (Step.Deciding, Step.Closing) => council.Decision is null,
        (Step.Tasking, Step.Reckoning or Step.Closing) or (Step.Reckoning, Step.Closing) => true,
        _ => false,
    };

    private static void Counted(Case c, HeadsCounted e)
    {
        if (c.LivingAt(e.Council, Step.Gathering, Step.Hearing) is not { } council) return;
        c.Require(e.Step == (council.OnPaper ? Step.Hearing : council.Step), Rule.HeadsInBands, "Heads are counted in the step that is.");
        c.Require(e.AtLeast > 0 && Bands.Of(e.AtLeast) == e.AtLeast, Rule.HeadsInBands, "That is not the lower bound of a band.");
        var evening = c.Evening(e.Council);
        evening.MostHeads = Math.Max(evening.MostHeads, e.AtLeast);
    }

    private static void Extended(Case c, CouncilExtended e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(council is { OnPaper: false, ExtraMinutes: 0 }, Rule.ExtendedOnce, "It was extended before.");
        c.Require(e.Minutes is >= 1 and <= AskRoom.LongestExtension, Rule.ExtendedOnce, "A council is extended by 30 minutes at most.");
        c.Memory.Ends(council, council.EndsAt + Duration.FromMinutes(e.Minutes));
    }

    private static void Dissolved(Case c, CouncilDissolved e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(e.Due <= c.At, Rule.DissolvedOnTime, "It is dissolved before its time.");
        c.Require(e.Due == DueFor(council, e, c.At), Rule.DissolvedOnTime, "Its end is not when the rule calls for it.");
        c.Require(e.TextsFrom == (e.Ending == Ending.Time ? e.Due + TextsWait : null), Rule.EndedAsItWas, "Texts wait 12 hours when time ended a council, and not otherwise.");
        c.Require(e.Outcome == OutcomeOf(council, e.Ending), Rule.EndedAsItWas, "The outcome is not what happened.");
        c.Require(Fits(council, e.Ending), Rule.EndedAsItWas, "It cannot have ended so at this step.");
        if (council.Step == Step.Deciding) OfCounts.AllObjectionsAreKept(c, council);
        if (c.Evening(e.Council).KeysUntil is { } until)
            c.Require(until == e.Due + Quarters.Recovery.Term, Rule.BearersDrawn, "The keys of key-bearers hold for a year.");
        c.Memory.Over(council);
    }

    private static Instant DueFor(Council council, CouncilDissolved e, Instant at) => e.Ending switch
    {
        Ending.Time or Ending.Paper => council.EndsAt,
        Ending.NobodyCame => Instant.Min(council.EndsAt, council.StartsAt + NobodyComes),
        // By an act, at its minute.
        _ => Instant.Min(at, council.EndsAt),
    };

    private static Outcome OutcomeOf(Council council, Ending ending) => ending switch
    {
        Ending.CalledOff => Outcome.CalledOff,
        Ending.NobodyCame => Outcome.NobodyCame,
        _ => council.Decision is null ? Outcome.NoDecision : Outcome.Decided,
    };

    private static bool Fits(Council council, Ending ending) => ending switch
    {
        Ending.Paper => council.OnPaper,
        Ending.CalledOff or Ending.NobodyCame => !council.OnPaper && council.Step <= Step.Gathering,
        Ending.Closing => council.Step == Step.Closing,
        _ => !council.OnPaper && council.Step >= Step.Gathering,
    };
}
