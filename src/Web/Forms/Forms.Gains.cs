using Faubourg.Domain.Gains;

namespace Faubourg.Web;

/// <summary>What was gained.</summary>
public static partial class Forms
{
    /// <summary>A deed: another council's gain is confirmed.</summary>
    public static readonly Form ConfirmGain = new(
        "gains.confirm", "/quarters/{slug}/councils/{council}/proposals/gain", Field.Lines("what", Limits.Proposal), Field.Number("gain", Limits.Id));

    /// <summary>What a claim says, in the council and after it.</summary>
    private static Field[] Claimed =>
    [
        Field.Lines("what", Limits.Gain),
        Field.Choice<GainKind>("kind"),
        Field.Choice<GainDomain>("domain"),
        Field.Number("amount", Limits.Amount) with { Optional = true },
        Field.Text("unit", Limits.Word) with { Optional = true },
    ];

    public static readonly Form TellGain = new(
        "gains.tell", "/quarters/{slug}/councils/{council}/gains/{gain}/evidence", Field.Lines("how", Limits.Gain));

    public static readonly Form CheckGain = new(
        "gains.check", "/quarters/{slug}/councils/{council}/gains/{gain}/check", Field.Choice("works", "yes", "no"));

    public static readonly Form ShowGain = new(
        "gains.show",
        "/quarters/{slug}/gains/{gain}/evidence",
        Field.Lines("how", Limits.Gain),
        Field.Number("evidence", Limits.Id) with { Optional = true },
        SixWords)
    { Pace = Pace.Guess };

    public static readonly Form ClaimLater = new(
        "gains.later",
        "/quarters/{slug}/councils/{council}/gains",
        [.. Claimed, SixWords])
    { Pace = Pace.Guess, Says = "reckoning.claim" };
}
