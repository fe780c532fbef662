using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>How the numbers are made: chosen when the roll is closed.</summary>
public enum Way { Dice, Slips, Hat, Beacon }

/// <summary>Why somebody was called for a role.</summary>
public enum Why { Drawn, SteppedBack, Thanked, Left, MovedUp }

/// <summary>
/// What a closed roll waits for: devices commit to a secret number, then show it, then numbers are made in front of everybody.
/// <see cref="Known"/>: numbers were typed, or the beacon's round is out, and who is drawn could be worked out.
/// </summary>
public enum DrawPhase { Committing, Revealing, Numbers, Known }

/// <summary>A draw as the record has it.</summary>
/// <param name="Number">From 1 in its council.</param>
/// <param name="Roll">Lines <c>number;mark</c>.</param>
public sealed record Draw(int Number, ImmutableArray<string> Roll)
{
    /// <summary>The way chosen when the roll was closed; null in records from before it was chosen then.</summary>
    public Way? Chosen { get; init; }

    /// <summary>What it is drawn for; null for the roles of the evening.</summary>
    public Lot? Lot { get; init; }

    /// <summary>For each role, the numbers that could be called.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Eligible { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    /// <summary>First-timers with two tickets for facilitator, in a hat of fewer than three.</summary>
    public ImmutableArray<int> Doubled { get; init; } = [];

    /// <summary>How many times somebody was left out of a hat because they held that role last time.</summary>
    public int Excluded { get; init; }

    /// <summary>Roles for which the room consented to leave nobody out.</summary>
    public ImmutableArray<Role> Excepted { get; init; } = [];

    /// <summary>The beacon's round, announced when the roll was closed.</summary>
    public long? Round { get; init; }

    /// <summary>Lines <c>number;commitment</c>, ascending; null until they are closed.</summary>
    public ImmutableArray<string>? Commitments { get; init; }

    /// <summary>Nonces by number of the roll, without those that are missing; null until they are closed.</summary>
    public ImmutableSortedDictionary<int, string>? Reveals { get; init; }

    /// <summary>Given up before its numbers were confirmed, and at which point; null for a draw that was not.</summary>
    public DrawPhase? Abandoned { get; init; }

    /// <summary>How the numbers were made; null while they are awaited, and for a draw that was given up.</summary>
    public Way? Way { get; init; }

    /// <summary>
    /// Dice: digits 1 to 6. Slips: three groups of four digits with semicolons. Beacon: the round's randomness, 64 hex digits. Hat:
    /// null. Of a draw that was given up: what had been typed.
    /// </summary>
    public string? Numbers { get; init; }

    /// <summary>Beacon: the round's signature, 96 hex digits.</summary>
    public string? Signature { get; init; }

    /// <summary>How often typed numbers were doubted, or typed otherwise; null in records from before this was told.</summary>
    public int? Doubts { get; init; }

    public string? Transcript { get; init; }

    public string? Seed { get; init; }

    /// <summary>For each role, the order of call.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Orders { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    /// <summary>Its numbers are still awaited.</summary>
    public bool IsOpen => Way is null && Abandoned is null;

    /// <summary>How many tickets somebody has, where it is more than one.</summary>
    public ImmutableDictionary<int, int> TicketsFor(Role role) =>
        role == Role.Facilitator && !Doubled.IsEmpty ? Doubled.ToImmutableDictionary(n => n, _ => 2) : ImmutableDictionary<int, int>.Empty;
}

/// <summary>Somebody was called for a role, by number of the roll.</summary>
/// <param name="Draw">Whose roll; null for a council on paper.</param>
/// <param name="Instead">Lots: the number that stepped back.</param>
public sealed record Call(Role Role, int? Number, Why Why, Instant At, bool? FirstTime = null, int? Draw = null, int? Instead = null);

/// <summary>A roll is closed and awaits its numbers.</summary>
/// <param name="Number">Of the draw.</param>
public sealed record OpenDraw(int Number)
{
    /// <summary>Committing and Revealing end by themselves, at <see cref="Ends"/>.</summary>
    public DrawPhase Phase { get; init; } = DrawPhase.Numbers;

    /// <summary>When the phase ends at the latest; null where nothing is awaited of devices.</summary>
    public Instant? Ends { get; init; }

    /// <summary>What devices committed to, by number of the roll.</summary>
    public ImmutableSortedDictionary<int, string> Commitments { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>What they showed so far: published when the phase ends.</summary>
    public ImmutableSortedDictionary<int, string> Nonces { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>What one device typed and a second has to confirm.</summary>
    public TypedDraw? Typed { get; init; }

    /// <summary>The last numbers that were typed, doubted or not; null for a hat, and while none were.</summary>
    public string? LastNumbers { get; init; }

    /// <summary>How often what was typed was doubted, or typed otherwise.</summary>
    public int Doubts { get; init; }

    /// <summary>Seats that would give this draw up.</summary>
    public ImmutableSortedSet<int> SaidAbandon { get; init; } = [];
}

/// <param name="Device">The device that typed.</param>
/// <param name="Numbers">Dice or slips as in <see cref="Draw.Numbers"/>; null for a hat.</param>
/// <param name="Hat">The orders drawn from the hat.</param>
public sealed record TypedDraw(string Device, Way Way, string? Numbers, ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat);
