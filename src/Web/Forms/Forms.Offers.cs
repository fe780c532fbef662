using Faubourg.Domain.Offers;

namespace Faubourg.Web;

/// <summary>What institutions offer.</summary>
public static partial class Forms
{
    public static readonly Form LogOffer = new(
        "offers.log",
        "/quarters/{slug}/offers",
        Field.Text("who", Limits.Place),
        Field.Choice<OfferKind>("offered"),
        Field.Lines("what", Limits.Needs),
        Field.Lines("strings", Limits.Needs) with { Optional = true },
        Field.Date("answer_by") with { Optional = true })
    { Pace = Pace.Rare };

    public static readonly Form AnswerOffer = new(
        "offers.reply",
        "/quarters/{slug}/councils/{council}/proposals/answers",
        Field.Number("offer", Limits.Id),
        Field.Choice<OfferAnswer>("answer"),
        Field.Lines("what", Limits.Proposal));
}
