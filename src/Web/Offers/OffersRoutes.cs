using Faubourg.Domain;
using Faubourg.Domain.Offers;
using Faubourg.Web.Councils;
using NodaTime.Text;

namespace Faubourg.Web.Offers;

/// <summary>What institutions offer, and what became of it.</summary>
internal static class OffersRoutes
{
    private const string At = "/quarters/{slug}/offers";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.WantsJson ? Json(visit) : visit.ShowPublic<OffersPage>(visit.Revision, [.. visit.Whole, (nameof(OffersPage.Page), visit.Page)]));
        routes.MapPage(At + "/new", visit => visit.Show<OfferPage>(visit.Whole));
        routes.MapHand<AnswerPage>("proposals/answers");
        routes.MapAct(
            Forms.LogOffer,
            Log,
            then: (visit, _) => visit.QuarterUrl + "/offers",
            again: visit => visit.Show<OfferPage>(visit.Whole));
        routes.MapDeed<AnswerPage>(Forms.AnswerOffer, input => new AnswerOffer(input.Number("offer"), input.Choice<OfferAnswer>("answer")));
    }

    private static LogOffer Log(Visit visit, Input input)
    {
        var number = visit.Quarter.Offers.Count + 1;
        var back = visit.Device is { } device ? Slips.HashOf(Slips.Words(device, Slips.Offer, visit.Quarter.Origin, 0, $"{number}")) : null;
        return new LogOffer(
            input.Choice<OfferKind>("offered"),
            input.DateOrNull("answer_by"),
            Text.Of(input.Text("who"), back),
            Text.Of(input.Text("what"), back),
            input.Has("strings") ? Text.Of(input.Text("strings"), back) : null);
    }

    private static Task Json(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var quarter = visit.Quarter;
        json.WriteNumber("revision", quarter.Size);
        Paged.Of(visit).Write(json, "offers", quarter.Offers.Values, offer =>
        {
            json.WriteStartObject();
            json.WriteNumber("offer", offer.Number);
            json.WriteString("offered", Field.Kebab(offer.Kind));
            json.WriteString("who", quarter.Said(offer.Who)?.Value);
            json.WriteString("what", quarter.Said(offer.What)?.Value);
            json.WriteString("strings", quarter.Said(offer.Strings)?.Value);
            if (offer.AnswerBy is { } by) json.WriteString("answer_by", LocalDatePattern.Iso.Format(by));
            json.WriteString("standing", Field.Kebab(offer.At(quarter, visit.Now)));
            if (offer.Reply(quarter) is { } reply)
            {
                json.WriteString("answer", Field.Kebab(reply.Answer));
                json.WriteNumber("council", reply.Council);
            }
            json.WriteEndObject();
        });
    });
}
