using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Web;

public static partial class Forms
{
    private static readonly ImmutableArray<Field> Announcing =
    [
        Field.Text("question", Limits.Question),
        Field.Text("place", Limits.Place),
        Field.Moment("starts"),
        Field.Number("minutes", new Limit(Domain.Councils.Convene.ShortestMinutes, Domain.Councils.Convene.LongestMinutes)),
        Field.Choice<Attendance>("attendance"),
        Field.Flag("step_free"),
        Field.Flag("children"),
        Field.Flag("food"),
        Field.Text("access", Limits.Place) with { Optional = true },
        Field.Choice("method", [.. Enum.GetValues<Method>().Where(method => method != Method.Majority).Select(Field.Kebab)]),
        Field.Choice<CouncilKind>("kind") with { Optional = true },
    ];

    /// <summary><c>quick</c> is a start that the page proposed; it goes before what may stand in <c>starts</c>.</summary>
    public static readonly Form Convene = new(
        "announce.convene",
        "/quarters/{slug}/councils",
        [
            .. Announcing.Select(field => field.Name == "starts" ? field with { Optional = true } : field),
            Field.Moment("quick") with { Optional = true },
            Field.Number("corner", Limits.Id) with { Optional = true },
            Field.Number("wall_council", Limits.Id) with { Optional = true },
            Field.Number("wall_proposal", Limits.Id) with { Optional = true },
        ])
    { Pace = Pace.Rare };

    public static readonly Form ChangeAnnouncement =
        new("announce.change", "/quarters/{slug}/councils/{council}/announcement", Announcing) { Says = "announce.convene" };

    public static readonly Form MovePlace = new("announce.move", "/quarters/{slug}/councils/{council}/place", Field.Text("place", Limits.Place));

    public static readonly Form FindWorthHolding = new("announce.worth", "/quarters/{slug}/councils/{council}/worth");

    public static readonly Form CallOff = new("announce.cancel", "/quarters/{slug}/councils/{council}/cancellation");
}
