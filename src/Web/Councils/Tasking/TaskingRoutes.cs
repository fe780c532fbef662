using Faubourg.Domain;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;

namespace Faubourg.Web.Councils;

/// <summary>Who does what, and what was gained.</summary>
internal static class TaskingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<AddTaskPage>("tasks");
        routes.MapPage(CouncilRoutes.At + "/tasks/{task}/taking", ShowTake);
        routes.MapAct(
            Forms.AddTask,
            (visit, input) => new AddTask(visit.Council.Number, Text.Of(input.Text("what")), input.DateOrNull("by"), input.Flag("helper")),
            again: HandPages.Show<AddTaskPage>);
        routes.MapAct(Forms.TakeTask, Take, again: ShowTake);
        routes.MapAct(Forms.GiveBackTask, (visit, _) => new GiveBackTask(visit.Council.Number, visit.Number("task")));

        routes.MapPage(CouncilRoutes.At + "/gain", ShowGain);
        routes.MapAct(Forms.ClaimGain, (visit, input) => new ClaimGain(visit.Council.Number, Gain(input), input.NumberOrNull("line") ?? 1), again: ShowGain);
    }

    private static Task ShowGain(Visit visit)
    {
        var asked = visit.Entry?.Typed.First("line") ?? visit.Context.Request.Query["line"].ToString();
        var line = int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        return HandPages.Show<GainPage>(visit, (nameof(GainPage.Line), Math.Clamp(line, 1, ClaimGain.MostInTheRoom)));
    }

    private static Task ShowTake(Visit visit) => visit.Council.Room?.Tasks.GetValueOrDefault(visit.Number("task")) is { } task
        ? HandPages.Show<TakePage>(visit, (nameof(TakePage.Task), task))
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    /// <summary>A name carries a slip with which its giver may take it back; the task another, to say "done".</summary>
    private static TakeTask Take(Visit visit, Input input)
    {
        var task = visit.Number("task");
        var name = input.WordsOrNull("name", Slips.Hashed(visit, Slips.Name, $"{input.Paper ?? 0}"));
        return new TakeTask(visit.Council.Number, task, name, Slips.Hashed(visit, Slips.Task, $"{task}"));
    }

    internal static GainDraft Gain(Input input) => new(
        input.Choice<GainKind>("kind"),
        input.Choice<GainDomain>("domain"),
        input.NumberOrNull("amount"),
        input.WordsOrNull("unit"),
        Text.Of(input.Text("what")));
}
