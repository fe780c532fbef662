using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Paper;

/// <summary>The paper twin: sheets to print, and a council held wholly on paper, typed in by two devices.</summary>
internal static class PaperRoutes
{
    private const string At = "/quarters/{slug}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At + "/paper", Printed<PaperPage>);
        routes.MapPage(At + "/paper/agenda", Printed<AgendaSheet>);
        routes.MapPage(At + "/paper/hat", Printed<HatSheet>);
        routes.MapPage(At + "/sheet", Printed<BlankSheet>);
        routes.MapPage(At + "/sheets/new", Typing);
        routes.MapPage(At + "/sheets/{sheet}", Typed);
        routes.MapForm(Forms.TypeSheet, Type, Typing, typeof(TypeSheet));
        routes.MapAct(Forms.ConfirmSheet, (visit, input) => new ConfirmSheet(visit.Number("sheet"), input.Choice("says") == "same"), Confirmed, Typed);
    }

    private static Task Printed<TPage>(Visit visit) where TPage : PaperView => visit.ShowPublic<TPage>(visit.Revision, Of(visit));

    private static Task Typing(Visit visit) => visit.Show<TypeSheetPage>(Of(visit));

    private static async Task<Reply> Type(Visit visit, Input input)
    {
        // What sort of gain it is, only those who were there can say.
        if (input.Has("gain") && (!input.Has("kind") || !input.Has("domain"))) return new Reply.Wrong(input.Has("kind") ? "domain" : "kind", "form.choice");
        return await ActRoutes.Submit(visit, new TypeSheet(Read(input)), input) switch
        {
            Answer.Accepted done => Reply.Done.Of($"{visit.QuarterUrl}/sheets/{done.Events.OfType<SheetTyped>().Single().Sheet.Number}", done),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
    }

    private static Task Typed(Visit visit)
    {
        if (!visit.Quarter.Sheets.TryGetValue(visit.Number("sheet"), out var sheet)) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        var own = visit.KeyHere == sheet.Device;
        if (visit.WantsJson) return Json(visit, sheet, own);
        return visit.Show<SheetWaitsPage>([.. Of(visit), (nameof(SheetWaitsPage.Sheet), sheet), (nameof(SheetWaitsPage.Own), own)]);
    }

    private static Task Json(Visit visit, PaperSheet sheet, bool own) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteNumber("sheet", sheet.Number);
        json.WriteBoolean("typed_here", own);
        json.WriteString("question", sheet.Council.Question.Value);
        json.WriteNumber("heads", sheet.Council.Heads);
        json.WriteNumber("decided", sheet.Council.Decided);
    });

    private static string Confirmed(Visit visit, Answer.Accepted done) =>
        done.Events.OfType<CouncilConvened>().SingleOrDefault() is { } council
            ? $"{visit.QuarterUrl}/councils/{council.Council}"
            : $"{visit.QuarterUrl}/sheets/new";

    private static PaperCouncil Read(Input input) => new(
        Text.Of(input.Text("question")),
        Text.Of(input.Text("place")),
        input.Moment("held"),
        input.Number("minutes"),
        input.Number("heads"),
        input.Flag("drawn"),
        [.. input.Texts("proposals").Select(line => Text.Of(line))],
        input.Number("decided"),
        input.NumberOrNull("hands") ?? 0,
        [.. input.Texts("tasks").Select(line => Text.Of(line))],
        input.Has("gain")
            ? new GainDraft(input.Choice<GainKind>("kind"), input.Choice<GainDomain>("domain"), null, null, Text.Of(input.Text("gain")))
            : null,
        input.ChoiceOrNull<Ritual>("ritual") is { } ritual ? new RitualDraft(ritual, null) : null);

    private static (string, object?)[] Of(Visit visit) =>
    [
        (nameof(PaperView.Quarter), visit.Quarter),
        (nameof(PaperView.Url), visit.QuarterUrl),
        (nameof(PaperView.Absolute), PublicAddress.Of(visit.Context) + visit.QuarterUrl),
    ];
}
