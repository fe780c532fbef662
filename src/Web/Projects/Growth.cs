using System.Globalization;
using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Web.Projects;

/// <summary>What happened in a project, and what is still to come, on one line of time.</summary>
internal enum Mark { Shown, Done, Due, Late, Asked, Answered }

/// <summary>The line as a picture has it: everything in its place from 0 to <see cref="Width"/>.</summary>
internal sealed class Growth(Grown of, DateTimeZone zone)
{
    public const int Width = 344;

    /// <summary>Marks closer than this stand above one another, so that none hides another.</summary>
    private const double Near = 16;

    /// <summary>So many above one another; what is more stands in the table alone, and the picture says how much.</summary>
    private const int MostHigh = 5;

    public IReadOnlyList<(Mark Mark, Instant At, int? Task)> All { get; } = [.. Marks(of, zone).OrderBy(m => m.At)];

    private Instant From => of.Project.OpenedAt;

    private Instant To => Instant.Max(of.OverAt, From + Duration.FromDays(1));

    /// <summary>How far along the line now is; at its end once the project is over.</summary>
    public double Today => X(of.Now);

    /// <summary>Those that have room, oldest first.</summary>
    public IReadOnlyList<(Mark Mark, double X, int Height)> Placed => _placed ??= [.. Place()];
    private IReadOnlyList<(Mark Mark, double X, int Height)>? _placed;

    /// <summary>How many have none.</summary>
    public int Beyond => All.Count - Placed.Count;

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private IEnumerable<(Mark Mark, double X, int Height)> Place()
    {
        var heights = new double[MostHigh];
        Array.Fill(heights, double.NegativeInfinity);
        foreach (var (mark, at, _) in All)
        {
            var x = X(at);
            var free = Array.FindIndex(heights, last => x - last >= Near);
            if (free < 0) continue;
            heights[free] = x;
            yield return (mark, x, free);
        }
    }

    /// <summary>What lies before or after the project stands at its ends.</summary>
    private double X(Instant at) => Math.Clamp((at - From).TotalSeconds / (To - From).TotalSeconds, 0, 1) * Width;

    private static IEnumerable<(Mark Mark, Instant At, int? Task)> Marks(Grown of, DateTimeZone zone)
    {
        foreach (var task in of.Council.Tasks.Values)
        {
            if (task.DoneAt is { } done) yield return (Mark.Done, done, task.Number);
            else if (task.By is { } by) yield return (by < of.Now.InZone(zone).Date ? Mark.Late : Mark.Due, Start(by, zone), task.Number);
        }

        foreach (var shown in of.Council.Evidence) yield return (Mark.Shown, shown.At, shown.Task);
        foreach (var request in of.Council.Requests)
        {
            yield return (Mark.Asked, Start(request.On, zone), null);
            if (request.Answered is { } answered) yield return (Mark.Answered, Start(answered.On, zone), null);
        }
    }

    private static Instant Start(LocalDate day, DateTimeZone zone) => day.Year >= 9999 ? Instant.MaxValue : zone.AtStartOfDay(day).ToInstant();
}
