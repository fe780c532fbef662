using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web;

/// <summary>A neighbourhood at a glance: what a passer-by may see of it at this moment.</summary>
public sealed class Glance
{
    private readonly Lazy<Council[]> _held;
    private readonly Lazy<HashSet<WallItem>> _takenUp;

    public Glance(Quarter quarter, Instant now)
    {
        (Quarter, Now) = (quarter, now);
        Coming = [.. quarter.Councils.Values.Where(c => c.Step == Step.Announced).OrderBy(c => c.StartsAt)];
        Sitting = [.. quarter.Councils.Values.Where(c => c.Step is > Step.Announced and < Step.Dissolved).OrderBy(c => c.EndsAt)];
        _held = new(() =>
            [.. quarter.Councils.Values.Where(c => c.Outcome is Outcome.Decided or Outcome.NoDecision).OrderByDescending(c => c.DissolvedAt).ThenByDescending(c => c.Number)]);
        _takenUp = new(() =>
            [.. quarter.Councils.Values.Where(c => c.Outcome is not (Outcome.CalledOff or Outcome.NobodyCame)).Select(c => c.FromWall).OfType<WallItem>()]);
    }

    public Quarter Quarter { get; }

    public Instant Now { get; }

    public IReadOnlyList<Council> Coming { get; }

    public IReadOnlyList<Council> Sitting { get; }

    /// <summary>Those that met, whether or not they agreed; the latest first.</summary>
    public IReadOnlyList<Council> Held => _held.Value;

    public Council? DecidedLast => Held.FirstOrDefault(c => c.Decision is not null);

    public IEnumerable<Corner> Corners => Quarter.Corners.Values.Where(c => c.Until > Now).OrderByDescending(c => c.Number);

    /// <summary>What councils left and nobody took up since.</summary>
    public IEnumerable<(Council Council, Proposal Proposal)> Wall =>
        from council in Held
        where ShowsTexts(council)
        from proposal in council.OnTheWall
        where !_takenUp.Value.Contains(new WallItem(council.Number, proposal.Number))
        select (council, proposal);

    /// <summary>Decided, and not in force yet.</summary>
    public IEnumerable<Amendment> Pending => Quarter.Amendments.Values.Where(a => a.RefusedAt is null && a.HoldsFrom > Now);

    /// <summary>What the neighbourhood is for, in the words that hold now.</summary>
    public TextAt? Horizon => Holding(Touches.Horizon).LastOrDefault()?.Wording ?? Quarter.Horizon;

    /// <summary>Local clauses, and after them what councils of weight decided of the agreement.</summary>
    public IEnumerable<TextAt> Covenant => Quarter.Covenant.Concat(Holding(Touches.Covenant).Select(a => a.Wording));

    /// <summary>Texts other than decision and tasks may be shown: nobody has time left to black them out.</summary>
    public bool ShowsTexts(Council council) => council.TextsFrom is not { } from || from <= Now;

    /// <summary>The first evening, as the record has it: a council met, a lot was drawn in one, one gained something.</summary>
    public (bool Met, bool Drawn, bool Gained) Evening => (Held.Count > 0, Held.Any(c => c.Calls.Length > 0), Held.Any(c => c.Gain is not null));

    private IEnumerable<Amendment> Holding(Touches touches) =>
        Quarter.Amendments.Values.Where(a => a.Touches == touches && a.HoldsAt(Now)).OrderBy(a => a.HoldsFrom);
}
