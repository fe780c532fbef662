using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;

namespace Faubourg.Web;

public static partial class Forms
{
    /// <summary>A council that was held on paper, as its one sheet says.</summary>
    public static readonly Form TypeSheet = new(
        "paper.sheet",
        "/quarters/{slug}/sheets",
        Field.Text("question", Limits.Question),
        Field.Text("place", Limits.Place),
        Field.Moment("held"),
        Field.Number("minutes", new Limit(Domain.Councils.Convene.ShortestMinutes, Domain.Councils.Convene.LongestMinutes)),
        Field.Number("heads", Limits.Heads),
        Field.Flag("drawn"),
        Field.List(Field.Text("proposals", Limits.PaperLine), Limits.PaperProposals),
        Field.Number("decided", new Limit(0, Limits.PaperProposals.Max)),
        Field.Number("hands", new Limit(0, Limits.Heads.Max)) with { Optional = true },
        Field.List(Field.Text("tasks", Limits.PaperLine), Limits.PaperTasks) with { Optional = true },
        Field.Text("gain", Limits.PaperLine) with { Optional = true },
        Field.Choice<GainKind>("kind") with { Optional = true },
        Field.Choice<GainDomain>("domain") with { Optional = true },
        Field.Choice<Ritual>("ritual") with { Optional = true })
    { Pace = Pace.Rare };

    /// <summary>The second device: <c>same</c>, or <c>other</c> when the paper says something else.</summary>
    public static readonly Form ConfirmSheet = new("paper.confirm", "/quarters/{slug}/sheets/{sheet}/confirmation", Field.Choice("says", "same", "other"));
}
