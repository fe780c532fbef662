using Faubourg.Domain.Charges;

namespace Faubourg.Web;

/// <summary>What the neighbourhood looks after, and who serves.</summary>
public static partial class Forms
{
    /// <summary>A deed: we take it on.</summary>
    public static readonly Form OpenCharge = new(
        "charges.open",
        "/quarters/{slug}/councils/{council}/proposals/charge",
        Field.Lines("what", Limits.Proposal),
        Field.Choice<ChargeKind>("kind"),
        Field.Lines("covers", Limits.Covers),
        Field.Lines("reach", Limits.Reach),
        Field.Number("places", new Limit(1, Domain.Charges.OpenCharge.MostPlaces)),
        Field.Number("days", new Limit(Domain.Charges.OpenCharge.ShortestDays, Domain.Charges.OpenCharge.LongestDays)));

    /// <summary>A deed: another half year.</summary>
    public static readonly Form RenewCharge = new(
        "charges.renew", "/quarters/{slug}/councils/{council}/proposals/charge-renewal", Field.Lines("what", Limits.Proposal), Field.Number("charge", Limits.Id));

    /// <summary>A deed: we give it up.</summary>
    public static readonly Form EndCharge = new(
        "charges.end", "/quarters/{slug}/councils/{council}/proposals/charge-end", Field.Lines("what", Limits.Proposal), Field.Number("charge", Limits.Id));

    public static readonly Form Serve = new("charges.serve", "/quarters/{slug}/councils/{council}/charges/{charge}/service");

    public static readonly Form ServeNot = new("charges.not", "/quarters/{slug}/councils/{council}/charges/{charge}/withdrawal");

    public static readonly Form StepAside = new("charges.aside", "/quarters/{slug}/services", SixWords) { Pace = Pace.Guess };

    public static readonly Form HoldMediation = new("charges.held", "/quarters/{slug}/mediations", SixWords) { Pace = Pace.Guess };
}
