namespace Faubourg.Web;

public static partial class Forms
{
    /// <summary>Evidence of a fork proves itself: it is taken as a form, as JSON, or as the text it is.</summary>
    public static readonly Form GiveEvidence = new("record.evidence", "/quarters/{slug}/record/evidence", Field.Lines("evidence", Limits.Evidence))
    {
        Pace = Pace.Guess,
        Body = "evidence",
    };
}
