using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>How a project ended before its time. One that nobody ended expires: a function of state and now, never a leaf.</summary>
public enum ProjectEnd { Done, Dropped }

/// <summary>What has become of a project.</summary>
public enum ProjectState { Open, Done, Dropped, Expired }

/// <summary>What a decision opened: its council's tasks, and what is shown of them. It has the number of the council that decided.</summary>
/// <param name="Number">The council.</param>
/// <param name="OpenedAt">When its council dissolved.</param>
/// <param name="Until">When it expires, unless a council renews it.</param>
public sealed record Project(int Number, Instant OpenedAt, Instant Until)
{
    /// <summary>42 days of 24 hours each.</summary>
    public static readonly Duration Term = Duration.FromDays(42);

    /// <summary>When whoever had one of its tasks said that all of it is done; null while nobody did.</summary>
    public Instant? FinishedAt { get; init; }

    /// <summary>Ends that other councils decided: each holds 72 hours after, unless it is refused.</summary>
    public ImmutableArray<DecidedEnd> Ends { get; init; } = [];

    /// <summary>Councils that went on with it, oldest first.</summary>
    public ImmutableArray<int> Renewals { get; init; } = [];

    /// <summary>When it is over, or will be.</summary>
    public Instant OverAt(Quarter quarter) => Over(quarter).At;

    public bool IsOpenAt(Quarter quarter, Instant now) => now < OverAt(quarter);

    /// <summary>What has become of it by now.</summary>
    public ProjectState StateAt(Quarter quarter, Instant now) => Over(quarter) switch
    {
        var (at, _) when now < at => ProjectState.Open,
        (_, ProjectEnd.Done) => ProjectState.Done,
        (_, ProjectEnd.Dropped) => ProjectState.Dropped,
        _ => ProjectState.Expired,
    };

    /// <summary>Whichever comes first: what was over stays over.</summary>
    private (Instant At, ProjectEnd? End) Over(Quarter quarter)
    {
        var over = FinishedAt is { } finished ? (finished, ProjectEnd.Done) : (At: Until, End: (ProjectEnd?)null);
        foreach (var end in Ends)
            if (quarter.Amendments.TryGetValue(end.Council, out var decided) && decided.RefusedAt is null && decided.HoldsFrom < over.At)
                over = (decided.HoldsFrom, end.End);
        return over;
    }
}

/// <param name="Council">Which council decided it.</param>
/// <param name="End">As what it ends.</param>
public sealed record DecidedEnd(int Council, ProjectEnd End);
