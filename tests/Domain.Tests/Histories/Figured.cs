using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Figures;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What pages show of the state, in the words of those who count the leaves alone.</summary>
internal static class Figured
{
    private const int Seldom = 8;

    private static readonly Duration Later = Duration.FromDays(60);

    /// <summary>Counted now, and as it will be two months later if nobody does anything. What differs once goes on to differ: now and then is enough.</summary>
    public static string? Every_number_is_counted_the_same_by_a_second_way(Moment m) =>
        m.Happened.Any(e => e is CouncilDissolved || (e is PublicEvent && m.Chance % Seldom == 0))
            ? Differs(m.After, m.World.Memory.Figures, m.Now) ?? Differs(m.After, m.World.Memory.Figures, m.Now + Later)
            : null;

    public static string? Differs(Quarter quarter, FigureBook figures, Instant now)
    {
        var counted = figures.At(now);
        return Differ("entries", quarter.Size, counted.Entries)
            ?? Differ("councils", Councils(quarter), counted.Councils)
            ?? DifferOf("projects", quarter.Projects.Values.Select(p => Of(quarter, p, now)), counted.Projects)
            ?? DifferOf("requests", Requests(quarter, now), counted.Requests)
            ?? DifferOf("jars", quarter.Jars.Values.Select(j => Of(quarter, j, now)), counted.Jars)
            ?? DifferOf("lines", quarter.Jars.Values.SelectMany(j => j.Movements.Select(m => new LineCounted(j.Number, m.Number, m.Kind, m.Amount, m.Counts))), counted.Lines)
            ?? DifferOf("charges", quarter.Charges.Values.Select(c => Of(quarter, c, now)), counted.Charges)
            ?? DifferOf("offers", quarter.Offers.Values.Select(o => new OfferCounted(o.Number, o.At(quarter, now), o.Reply(quarter)?.Council)), counted.Offers)
            ?? Gained.Differs(quarter, counted.Gains, now)
            ?? Seasoned.Differs(quarter, counted.Seasons, now)
            ?? Told.Differs(quarter, counted, now);
    }

    private static CouncilsCounted Councils(Quarter quarter) => new(
        quarter.Councils.Count,
        quarter.Councils.Values.Count(c => c.Outcome is Outcome.Decided or Outcome.NoDecision),
        quarter.Councils.Values.Count(c => c.Outcome == Outcome.Decided));

    private static ProjectCounted Of(Quarter quarter, Project project, Instant now)
    {
        var (council, state) = (quarter.Councils[project.Number], project.StateAt(quarter, now));
        return new ProjectCounted(
            project.Number, state, council.Tasks.Count, council.Tasks.Values.Count(t => t.DoneAt is not null),
            state == ProjectState.Open ? council.Tasks.Values.Count(t => t.WaitsAt(council, now) || t.WantsHelperAt(council, now)) : 0,
            council.Evidence.Length, project.Renewals.Length, council.Requests.Length, council.Requests.Count(r => r.Answered is not null));
    }

    private static IEnumerable<RequestCounted> Requests(Quarter quarter, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(quarter.Zone) ?? DateTimeZone.Utc;
        return
            from project in quarter.Projects.Keys
            let council = quarter.Councils[project]
            from request in council.Requests
            let shown = council.Evidence.Select(e => e.At.InZone(zone).Date).Count(day => day >= request.On && !(day > request.Answered?.On))
            select new RequestCounted(project, request.Number, request.Lag(now.InZone(zone).Date), shown);
    }

    private static JarCounted Of(Quarter quarter, Jar jar, Instant now)
    {
        var phase = jar.PhaseAt(quarter, now);
        var waits = phase is JarPhase.Open or JarPhase.Emptying ? jar.Movements.Where(m => m.ShowsAt(now)).Sum(m => m.Amount) : 0;
        return new JarCounted(
            jar.Number, phase, jar.Unit, jar.Goal, jar.Given, jar.Received, jar.Spent, jar.GivenBack, jar.PassedOn, jar.LevelAt(quarter, now), waits,
            jar.UnaccountedAt(quarter, now), jar.Movements.Count);
    }

    private static ChargeCounted Of(Quarter quarter, Charge charge, Instant now) =>
        new(charge.Number, charge.StateAt(quarter, now), charge.Places, charge.Days, charge.ServingAt(quarter, now).Count(), charge.Held);

    internal static string? DifferOf<T>(string what, IEnumerable<T> shown, IEnumerable<T> counted) =>
        shown.SequenceEqual(counted) ? null : $"{what} shown {string.Join(' ', shown)}, counted {string.Join(' ', counted)}";

    internal static string? Differ<T>(string what, T shown, T counted) =>
        Equals(shown, counted) ? null : $"{what} shown {shown}, counted {counted}";
}
