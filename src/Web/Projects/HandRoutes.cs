using Faubourg.Domain;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using Faubourg.Web.Photos;
using Faubourg.Web.SixWords;

namespace Faubourg.Web.Projects;

/// <summary>What somebody does in a project: take what waits, hand on, drop, show, ask, answer, end.</summary>
internal static class HandRoutes
{
    private const string One = ProjectRoutes.At + "/{project}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(One + "/tasks/{task}/taking", Taking);
        routes.MapAct(Forms.TakeWaitingTask, Take, (visit, done) => Slips(visit, done), Taking);
        routes.MapPage(One + "/tasks/{task}/handing", Handed);
        routes.MapAct(Forms.HandOnTask, (visit, input) => HandOn(visit, input, Web.Slips.Handed), Handing);
        routes.MapAct(Forms.KeepTask, (visit, input) => HandOn(visit, input, Web.Slips.Task), (visit, done) => Slips(visit, done), SlipsRoutes.Again);
        routes.MapAct(Forms.DropTask, (_, input) => new DropTask(Web.Slips.HashIn(input)), Project);
        routes.MapAct(Forms.FinishProject, (_, input) => new FinishProject(Web.Slips.HashIn(input)), Project);
        routes.MapPage(One + "/evidence", Showing);
        routes.MapPhotoAct(Forms.ShowEvidence, (visit, input) => ShowEvidence.Refuse(visit.Quarter, Web.Slips.HashIn(input), visit.Now), Show, Project, Showing);
        routes.MapPage(One + "/requests", Asking);
        routes.MapAct(Forms.AskInstitution, Ask, Project, Asking);
        routes.MapPage(One + "/requests/{request}", Answering);
        routes.MapAct(
            Forms.WriteAnswer,
            (visit, input) => new WriteAnswer(
                Web.Slips.HashIn(input), visit.Number("request"), input.Date("on"), input.Choice<RequestReply>("reply"), input.WordsOrNull("words"), input.WordsOrNull("meanwhile")),
            Project,
            Answering);
    }

    private static TakeWaitingTask Take(Visit visit, Input input)
    {
        var (project, task) = (visit.Number("project"), visit.Number("task"));
        var turns = visit.Quarter.Councils.GetValueOrDefault(project)?.Tasks.GetValueOrDefault(task)?.Turns ?? 0;
        var name = input.WordsOrNull("name", Hash(visit, Web.Slips.Name, project, "0"));
        return new TakeWaitingTask(project, task, name, Hash(visit, Web.Slips.Task, project, Web.Slips.TaskId(task, turns + 1)));
    }

    /// <summary>The next words are made by this phone: to be told to somebody, or, where somebody keeps the task on it, its own.</summary>
    private static HandOnTask HandOn(Visit visit, Input input, string purpose)
    {
        var slip = Web.Slips.HashIn(input);
        if (visit.Quarter.TaskOf(slip, visit.Now) is not { } task) return new HandOnTask(slip, "", null);
        var council = visit.Quarter.Slips[slip].Council;
        var name = purpose == Web.Slips.Task ? input.WordsOrNull("name", Hash(visit, Web.Slips.Name, council, "0")) : null;
        return new HandOnTask(slip, Hash(visit, purpose, council, Web.Slips.TaskId(task.Number, task.Turns + 1)), name);
    }

    private static ShowEvidence Show(Visit visit, Input input, Photo? photo)
    {
        var project = visit.Number("project");
        var shown = (visit.Quarter.Councils.GetValueOrDefault(project)?.Evidence.Length ?? 0) + 1;
        var back = Hash(visit, Web.Slips.Evidence, project, $"{shown}");
        return new ShowEvidence(Web.Slips.HashIn(input), Text.Of(input.Text("words"), back), photo is null ? null : Text.Of(photo.Hash, back));
    }

    private static AskInstitution Ask(Visit visit, Input input)
    {
        var project = visit.Number("project");
        var number = (visit.Quarter.Councils.GetValueOrDefault(project)?.Requests.Length ?? 0) + 1;
        return new AskInstitution(
            Web.Slips.HashIn(input), input.Date("on"), Text.Of(input.Text("addressee")), Text.Of(input.Text("words")), Hash(visit, Web.Slips.Request, project, $"{number}"));
    }

    private static Task Taking(Visit visit) => ProjectRoutes.Of(visit) is { } grown && grown.Council.Tasks.GetValueOrDefault(visit.Number("task")) is { } task
        ? visit.Show<TakingPage>((nameof(TakingPage.Of), grown), (nameof(TakingPage.Task), task), (nameof(TakingPage.Url), visit.QuarterUrl))
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    /// <summary>Six words for whoever goes on with it, shown by the phone that made them and for as long as they hold.</summary>
    private static Task Handed(Visit visit)
    {
        if (ProjectRoutes.Of(visit) is not { } grown || grown.Council.Tasks.GetValueOrDefault(visit.Number("task")) is not { } task)
            return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        var words = visit.Device is { } device
            ? Web.Slips.Words(device, Web.Slips.Handed, visit.Quarter.Origin, grown.Project.Number, Web.Slips.TaskId(task.Number, task.Turns))
            : null;
        if (words is not null && visit.Quarter.TaskOf(Web.Slips.HashOf(words), visit.Now) is null) words = null;
        if (visit.WantsJson) return Face.Json(visit.Context, StatusCodes.Status200OK, json => json.WriteString("words", words));
        return visit.Show<HandedPage>(
            (nameof(HandedPage.Of), grown), (nameof(HandedPage.Task), task), (nameof(HandedPage.Url), visit.QuarterUrl), (nameof(HandedPage.Six), words));
    }

    private static Task Showing(Visit visit) => Form<EvidencePage>(visit, Purpose.Task, Purpose.Minutes);

    private static Task Asking(Visit visit) => Form<AskingPage>(visit, Purpose.Task, Purpose.Minutes);

    private static Task Answering(Visit visit) => ProjectRoutes.Of(visit)?.Council.Requests.ElementAtOrDefault(visit.Number("request") - 1) is not null
        ? Form<AnsweringPage>(visit, Purpose.Request, Purpose.Task)
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    /// <summary>A form of the project, with the six words in it where this phone knows some that will do.</summary>
    private static Task Form<TPage>(Visit visit, params Purpose[] purposes) where TPage : SlipForm
    {
        if (ProjectRoutes.Of(visit) is not { } grown) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        var found = visit.Device is { } device ? FoundSlip.Of(visit.Quarter, device, visit.Now, grown.Project.Number) : [];
        var request = visit.Context.Request.RouteValues.ContainsKey("request") ? visit.Number("request") : 0;
        // Showing is of a task; asking and answering is for all of it, and would be refused.
        var alone = typeof(TPage) == typeof(EvidencePage);
        var own = purposes.SelectMany(purpose => found.Where(slip => slip.Purpose == purpose && (alone || !slip.IsForTheTaskAlone) && (purpose != Purpose.Request || slip.Task == request))).FirstOrDefault();
        return visit.Show<TPage>(
            (nameof(SlipForm.Of), grown), (nameof(SlipForm.Url), visit.QuarterUrl), (nameof(SlipForm.Slip), own?.Words), (nameof(SlipForm.Number), request));
    }

    private static string Project(Visit visit, Answer.Accepted done) =>
        $"{visit.QuarterUrl}/projects/{Council(done)}{(done.Events.Any(e => e is EvidenceShown) ? "#shown" : done.Events.Any(e => e is RequestAsked or RequestAnswered) ? "#requests" : "#tasks")}";

    /// <summary>Whoever took a task is shown the six words for it; a helper has none.</summary>
    private static string Slips(Visit visit, Answer.Accepted done) =>
        done.Events.Any(e => e is SlipLeft) ? visit.QuarterUrl + "/slips" : Project(visit, done);

    private static string Handing(Visit visit, Answer.Accepted done) =>
        done.Events.OfType<TaskHandedOn>().First() is var handed ? $"{visit.QuarterUrl}/projects/{handed.Council}/tasks/{handed.Task}/handing" : "";

    private static int Council(Answer.Accepted done) => done.Events.Select(happened => happened switch
    {
        TaskTaken e => e.Council,
        TaskHandedOn e => e.Council,
        TaskDropped e => e.Council,
        EvidenceShown e => e.Council,
        RequestAsked e => e.Council,
        RequestAnswered e => e.Council,
        ProjectFinished e => e.Council,
        _ => 0,
    }).First(council => council > 0);

    private static string Hash(Visit visit, string purpose, int council, string id) =>
        visit.Device is { } device ? Web.Slips.HashOf(Web.Slips.Words(device, purpose, visit.Quarter.Origin, council, id)) : "";
}
