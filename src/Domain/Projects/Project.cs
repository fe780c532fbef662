using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>How a project ended before its time. One that nobody ended expires: a function of state and now, never a leaf.</summary>
public enum ProjectEnd { Done, Dropped }

/// <summary>What a decision opened: its council's tasks, and what is shown of them. It has the number of the council that decided.</summary>
/// <param name="Number">The council.</param>
/// <param name="OpenedAt">When its council dissolved.</param>
/// <param name="Until">When it expires, unless a council renews it.</param>
public sealed record Project(int Number, Instant OpenedAt, Instant Until)
{
    /// <summary>42 days of 24 hours each.</summary>
    public static readonly Duration Term = Duration.FromDays(42);

    /// <summary>Null while nobody ended it.</summary>
    public ProjectEnd? End { get; init; }

    /// <summary>When it was ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>When it is over, or will be.</summary>
    public Instant OverAt => EndedAt ?? Until;

    public bool IsOpenAt(Instant now) => now < OverAt;
}
