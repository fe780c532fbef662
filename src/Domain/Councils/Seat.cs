using System.Collections.Immutable;

namespace Faubourg.Domain.Councils;

/// <summary>A right to take part in one council, for as long as it lives.</summary>
/// <param name="Number">From 1, in order of arrival.</param>
/// <param name="Device">The device that holds it; for a neighbour beside a phone, null.</param>
/// <param name="Mark">What stands for its holder, e.g. <c>blue-heron</c>; new in every council.</param>
/// <param name="Name">What the holder wants to be called; null when they gave no name.</param>
/// <param name="Remote">Counted apart: came by the open link.</param>
/// <param name="MayBallot">Taken before deciding opened.</param>
/// <param name="MinutesSlip">Hash of the slip with which the minutes may be corrected.</param>
/// <param name="BesideSeat">The seat whose phone is shared.</param>
/// <param name="Paper">The paper number of somebody beside a phone.</param>
public sealed record Seat(
    int Number,
    string? Device,
    string Mark,
    Text? Name,
    bool Remote,
    bool MayBallot,
    string? MinutesSlip,
    int? BesideSeat = null,
    int? Paper = null)
{
    public bool Here { get; init; } = true;

    /// <summary>The seat whose phone speaks for it: its own, or that of the phone it sits beside.</summary>
    internal int Phone => BesideSeat ?? Number;

    /// <summary>Said so when the hat was passed round: which roles, and for which of them it would be the first time.</summary>
    public Draws.Willing? Willing { get; init; }

    public bool SaidWillingness { get; init; }

    /// <summary>For each role with a lot of its own: said so since that lot was opened.</summary>
    public ImmutableSortedDictionary<Draws.Role, Draws.Willing> ForLots { get; init; } = ImmutableSortedDictionary<Draws.Role, Draws.Willing>.Empty;

    public bool UsedQuiet { get; init; }

    /// <summary>How many questions it put to the room.</summary>
    public int Asked { get; init; }

    /// <summary>A lot is opened for the role: whatever was said before does not count.</summary>
    internal Seat Unasked(Draws.Role role) => this with { ForLots = ForLots.Remove(role) };

    /// <summary>Hash of the slip to be left with its holder for having held the role.</summary>
    internal string? SlipFor(Draws.Role role) =>
        ForLots.GetValueOrDefault(role)?.RoleSlips.GetValueOrDefault(role)
        ?? Willing?.RoleSlips.GetValueOrDefault(role is Draws.Role.Companion ? Draws.Role.Facilitator : role);
}

/// <summary>A lost phone: the seat is asked for by another device and granted by two seated ones.</summary>
/// <param name="MinutesSlip">Hash of the slip that the other device would hold.</param>
public sealed record Reclaim(string Device, ImmutableSortedSet<int> VouchedBy, string? MinutesSlip);
