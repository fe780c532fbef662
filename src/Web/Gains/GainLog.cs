using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Web.Pictures;
using NodaTime;

namespace Faubourg.Web.Gains;

/// <summary>The sovereignty log at one moment: each gain once, and the sums of both pictures.</summary>
public sealed class GainLog
{
    public const int PageLength = 50;

    private readonly KeptBack _keptBack;

    private readonly Quarter _quarter;

    private readonly Instant _now;

    public GainLog(Quarter quarter, Instant now)
    {
        (_quarter, _now, _keptBack) = (quarter, now, KeptBack.Of(quarter, now));
        var domains = Enum.GetValues<GainDomain>().Select(_ => new long[Parts]).ToArray();
        var ages = Persistence.Ages.Select(_ => new long[Enum.GetValues<Lasting>().Length]).ToArray();
        foreach (var gain in quarter.Gains.Values)
        {
            domains[(int)gain.Claimed.Domain][Math.Min((int)Order(gain.StateAt(quarter, now)), Parts - 1)]++;
            for (var n = 0; n < ages.Length; n++)
                if (Persistence.At(gain, Persistence.Ages[n], quarter, now) is { } found)
                    ages[n][(int)found]++;
        }

        (ByDomain, ByAge) = ([.. domains.Select(ImmutableArray.Create)], [.. ages.Select(ImmutableArray.Create)]);
    }

    /// <summary>Confirmed, shown, claimed, and what lapsed or is over.</summary>
    private const int Parts = 4;

    /// <summary>For each domain how many are confirmed, shown, claimed, over.</summary>
    public ImmutableArray<ImmutableArray<long>> ByDomain { get; }

    /// <summary>For each age how many work, are over, lapsed, or were not looked at; those that are younger are not among them.</summary>
    public ImmutableArray<ImmutableArray<long>> ByAge { get; }

    public int Count => _quarter.Gains.Count;

    public long Confirmed => ByDomain.Sum(domain => domain[0]);

    public GainState StateOf(LoggedGain gain) => gain.StateAt(_quarter, _now);

    /// <summary>The words as anybody may see them now; null while they are kept back for names to be blacked out.</summary>
    public Text? Said(TextAt? at) => at is null || _keptBack.Holds(at, out _) ? null : _quarter.Said(at);

    /// <summary>The latest first.</summary>
    public IEnumerable<LoggedGain> Page(int page) => _quarter.Gains.Values.Reverse().Skip(page * PageLength).Take(PageLength);

    public IEnumerable<LoggedGain> All => _quarter.Gains.Values;

    /// <summary>In the order of the picture's parts.</summary>
    private static int Order(GainState state) => state switch
    {
        GainState.Confirmed => 0,
        GainState.Shown => 1,
        GainState.Claimed => 2,
        _ => 3,
    };

    /// <summary>How each part of the picture by domain is filled.</summary>
    public static readonly ImmutableArray<(Fill Fill, string Name)> DomainParts =
        [(Fill.Solid, "confirmed"), (Fill.Stripes, "shown"), (Fill.Dots, "claimed"), (Fill.Hollow, "over")];

    /// <summary>How each part of the picture by age is filled, in the order of <see cref="Lasting"/>.</summary>
    public static readonly ImmutableArray<(Fill Fill, string Name)> AgeParts =
        [(Fill.Solid, "works"), (Fill.Stripes, "over"), (Fill.Hollow, "lapsed"), (Fill.Dots, "unlooked")];
}
