using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>How the numbers were made.</summary>
public enum Way { Dice, Slips, Hat }

/// <summary>Why somebody was called for a role.</summary>
public enum Why { Drawn, SteppedBack, Thanked, Left, MovedUp }

/// <summary>A draw as the record has it.</summary>
/// <param name="Number">From 1 in its council.</param>
/// <param name="Roll">Lines <c>number;mark</c>.</param>
public sealed record Draw(int Number, ImmutableArray<string> Roll)
{
    /// <summary>For each role, the numbers that could be called.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Eligible { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    /// <summary>First-timers with two tickets for facilitator, in a hat of fewer than three.</summary>
    public ImmutableArray<int> Doubled { get; init; } = [];

    /// <summary>How many times somebody was left out of a hat because they held that role last time.</summary>
    public int Excluded { get; init; }

    /// <summary>Roles for which the room consented to leave nobody out.</summary>
    public ImmutableArray<Role> Excepted { get; init; } = [];

    public Way? Way { get; init; }

    /// <summary>Dice: digits 1 to 6. Slips: three groups of four digits with semicolons. Hat: null.</summary>
    public string? Numbers { get; init; }

    public string? Transcript { get; init; }

    public string? Seed { get; init; }

    /// <summary>For each role, the order of call.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Orders { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;
}

/// <summary>Somebody was called for a role, by number of the roll.</summary>
public sealed record Call(Role Role, int? Number, Why Why, Instant At, bool? FirstTime = null);

/// <summary>A roll is closed and awaits its numbers.</summary>
/// <param name="Number">Of the draw.</param>
public sealed record OpenDraw(int Number)
{
    /// <summary>What one device typed and a second has to confirm.</summary>
    public TypedDraw? Typed { get; init; }
}

/// <param name="Device">The device that typed.</param>
/// <param name="Numbers">Dice or slips as in <see cref="Draw.Numbers"/>; null for a hat.</param>
/// <param name="Hat">The orders drawn from the hat.</param>
public sealed record TypedDraw(string Device, Way Way, string? Numbers, ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat);
