using Faubourg.Domain.Jars;

namespace Faubourg.Web;

/// <summary>Money of a project: what a council decides of it, and what its two keepers say.</summary>
public static partial class Forms
{
    public static readonly Form OpenJar = new(
        "jars.open",
        "/quarters/{slug}/councils/{council}/proposals/jar",
        Field.Lines("what", Limits.Proposal),
        Field.Text("goal", Limits.Money),
        Field.Choice<Currency>("unit"),
        Field.Flag("back"),
        Field.Text("holder", Limits.Holder) with { Optional = true },
        Field.Text("account", Limits.Account) with { Optional = true },
        Field.Date("by") with { Optional = true },
        Field.Text("needs", Limits.Needs) with { Optional = true });

    public static readonly Form ChangeAccount = new(
        "jars.account",
        "/quarters/{slug}/councils/{council}/proposals/account",
        Field.Number("jar", Limits.Id),
        Field.Text("holder", Limits.Holder) with { Optional = true },
        Field.Text("account", Limits.Account) with { Optional = true });

    public static readonly Form ReplaceKeepers = new(
        "jars.keepers", "/quarters/{slug}/councils/{council}/proposals/keepers", Field.Number("jar", Limits.Id));

    public static readonly Form SendLeftovers = new(
        "jars.leftovers",
        "/quarters/{slug}/councils/{council}/proposals/leftovers",
        Field.Number("jar", Limits.Id),
        Field.Number("to", Limits.Id) with { Optional = true });

    /// <summary>The id is made on the page, or by the program: however often it is sent, it is one movement.</summary>
    public static readonly Form MoveMoney = new(
        "jars.move",
        "/quarters/{slug}/jars/{jar}/moves",
        Field.Hidden("id", Limits.MoveId),
        Field.Choice("kind", [.. Enum.GetValues<Move>().Where(kind => kind != Move.Received).Select(Field.Kebab)]),
        Field.Text("amount", Limits.Money),
        Field.Text("who", Limits.Holder) with { Optional = true },
        Field.Text("what", Limits.Receipt) with { Optional = true },
        Field.Number("of", Limits.Id) with { Optional = true },
        Field.Number("to", Limits.Id) with { Optional = true },
        Field.Flag("sheet"),
        SixWords)
    { Pace = Pace.Guess };

    public static readonly Form ConfirmMove = new(
        "jars.confirm", "/quarters/{slug}/jars/{jar}/moves/{id}/confirmation", Field.Choice("says", "same", "other"), SixWords)
    { Pace = Pace.Guess };

    /// <summary>On a phone that does not know the words by itself: the page it opens has them in its forms.</summary>
    public static readonly Form KeepJar = new("jars.enter", "/quarters/{slug}/jars/{jar}/keeper", SixWords) { Pace = Pace.Guess };

    public static readonly Form StopSpending = new("jars.stop", "/quarters/{slug}/jars/{jar}/moves/{movement}/stop", SixWords) { Pace = Pace.Guess };
}
