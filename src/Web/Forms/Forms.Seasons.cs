using Faubourg.Domain.Offers;
using Faubourg.Domain.Seasons;

namespace Faubourg.Web;

/// <summary>Busy weeks, rest, and what institutions offer.</summary>
public static partial class Forms
{
    public static readonly Form OpenBurst = new(
        "seasons.open",
        "/quarters/{slug}/councils/{council}/proposals/bursts",
        Field.Lines("what", Limits.Proposal),
        Field.Number("days", new Limit(1, Burst.MostDays)),
        Field.Number("quiet", new Limit(Burst.LeastQuiet, Burst.MostQuiet)));

    public static readonly Form RestWeek = new("seasons.rest", "/quarters/{slug}/rests", Field.Date("monday"));

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
