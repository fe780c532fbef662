using System.Collections.Immutable;
using Faubourg.Domain.Gains;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>A council of which there is something to tell. Its words may have been taken back: then no page tells it.</summary>
/// <param name="Council">It decided, and no other council said no.</param>
/// <param name="Tasks">What was to be done.</param>
/// <param name="Done">Of these.</param>
/// <param name="Gain">What has become of the first gain it claimed; null where it claimed none.</param>
public sealed record StoryCounted(int Council, int Tasks, int Done, GainState? Gain);

/// <summary>The steps with which a neighbourhood begins, so far as a record can show them.</summary>
/// <param name="Council">One met.</param>
/// <param name="Lot">Somebody was called by lot in one.</param>
/// <param name="Gain">One claimed a gain.</param>
/// <param name="Rest">Busy weeks with their quiet, or a week without a council, were planned.</param>
public sealed record StepsCounted(bool Council, bool Lot, bool Gain, bool Rest);

internal sealed class StoryFigures(HeldDecisions decisions, CouncilFigures councils, ProjectFigures projects, GainFigures gains, SeasonFigures seasons)
{
    public ImmutableArray<StoryCounted> At(Instant now) =>
    [
        .. from council in councils.All
           where council is { Outcome: not null, Decided: true } && decisions.RefusedAt(council.Number) is null
           let tasks = projects.TasksOf(council.Number)
           select new StoryCounted(council.Number, tasks.All, tasks.Done, gains.FirstOf(council.Number, now)),
    ];

    public StepsCounted Steps() => new(
        councils.All.Any(c => c.Met), councils.All.Any(c => c.Met && c.Calls.Count > 0), councils.All.Any(c => c is { Met: true, Gained: true }), seasons.Any);
}
