using Faubourg.Domain.Decisions;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>The order of the evening, and what is written when a step ends.</summary>
public static class Steps
{
    private static readonly (Step Step, double Share)[] Plan =
    [
        (Step.Gathering, 0.15), (Step.Hearing, 0.40), (Step.Deciding, 0.20),
        (Step.Tasking, 0.10), (Step.Reckoning, 0.075), (Step.Closing, 0.075),
    ];

    /// <summary>When the step should be over, if the evening keeps to its plan.</summary>
    public static Instant PlannedEnd(Council council)
    {
        var share = 0.0;
        foreach (var (step, part) in Plan)
        {
            share += part;
            if (step == council.Step) break;
        }
        return council.StartsAt + Duration.FromMinutes((council.Minutes + council.ExtraMinutes) * share);
    }

    /// <summary>The step after this one.</summary>
    public static Step Next(Council council)
    {
        var room = council.Room!;
        return council.Step switch
        {
            Step.Announced => Step.Gathering,
            Step.Gathering => Step.Hearing,
            Step.Hearing => room.Proposals.Values.Any(p => p.Stands) ? Step.Deciding : Step.Closing,
            Step.Deciding => council.Decision is not null ? Step.Tasking : Step.Closing,
            Step.Tasking => room.Leaving ? Step.Closing : Step.Reckoning,
            Step.Reckoning => Step.Closing,
            Step.Closing => Step.Dissolved,
            _ => throw new InvalidOperationException("A dissolved council has no next step."),
        };
    }

    /// <summary>What happened in the step is written, then the next begins.</summary>
    internal static List<Event> Onward(Council council, Instant now, Chance chance) => Next(council) == Step.Dissolved
        ? Dissolution.Of(council, Ending.Closing, now, chance)
        : To(council, Next(council), chance);

    internal static List<Event> To(Council council, Step step, Chance chance) =>
        [.. Written(council, chance), .. Counts.Dropped(council), new StepMoved(council.Number, step), new StepBegun(council.Number)];

    /// <summary>The leaves of the present step. Neighbours' own contributions come in an order nobody chose.</summary>
    internal static IEnumerable<Event> Written(Council council, Chance chance)
    {
        var room = council.Room!;
        return council.Step switch
        {
            Step.Hearing => chance.Shuffle(room.Proposals.Values.Where(p => p.IsKept && !council.Proposals.ContainsKey(p.Number)))
                .SelectMany(p => p.Written(council.Number)),
            Step.Deciding => chance.Shuffle(room.Deliberation.Concerns.Where(c => !c.Written))
                .Select(c => c.Leaf(council.Number)),
            Step.Tasking => room.Tasks.Values.SelectMany(t => t.Written(council.Number)),
            Step.Reckoning => Gains.Checks.Written(council),
            Step.Closing => Care.CareHeld.Of(council),
            _ => [],
        };
    }

    internal static Room At(this Room room, Step step, Attendance attendance) => room with
    {
        SaidMoveOn = Room.Numbers,
        SaidNotYet = Room.Numbers,
        HeldUntil = null,
        Settled = null,
        // The count before the draw does not serve for deciding: people come and go.
        Heads = step == Step.Hearing ? null : room.Heads,
        HeadsTyped = room.HeadsTyped.Clear(),
        Floor = step switch
        {
            // Who only hears one another needs the floor; who sees one another asks for it.
            Step.Gathering => room.Floor with { On = attendance == Attendance.Remote },
            Step.Hearing => room.Floor,
            _ => room.Floor.Ended(),
        },
        // A ballot left open when the room moves on counts for nothing, or it might still decide.
        Deliberation = step == Step.Deciding ? new Deliberation() : room.Deliberation with { RoundOpen = false, Count = null },
    };
}
