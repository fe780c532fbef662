using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Figures;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What pages show of the state, in the words of those who count the leaves alone.</summary>
internal static class Figured
{
    private static readonly Duration Later = Duration.FromDays(60);

    /// <summary>Counted now, and as it will be two months later if nobody does anything.</summary>
    public static string? Every_number_is_counted_the_same_by_a_second_way(Moment m) =>
        m.Happened.Any(e => e is PublicEvent)
            ? Differs(m.After, m.World.Memory.Figures, m.Now) ?? Differs(m.After, m.World.Memory.Figures, m.Now + Later)
            : null;

    public static string? Differs(Quarter quarter, FigureBook figures, Instant now)
    {
        var counted = figures.At(now);
        return Differ("councils", Councils(quarter), counted.Councils)
            ?? DifferOf("projects", quarter.Projects.Values.Select(p => Of(quarter, p, now)), counted.Projects)
            ?? DifferOf("jars", quarter.Jars.Values.Select(j => Of(quarter, j, now)), counted.Jars)
            ?? DifferOf("gains", quarter.Gains.Values.Select(g => g.StateAt(quarter, now)), counted.Gains.Each)
            ?? Differ("gains", quarter.Gains.Count, counted.Gains.Claimed)
            ?? DifferOf("domains", Domains(quarter, now), counted.Gains.Domains)
            ?? DifferOf("charges", quarter.Charges.Values.Select(c => new ChargeCounted(c.Number, c.StateAt(quarter, now), c.ServingAt(quarter, now).Count(), c.Held)), counted.Charges);
    }

    private static CouncilsCounted Councils(Quarter quarter) => new(
        quarter.Councils.Count,
        quarter.Councils.Values.Count(c => c.Outcome is Outcome.Decided or Outcome.NoDecision),
        quarter.Councils.Values.Count(c => c.Outcome == Outcome.Decided));

    private static ProjectCounted Of(Quarter quarter, Project project, Instant now)
    {
        var council = quarter.Councils[project.Number];
        return new ProjectCounted(
            project.Number, project.StateAt(quarter, now), council.Tasks.Count, council.Tasks.Values.Count(t => t.DoneAt is not null), council.Evidence.Length,
            council.Requests.Length, council.Requests.Count(r => r.Answered is not null));
    }

    private static JarCounted Of(Quarter quarter, Jar jar, Instant now) => new(
        jar.Number, jar.Unit, jar.Goal, jar.TakenIn, jar.Spent + jar.GivenBack + jar.PassedOn, jar.LevelAt(quarter, now), jar.UnaccountedAt(quarter, now), jar.Movements.Count);

    private static IEnumerable<KeyValuePair<GainDomain, int>> Domains(Quarter quarter, Instant now) => quarter.Gains.Values
        .Where(g => g.StateAt(quarter, now) is GainState.Shown or GainState.Confirmed)
        .CountBy(g => g.Claimed.Domain)
        .OrderBy(g => g.Key);

    private static string? DifferOf<T>(string what, IEnumerable<T> shown, IEnumerable<T> counted) =>
        shown.SequenceEqual(counted) ? null : $"{what} shown {string.Join(' ', shown)}, counted {string.Join(' ', counted)}";

    private static string? Differ<T>(string what, T shown, T counted) =>
        Equals(shown, counted) ? null : $"{what} shown {shown}, counted {counted}";
}
