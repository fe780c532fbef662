using NodaTime;

namespace Faubourg.Domain.Quarters;

/// <summary>What of the quarter a decision changes. Anything but <see cref="Nothing"/> needs a council of weight.</summary>
public enum Touches
{
    Nothing,
    Covenant,
    Horizon,

    /// <summary>It says no to what another council decided of these.</summary>
    Amendment,

    /// <summary>Words in the record, to be taken out for good.</summary>
    Words,

    /// <summary>Which host keeps the record.</summary>
    Place,

    /// <summary>A project goes on for another while, by those who will do it.</summary>
    Renewal,

    /// <summary>A project that another council opened.</summary>
    Project,

    /// <summary>Money: a jar, the account it pays to, what is left in it.</summary>
    Jar,

    /// <summary>A lasting responsibility.</summary>
    Charge,

    /// <summary>A gain that another council claimed, confirmed.</summary>
    Gain,

    /// <summary>Busy weeks.</summary>
    Season,

    /// <summary>What an institution offered.</summary>
    Offer,
}

/// <summary>Which decisions need what.</summary>
public static class TouchesKinds
{
    /// <summary>Others live with it: a council of weight decides it, and another may say no for 72 hours.</summary>
    public static bool IsOfOthers(this Touches touches) => touches is not (Touches.Nothing or Touches.Renewal);

    /// <summary>It says more than words can: a <see cref="Decisions.Deed"/> comes with it.</summary>
    public static bool HasDeed(this Touches touches) => touches >= Touches.Renewal;
}

/// <summary>
/// A change that a council of weight decided. It holds 72 hours after the minutes, unless a council of as many heads said no
/// before: a function of state and now, never a leaf.
/// </summary>
/// <param name="Number">The council that decided it.</param>
/// <param name="Touches">What of the quarter; never nothing, and never a no.</param>
/// <param name="Wording">The adopted words.</param>
/// <param name="HoldsFrom">When it takes effect.</param>
/// <param name="Heads">Lower bound of the band of heads of the council that decided it.</param>
/// <param name="RefusedAt">When a later council said no.</param>
public sealed record Amendment(int Number, Touches Touches, TextAt Wording, Instant HoldsFrom, int Heads, Instant? RefusedAt)
{
    /// <summary>Words: where those that are to go were disclosed.</summary>
    public TextAt? Target { get; init; }

    /// <summary>Words: the council in whose minutes they stand.</summary>
    public int? TargetCouncil { get; init; }

    /// <summary>Words: when they were taken out.</summary>
    public Instant? DoneAt { get; init; }

    public static readonly Duration Delay = Duration.FromHours(72);

    public bool HoldsAt(Instant now) => now >= HoldsFrom && RefusedAt is null;

    /// <summary>A council may still say no to it.</summary>
    public bool IsPendingAt(Instant now) => now < HoldsFrom && RefusedAt is null;
}
