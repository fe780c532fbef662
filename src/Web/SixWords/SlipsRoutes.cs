using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;

namespace Faubourg.Web.SixWords;

/// <summary>What outlives a council for whoever was there: correct the minutes, take a name back, say that a task is done.</summary>
internal static class SlipsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/quarters/{slug}/slips", Own);
        routes.MapForm(Forms.OpenSlip, Open, Own);
        routes.MapPage(CouncilAt + "/corrections", Correcting);
        routes.MapAct(
            Forms.CorrectMinutes,
            (visit, input) => new CorrectMinutes(visit.Council.Number, Slips.HashIn(input), Text.Of(input.Text("words"))),
            (visit, _) => visit.CouncilUrl + "#corrections",
            Correcting);
        routes.MapAct(Forms.TakeNameBack, (_, input) => new TakeNameBack(Slips.HashIn(input)), Minutes, Own);
        routes.MapAct(Forms.FinishTask, (_, input) => new FinishTask(Slips.HashIn(input)), Minutes, Own);
    }

    private const string CouncilAt = "/quarters/{slug}/councils/{council}";

    /// <summary>The six words with which this phone may correct these minutes now; null when it may not.</summary>
    public static string? ForMinutes(Visit visit) => visit.Device is { } device
        ? FoundSlip.Of(visit.Quarter, Slips.Words(device, Slips.Minutes, visit.Quarter.Origin, visit.CouncilNumber!.Value), visit.Now)?.Words
        : null;

    private static Task Own(Visit visit)
    {
        var (found, more) = visit.Device is { } device ? FoundSlip.Page(visit.Quarter, device, visit.Now, visit.Page) : ([], false);
        return visit.WantsJson && visit.Entry is null ? Json(visit, found) : Show(visit, found, typed: false, older: more ? visit.Page + 1 : null);
    }

    /// <summary>Words from paper: the page they open has them in its forms, so it has no address of its own.</summary>
    private static Task<Reply> Open(Visit visit, Input input)
    {
        var typed = Slips.WordsOfTyped(input.Text("slip"));
        if (typed is null) return Task.FromResult<Reply>(new Reply.Wrong("slip", "slips.open.malformed"));
        if (FoundSlip.Of(visit.Quarter, typed, visit.Now) is not { } found) return Task.FromResult<Reply>(new Reply.Refused(new NoSuchSlip()));
        return Task.FromResult<Reply>(new Reply.Shown(() => visit.WantsJson ? Json(visit, [found]) : Show(visit, [found], typed: true)));
    }

    /// <summary>The page that typed words opened, for a form of it that did not go through.</summary>
    public static Task Again(Visit visit) =>
        Slips.WordsOfTyped(visit.Entry?.Typed.First("slip") ?? "") is { } typed && FoundSlip.Of(visit.Quarter, typed, visit.Now) is { } found
            ? Show(visit, [found], typed: true)
            : Own(visit);

    private static Task Show(Visit visit, IReadOnlyList<FoundSlip> found, bool typed, int? older = null) => visit.Show<SlipsPage>(
        (nameof(SlipsPage.Quarter), visit.Quarter),
        (nameof(SlipsPage.Url), visit.QuarterUrl),
        (nameof(SlipsPage.Found), found),
        (nameof(SlipsPage.Typed), typed),
        (nameof(SlipsPage.Older), older));

    private static Task Correcting(Visit visit)
    {
        if (visit.Council.IsOver)
            return visit.Show<CorrectPage>(
                (nameof(CorrectPage.Quarter), visit.Quarter),
                (nameof(CorrectPage.Council), visit.Council),
                (nameof(CorrectPage.Url), visit.CouncilUrl),
                (nameof(CorrectPage.Slip), ForMinutes(visit)));
        visit.Context.Response.Redirect(visit.CouncilUrl);
        return Task.CompletedTask;
    }

    private static Task Json(Visit visit, IReadOnlyList<FoundSlip> found) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("slips");
        foreach (var slip in found)
        {
            json.WriteStartObject();
            json.WriteString("words", slip.Words);
            json.WriteString("purpose", slip.Purpose is { } purpose ? Field.Kebab(purpose) : "name");
            if (slip.Offer is { } offer) json.WriteNumber("offer", offer);
            else json.WriteNumber("council", slip.Council);
            if (slip.Until is { } until) json.WriteString("until", NodaTime.Text.InstantPattern.General.Format(until));
            if (slip.Task is { } task) json.WriteNumber("task", task);
            if (slip.Role is { } role) json.WriteString("role", Field.Kebab(role));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Minutes(Visit visit, Answer.Accepted done) => done.Events
        .Select(happened => happened switch
        {
            TaskDone task => $"{visit.QuarterUrl}/projects/{task.Council}#tasks",
            // What was taken back stands nowhere any more: the entry that says so is the answer, and it has a receipt.
            DisclosureErased taken => $"{visit.QuarterUrl}/record/entries/{done.Quarter.Erased[taken.Erases.First()]}",
            _ => null,
        })
        .OfType<string>().FirstOrDefault() ?? visit.QuarterUrl + "/slips";
}
