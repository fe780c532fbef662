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

    /// <summary>Said so when the hat was passed round: which roles, and for which of them it would be the first time.</summary>
    public Draws.Willing? Willing { get; init; }

    public bool SaidWillingness { get; init; }

    public bool UsedQuiet { get; init; }

    /// <summary>How many questions it put to the room.</summary>
    public int Asked { get; init; }
}

/// <summary>A lost phone: the seat is asked for by another device and granted by two seated ones.</summary>
/// <param name="MinutesSlip">Hash of the slip that the other device would hold.</param>
public sealed record Reclaim(string Device, System.Collections.Immutable.ImmutableSortedSet<int> VouchedBy, string? MinutesSlip);
