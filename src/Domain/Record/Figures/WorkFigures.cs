using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>The tasks of one council, what was shown of them, and what institutions were asked for them.</summary>
internal sealed class WorkFigures
{
    private static readonly Duration AYear = Duration.FromDays(365);

    private readonly SortedDictionary<int, Task> tasks = [];
    private readonly List<Instant> shown = [];
    private readonly SortedDictionary<int, (LocalDate On, LocalDate? Answer)> requests = [];

    private sealed record Task(TaskOpened Opened, bool Taken, bool Helped)
    {
        /// <summary>Since when whoever has it has it; null: since its council.</summary>
        public Instant? Since { get; init; }

        public bool Done { get; init; }
    }

    /// <summary>When its council was over; null while it is not.</summary>
    public Instant? Began { get; set; }

    public int Tasks => tasks.Count;

    public int Done => tasks.Values.Count(task => task.Done);

    public int Shown => shown.Count;

    public int Requests => requests.Count;

    public int Answered => requests.Values.Count(request => request.Answer is not null);

    /// <summary>The council whose work it is; null for what is none.</summary>
    public static int? Of(PublicEvent happened) => happened switch
    {
        TaskOpened e => e.Council,
        TaskTaken e => e.Council,
        TaskHandedOn e => e.Council,
        TaskDropped e => e.Council,
        TaskDone e => e.Council,
        EvidenceShown e => e.Council,
        RequestAsked e => e.Council,
        RequestAnswered e => e.Council,
        _ => null,
    };

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case TaskOpened opened:
                tasks[opened.Task] = new Task(opened, opened.Taken, opened.Helped);
                break;
            case TaskTaken { Helps: true } helped:
                Change(helped.Task, task => task with { Helped = true });
                break;
            case TaskTaken taken:
                Change(taken.Task, task => task with { Taken = true, Since = at });
                break;
            case TaskHandedOn handed:
                Change(handed.Task, task => task with { Taken = true, Since = at });
                break;
            case TaskDropped dropped:
                Change(dropped.Task, task => task with { Taken = false, Since = at });
                break;
            case TaskDone done:
                Change(done.Task, task => task with { Done = true });
                break;
            case EvidenceShown:
                shown.Add(at);
                break;
            case RequestAsked asked:
                requests[asked.Request] = (asked.On, null);
                break;
            case RequestAnswered answered when requests.TryGetValue(answered.Request, out var request):
                requests[answered.Request] = (request.On, answered.On);
                break;
        }
    }

    /// <summary>Tasks that nobody has, or whose taker let the day pass; and those that want a second hand.</summary>
    public int WaitingAt(Instant now) => tasks.Values.Count(task => !task.Done && (!task.Taken || (task.Opened.WantsHelper && !task.Helped) || now >= Again(task)));

    public IEnumerable<RequestCounted> RequestsAt(int project, Instant now, DateTimeZone zone) =>
        from request in requests
        let asked = request.Value.On
        let answer = request.Value.Answer
        select new RequestCounted(
            project, request.Key, Math.Max(0, Period.DaysBetween(asked, answer ?? now.InZone(zone).Date)),
            shown.Select(at => at.InZone(zone).Date).Count(day => day >= asked && (answer is null || day <= answer)));

    private void Change(int number, Func<Task, Task> change)
    {
        if (tasks.TryGetValue(number, out var task)) tasks[number] = change(task);
    }

    /// <summary>Three weeks after it was taken; where it has a day, a week after that day, which is not looked for more than a year ahead.</summary>
    private Instant Again(Task task)
    {
        var taken = task.Since ?? Began ?? Instant.MinValue;
        if (task.Opened.By is not { } day) return taken + Waiting.Undated;
        var latest = taken + AYear;
        var end = day >= latest.InUtc().Date ? latest : day.AtMidnight().InUtc().ToInstant() + Duration.FromDays(1);
        return Instant.Max(end, taken) + Waiting.Grace;
    }
}
