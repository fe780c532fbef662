using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Charges;

/// <summary>One term as the picture has it.</summary>
/// <param name="To">When it ended, or ends.</param>
/// <param name="Early">They stepped aside before.</param>
/// <param name="Lane">Which line it stands on, from 0; null: there is no room for it, and it stands in the table alone.</param>
internal sealed record Term(Instant From, Instant To, bool Early, int? Lane);

/// <summary>Who served a charge and until when, without saying who: the last half year and what is still to come, on one line of time.</summary>
internal sealed class Terms
{
    /// <summary>Of the drawing.</summary>
    public const int Width = 360;

    /// <summary>Terms and consents shown at most, the newest.</summary>
    public const int Most = 40;

    /// <summary>Lines above one another.</summary>
    public const int MostLanes = 6;

    private readonly Instant _now;

    public Terms(Quarter quarter, Charge charge, Instant now)
    {
        _now = now;
        From = Instant.Max(charge.OpenedAt, now - Charge.Consent);
        To = Instant.Max(charge.OverAt(quarter), From + Duration.FromDays(1));
        All = [.. Placed(charge.Services.Where(term => EndOf(term) > From).TakeLast(Most))];
        Renewed = [.. charge.Renewals.Where(said => said.At >= From && said.At <= To).TakeLast(Most)];
    }

    public Instant From { get; }

    /// <summary>Until when the quarter consented.</summary>
    public Instant To { get; }

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyList<Term> All { get; }

    /// <summary>Consent said again.</summary>
    public IReadOnlyList<DecidedBy> Renewed { get; }

    public int Lanes => All.Count == 0 ? 1 : 1 + All.Max(term => term.Lane ?? 0);

    public double Today => X(_now);

    /// <summary>How far along the line, from 0 to <see cref="Width"/>; what lies outside stands at its ends.</summary>
    public double X(Instant at) => Math.Clamp((at - From).TotalSeconds / (To - From).TotalSeconds, 0, 1) * Width;

    private Instant EndOf(ServiceTerm term) => Instant.Min(term.EndedAt ?? term.Until, To);

    /// <summary>Each on the first line that is free when it begins.</summary>
    private IEnumerable<Term> Placed(IEnumerable<ServiceTerm> terms)
    {
        var free = new Instant[MostLanes];
        Array.Fill(free, Instant.MinValue);
        foreach (var term in terms)
        {
            var lane = Array.FindIndex(free, until => until <= term.From);
            if (lane >= 0) free[lane] = EndOf(term);
            yield return new Term(term.From, EndOf(term), term.EndedAt is not null, lane < 0 ? null : lane);
        }
    }
}
