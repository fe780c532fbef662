using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Stories;

/// <summary>What comes again in a neighbourhood: its own days, and the ways in which its councils close.</summary>
internal sealed class Almanac(Quarter quarter, string url, Words words, When when)
{
    /// <summary>Days ahead that are shown first.</summary>
    private const int Ahead = 31;

    private const int MostOwn = 30;

    private const int MostSongs = 20;

    private readonly LocalDate today = when.Now.InZone(when.Zone).Date;

    public LocalDate Today => today;

    /// <summary>Of the coming month, the nearest first: what happened here, and in 1871.</summary>
    public IEnumerable<Anniversary> Coming => Own().Concat(CommuneDays.All(words))
        .Where(day => day.On < today && Period.Between(today, day.Next(today), PeriodUnits.Days).Days <= Ahead)
        .OrderBy(day => day.Next(today)).ThenBy(day => day.On)
        .Take(MostOwn);

    /// <summary>Its first times: these make a neighbourhood.</summary>
    public IEnumerable<Anniversary> Firsts()
    {
        yield return new Anniversary(Day(quarter.FoundedAt), words["almanac.founded"], words["almanac.source.record"], $"{url}/record/entries/0");
        var held = Held.ToArray();
        if (held.FirstOrDefault() is { } first) yield return Of(first, words["almanac.first.council"]);
        if (held.FirstOrDefault(c => c.Calls.Length > 0) is { } drawn) yield return Of(drawn, words["almanac.first.lot"]);
        if (held.FirstOrDefault(c => c.Gain is not null) is { } gained) yield return Of(gained, words["almanac.first.gain"]);
    }

    /// <summary>How councils close, the most usual first: that is what a tradition is.</summary>
    public IEnumerable<(Ritual Ritual, int Times, Instant Last)> Traditions => Held
        .Where(c => c.Care?.Ritual is not null)
        .GroupBy(c => c.Care!.Ritual!.Value)
        .Select(g => (g.Key, g.Count(), g.Max(c => c.StartsAt)))
        .OrderByDescending(t => t.Item2).ThenBy(t => t.Key);

    /// <summary>Songs that were sung and ways that were the room's own, in its words; each once, the latest first.</summary>
    public IEnumerable<(string Words, Council Council)> Songs => Held.Reverse()
        .Where(c => c.Care is { Ritual: Ritual.Song or Ritual.Own, Words: not null } && !(c.TextsFrom > when.Now))
        .Select(c => (Words: quarter.Said(c.Care!.Words)?.Value ?? "", Council: c))
        .Where(s => s.Words.Length > 0)
        .DistinctBy(s => s.Words, StringComparer.OrdinalIgnoreCase)
        .Take(MostSongs);

    private IEnumerable<Anniversary> Own() => Firsts().Concat(Held.Select(Decided).OfType<Anniversary>());

    /// <summary>What another council said no to is no day of the neighbourhood.</summary>
    private Anniversary? Decided(Council council) => quarter.Said(council.Decision?.What)?.Value is { } said
        && quarter.Amendments.GetValueOrDefault(council.Number) is not { RefusedAt: not null }
        ? Of(council, words["almanac.decided", ("words", said.ReplaceLineEndings(" "))])
        : null;

    private IEnumerable<Council> Held => quarter.Councils.Values.Where(c => c.Outcome is Outcome.Decided or Outcome.NoDecision);

    private Anniversary Of(Council council, string says) =>
        new(Day(council.StartsAt), says, words["almanac.source.minutes"], $"{url}/councils/{council.Number}");

    private LocalDate Day(Instant at) => at.InZone(when.Zone).Date;
}
