using Faubourg.Domain.Charges;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Charges;

/// <summary>What the neighbourhood looks after, for programs.</summary>
internal static class ChargesJson
{
    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var (quarter, now) = (visit.Quarter, visit.Now);
        json.WriteNumber("size", quarter.Size);
        json.WriteString("now", Iso(now));
        Paged.Of(visit).Write(json, "charges", quarter.Charges.Values, charge =>
        {
            json.WriteStartObject();
            json.WriteNumber("charge", charge.Number);
            json.WriteString("kind", Field.Kebab(charge.Kind));
            json.WriteString("state", Field.Kebab(charge.StateAt(quarter, now)));
            json.WriteString("covers", ChargeSaid.Of(quarter, charge, charge.Covers, now)?.Value);
            json.WriteString("reach", ChargeSaid.Of(quarter, charge, charge.Reach, now)?.Value);
            json.WriteNumber("places", charge.Places);
            json.WriteNumber("days", charge.Days);
            json.WriteString("opened", Iso(charge.OpenedAt));
            json.WriteString("stands", Iso(charge.StandsFrom(quarter)));
            json.WriteString("over", Iso(charge.OverAt(quarter)));
            json.WriteNumber("serving", charge.ServingAt(quarter, now).Count());
            if (charge.Kind == ChargeKind.Mediation) json.WriteNumber("held", charge.Held);
            json.WriteEndObject();
        });
    });

    private static string Iso(Instant at) => InstantPattern.General.Format(at);
}
