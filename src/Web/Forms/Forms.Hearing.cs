using System.Collections.Immutable;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web;

/// <summary>Talking: the floor, and what is proposed.</summary>
public static partial class Forms
{
    private static readonly ImmutableArray<Field> Proposing =
    [
        Field.Lines("what", Limits.Proposal),
        Field.Date("by") with { Optional = true },
        Field.Text("needs", Limits.Needs) with { Optional = true },
        Field.Flag("permission"),
    ];

    public static readonly Form Propose = new(
        "hearing.propose",
        "/quarters/{slug}/councils/{council}/proposals",
        [
            .. Proposing,
            Field.Choice("touches", Field.Kebab(Touches.Covenant), Field.Kebab(Touches.Horizon), Field.Kebab(Touches.Place), Field.Kebab(Touches.Amendment), Field.Kebab(Touches.Words)) with { Optional = true },
            Field.Number("amendment", Limits.Id) with { Optional = true },
            Field.Number("entry", Limits.Entry) with { Optional = true },
            Field.Text("field", Limits.FieldName) with { Optional = true },
        ]);

    public static readonly Form AmendProposal =
        new("hearing.amend", "/quarters/{slug}/councils/{council}/proposals/{proposal}/amendment", Proposing) { Says = "hearing.propose" };

    public static readonly Form WithdrawProposal = new("hearing.withdraw", "/quarters/{slug}/councils/{council}/proposals/{proposal}/withdrawal");

    public static readonly Form MergeProposal =
        new("hearing.merge", "/quarters/{slug}/councils/{council}/proposals/{proposal}/merger", Field.Number("other", Limits.Id));

    public static readonly Form MarkLine = new(
        "hearing.mark",
        "/quarters/{slug}/councils/{council}/proposals/{proposal}/mark",
        Field.Lines("reason", Limits.Reason) with { Optional = true });

    public static readonly Form SayOutside =
        new("hearing.stop", "/quarters/{slug}/councils/{council}/proposals/{proposal}/stop", Field.Lines("reason", Limits.Reason));

    /// <summary>The companion's two buttons.</summary>
    public static readonly Form TapTurn = new("hearing.turn", "/quarters/{slug}/councils/{council}/turns", Field.Choice("turn", "first", "again"));

    /// <summary>A signal, or "down".</summary>
    public static readonly Form RaiseHand = new(
        "hearing.hand",
        "/quarters/{slug}/councils/{council}/hands",
        Field.Choice("signal", [.. Enum.GetValues<Signal>().Select(Field.Kebab), "down"]));

    public static readonly Form EndTurn = new("hearing.end", "/quarters/{slug}/councils/{council}/floor");

    public static readonly Form Agree = new("hearing.agree", "/quarters/{slug}/councils/{council}/agreement");

    public static readonly Form AskOthersFirst = new("hearing.others", "/quarters/{slug}/councils/{council}/others-first");
}
