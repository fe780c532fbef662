using Faubourg.Domain.Projects;

namespace Faubourg.Web;

/// <summary>What grows from a decision. All but taking what waits for a hand is done with six words.</summary>
public static partial class Forms
{
    private const string OneProject = "/quarters/{slug}/projects/{project}";

    public static readonly Form TakeWaitingTask = new(
        "projects.take", OneProject + "/tasks/{task}/taking", Field.Text("name", Limits.PublicName) with { Optional = true })
    { Pace = Pace.Rare };

    /// <summary>Six new words for somebody else; the old ones end.</summary>
    public static readonly Form HandOnTask = new("projects.hand", "/quarters/{slug}/handings", SixWords) { Pace = Pace.Guess };

    /// <summary>Whoever was given six words goes on with them on their own phone.</summary>
    public static readonly Form KeepTask = new(
        "projects.keep", "/quarters/{slug}/keepings", SixWords, Field.Text("name", Limits.PublicName) with { Optional = true })
    { Pace = Pace.Guess };

    public static readonly Form DropTask = new("projects.drop", "/quarters/{slug}/drops", SixWords) { Pace = Pace.Guess };

    public static readonly Form FinishProject = new("projects.finish", "/quarters/{slug}/endings", SixWords) { Pace = Pace.Guess };

    public static readonly Form ShowEvidence = new(
        "projects.show", OneProject + "/evidence", Field.Lines("words", Limits.Evidenced), Field.Upload("picture") with { Optional = true }, SixWords)
    { Pace = Pace.Photo };

    public static readonly Form AskInstitution = new(
        "projects.ask", OneProject + "/requests", Field.Text("addressee", Limits.Addressee), Field.Lines("words", Limits.AskedFor), Field.Date("on"), SixWords)
    { Pace = Pace.Guess };

    public static readonly Form WriteAnswer = new(
        "projects.answer",
        OneProject + "/requests/{request}/answer",
        Field.Date("on"),
        Field.Choice<RequestReply>("reply"),
        Field.Lines("words", Limits.AskedFor) with { Optional = true },
        Field.Lines("meanwhile", Limits.AskedFor) with { Optional = true },
        SixWords)
    { Pace = Pace.Guess };

    /// <summary>In a council: those who are here go on with a project.</summary>
    public static readonly Form RenewProject = new(
        "projects.renew", "/quarters/{slug}/councils/{council}/proposals/renewals", Field.Number("project", Limits.Id), Field.Lines("what", Limits.Proposal));

    /// <summary>In a council: a project is done, or dropped.</summary>
    public static readonly Form EndProject = new(
        "projects.end",
        "/quarters/{slug}/councils/{council}/proposals/endings",
        Field.Number("project", Limits.Id),
        Field.Choice<ProjectEnd>("end"),
        Field.Lines("what", Limits.Proposal));
}
