using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>Busy weeks, quiet, and the reflection council that the calendar proposes while nobody convened one.</summary>
internal static class SeasonDates
{
    public static IEnumerable<Dated> Of(Visit visit)
    {
        var councils = new Lazy<int>(() => Changed.InCouncils(visit.Quarter));
        foreach (var burst in visit.Quarter.Bursts)
        {
            if (visit.Quarter.Amendments.GetValueOrDefault(burst.Number) is not { } decided) continue;
            var refused = decided.RefusedAt is not null;
            var from = decided.HoldsFrom;
            var quiet = from + Duration.FromDays(burst.Days);
            var until = quiet + Duration.FromDays(burst.Quiet);
            if (until < visit.Now - AllDates.Back) continue;
            var (sequence, stamp) = (refused ? 1 : 0, decided.RefusedAt ?? visit.Quarter.Councils[burst.Number].DissolvedAt ?? visit.Quarter.Councils[burst.Number].Decision!.At);
            yield return new Dated($"burst-{burst.Number}", sequence, stamp, visit.Words["seasons.burst"], "/seasons") { Day = Dated.Between(from, quiet, visit.Zone), Cancelled = refused };
            yield return new Dated($"quiet-{burst.Number}", sequence, stamp, visit.Words["seasons.quiet"], "/seasons")
            {
                Day = Dated.Between(quiet, until, visit.Zone),
                Cancelled = refused,
                More = visit.Words["seasons.quiet.text"],
            };
            var season = new Season(burst, from, quiet, until);
            var held = Reflection.Of(visit.Quarter, season) is not null;
            yield return new Dated($"reflection-{burst.Number}", sequence + councils.Value, stamp, visit.Words["seasons.reflection.proposed"], "/seasons")
            {
                Day = (quiet.InZone(visit.Zone).Date, 1),
                Proposed = true,
                // Once there is one, its own entry says when and where.
                Cancelled = refused || held,
            };
        }
    }
}

/// <summary>"No council this week."</summary>
internal static class RestDates
{
    public static IEnumerable<Dated> Of(Visit visit)
    {
        var councils = new Lazy<int>(() => Changed.InCouncils(visit.Quarter));
        return visit.Quarter.Rests
            .Where(rest => Week.Ends(rest.Key) > visit.Now - AllDates.Back)
            .Select(rest => (rest.Key, rest.Value, Broken: Week.Breaks(visit.Quarter, rest.Key)))
            .Select(rest => new Dated($"rest-{rest.Key:uuuu'-'MM'-'dd}", councils.Value, rest.Broken?.ConvenedAt ?? rest.Value, visit.Words["seasons.rest"], "/seasons")
            {
                Day = (rest.Key, Week.Days),
                Cancelled = rest.Broken is not null,
            });
    }
}

/// <summary>What was decided, and takes effect unless a council says no.</summary>
internal static class AmendmentDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Amendments.Values
        .Where(a => a.HoldsFrom > visit.Now - AllDates.Back && visit.Quarter.Councils[a.Number].IsOver)
        .Select(a => new Dated($"effect-{a.Number}", a.RefusedAt is null ? 0 : 1, a.RefusedAt ?? visit.Quarter.Councils[a.Number].DissolvedAt!.Value,
            visit.Words["seasons.due.effect", ("what", visit.Words.Say(visit.Quarter.Said(a.Wording)))], $"/councils/{a.Number}")
        {
            Hours = (a.HoldsFrom, a.HoldsFrom),
            Cancelled = a.RefusedAt is not null,
        });
}

/// <summary>Which council looked back on a season.</summary>
internal static class Reflection
{
    /// <summary>The first that is announced, or met; null while there is none.</summary>
    public static Council? Of(Quarter quarter, Season season) => quarter.Councils.Values
        .FirstOrDefault(c => c.Kind == CouncilKind.Reflection && Week.Counts(c) && season.IsReflectedAt(c.StartsAt));
}
