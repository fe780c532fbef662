namespace Faubourg.Web;

public static partial class Forms
{
    /// <summary>ISO 639 codes offered to a new neighbourhood. The pages speak fewer; people speak more.</summary>
    private static readonly string[] Spoken = ["en", "fr", "es", "pt", "de", "it", "ar", "tr", "ku", "pl", "ro", "uk", "ru", "fa", "zh", "ta", "so", "wo"];

    public static readonly Form Found = new(
        "quarter.found",
        "/quarters",
        Field.Text("name", Limits.QuarterName),
        Field.Text("place", Limits.Place),
        Field.List(Field.Choice("languages", Spoken), Limits.Languages),
        Field.Zone("zone"),
        Field.Lines("horizon", Limits.Horizon) with { Optional = true },
        Field.List(Field.Text("covenant", Limits.Clause), Limits.Clauses) with { Optional = true },
        Field.Text("invitation", Limits.Word) with { Optional = true })
    { Pace = Pace.Rare };

    public static readonly Form PinCorner = new("quarter.pin", "/quarters/{slug}/corners", Field.Text("line", Limits.Corner)) { Pace = Pace.Rare };
}
