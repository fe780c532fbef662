using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Projects;

/// <summary>A project as a passer-by sees it at this moment.</summary>
public sealed record Grown(Quarter Quarter, Project Project, Instant Now)
{
    public Council Council => Quarter.Councils[Project.Number];

    public ProjectState State => Project.StateAt(Quarter, Now);

    public Instant OverAt => Project.OverAt(Quarter);

    public bool IsOpen => State == ProjectState.Open;

    public int Done => Council.Tasks.Values.Count(t => t.DoneAt is not null);

    /// <summary>Tasks that wait for a hand, or for a second one; none once the project is over.</summary>
    public IEnumerable<ProjectTask> Waiting =>
        IsOpen ? Council.Tasks.Values.Where(t => t.WaitsAt(Council, Now) || t.WantsHelperAt(Council, Now)) : [];

    /// <summary>Requests that nobody has answered.</summary>
    public IEnumerable<Request> Unanswered => Council.Requests.Where(r => r.Answered is null);

    /// <summary>What was shown from the day a request was asked until its answer, or until now.</summary>
    public int ShownDuring(Request request, DateTimeZone zone) => Council.Evidence.Count(e =>
        e.At.InZone(zone).Date is var day && day >= request.On && !(day > request.Answered?.On));

    /// <summary>Null where the council opened none.</summary>
    public static Grown? Of(Quarter quarter, int project, Instant now) =>
        quarter.Projects.TryGetValue(project, out var found) ? new Grown(quarter, found, now) : null;

    /// <summary>Those that are open, the one that ends next first.</summary>
    public static IEnumerable<Grown> Open(Quarter quarter, Instant now) =>
        quarter.Projects.Values.Where(p => p.IsOpenAt(quarter, now)).Select(p => new Grown(quarter, p, now)).OrderBy(g => g.OverAt);

    /// <summary>Those that are over, the latest first.</summary>
    public static IEnumerable<Grown> Over(Quarter quarter, Instant now) =>
        quarter.Projects.Values.Where(p => !p.IsOpenAt(quarter, now)).Select(p => new Grown(quarter, p, now)).OrderByDescending(g => g.OverAt);

    /// <summary>Every task of the neighbourhood that waits, the one that is due next first; those without a day last.</summary>
    public static List<(Grown Of, ProjectTask Task)> AllWaiting(Quarter quarter, Instant now) =>
        [.. Open(quarter, now).SelectMany(g => g.Waiting.Select(t => (g, t))).OrderBy(w => w.t.By ?? LocalDate.MaxIsoValue)];
}
