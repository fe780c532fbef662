namespace Faubourg.Web;

/// <summary>What a slip can do. The page puts the six words in by itself where the phone knows them.</summary>
public static partial class Forms
{
    public static readonly Form OpenSlip = new("slips.open", "/quarters/{slug}/slips", SixWords) { Pace = Pace.Guess };

    public static readonly Form CorrectMinutes = new(
        "slips.correct", "/quarters/{slug}/councils/{council}/corrections", Field.Lines("words", Limits.Correction), SixWords)
    { Pace = Pace.Guess };

    public static readonly Form TakeNameBack = new("slips.name", "/quarters/{slug}/erasures", SixWords) { Pace = Pace.Guess };

    public static readonly Form FinishTask = new("slips.done", "/quarters/{slug}/completions", SixWords) { Pace = Pace.Guess };

    private static Field SixWords => Field.Text("slip", Limits.SixWords);
}
