using Faubourg.Domain;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Jars;

/// <summary>A jar as its pages show it at this moment.</summary>
public sealed record JarTold(Quarter Quarter, Jar Jar, Instant Now)
{
    public JarPhase Phase { get; } = Jar.PhaseAt(Quarter, Now);

    public int Number => Jar.Number;

    public bool Moves => Phase is JarPhase.Open or JarPhase.Emptying;

    /// <summary>What it is for: the words that its council adopted.</summary>
    public Text? For => Quarter.Said(Quarter.Councils[Number].Decision?.What);

    public long Level => Jar.LevelAt(Quarter, Now);

    public long Unaccounted => Jar.UnaccountedAt(Quarter, Now);

    /// <summary>Spent, and may still be stopped.</summary>
    public long NotFinal => Jar.Movements.Where(m => m.ShowsAt(Now)).Sum(m => m.Amount);

    /// <summary>When it opens, if nobody says no.</summary>
    public Instant? OpensAt => Phase == JarPhase.Waiting && Quarter.Projects.ContainsKey(Number) ? Quarter.Amendments[Number].HoldsFrom : null;

    public Instant? ProjectOver => Quarter.Projects.GetValueOrDefault(Number)?.OverAt(Quarter);

    public Instant? EndsAt => ProjectOver + Jar.AfterProject;

    /// <summary>The council whose two keepers serve; while it waits, those that will.</summary>
    public int? Keepers => (Jar.KeepersAt(Quarter, Now) ?? (Phase == JarPhase.Waiting ? Number : null)) is { } council
        && Domain.Jars.Keepers.WereDrawn(Quarter.Councils[council]) ? council : null;

    /// <summary>Where to pay to; while the jar waits, where it will be. Null for cash.</summary>
    public (Text? Holder, Text Account)? Account => Jar.AccountAt(Quarter, Now) is var at && Quarter.Said(at.Number) is { } account
        ? (Quarter.Said(at.Holder), account)
        : null;

    /// <summary>Until then names in it may be blacked out before anybody reads it; null once it is shown.</summary>
    public Instant? AccountFrom => Quarter.Councils[Jar.AccountAt(Quarter, Now).Council].TextsFrom is { } from && from > Now ? from : null;
}
