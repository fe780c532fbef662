using Faubourg.Domain.Care;

namespace Faubourg.Web;

/// <summary>After the decision: who does what, what was gained, and a good end.</summary>
public static partial class Forms
{
    public static readonly Form AddTask = new(
        "tasking.add",
        "/quarters/{slug}/councils/{council}/tasks",
        Field.Lines("what", Limits.Task),
        Field.Date("by") with { Optional = true },
        Field.Flag("helper"));

    public static readonly Form TakeTask = new(
        "tasking.take",
        "/quarters/{slug}/councils/{council}/tasks/{task}/taking",
        Field.Text("name", Limits.PublicName) with { Optional = true });

    public static readonly Form GiveBackTask = new("tasking.return", "/quarters/{slug}/councils/{council}/tasks/{task}/return");

    public static readonly Form ClaimGain = new(
        "reckoning.claim",
        "/quarters/{slug}/councils/{council}/gain",
        [.. Claimed, Field.Number("line", new Limit(1, Domain.Gains.ClaimGain.MostInTheRoom)) with { Optional = true }]);

    public static readonly Form ChooseRitual = new(
        "closing.ritual",
        "/quarters/{slug}/councils/{council}/ritual",
        Field.Choice<Ritual>("ritual"),
        Field.Lines("words", Limits.RitualWords) with { Optional = true });

    public static readonly Form CheckIn = new(
        "closing.check",
        "/quarters/{slug}/councils/{council}/check-in",
        Field.Number("face", new Limit(1, Domain.Care.CheckIn.Faces)));

    /// <summary>A word, or some in a row, of a text in the minutes: <c>entry</c> and <c>field</c> say where it was disclosed.</summary>
    public static readonly Form BlackOut = new(
        "closing.black",
        "/quarters/{slug}/councils/{council}/blackouts",
        Field.Number("entry", new Limit(0, int.MaxValue)),
        Field.Hidden("field", Limits.Word),
        Field.Number("from", new Limit(0, 4_000)),
        Field.Number("count", Limits.BlackedOut) with { Optional = true },
        Field.Text("slip", Limits.SixWords) with { Optional = true });
}
