using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Web.Charges;

/// <summary>The words of a charge outside its minutes.</summary>
internal static class ChargeSaid
{
    /// <summary>Until then its minutes keep them back, so that names can be blacked out; null once they are shown.</summary>
    public static Instant? From(Quarter quarter, Charge charge, Instant now) =>
        quarter.Councils.GetValueOrDefault(charge.Number)?.TextsFrom is { } from && from > now ? from : null;

    /// <summary>As anybody may read them now; null while they are kept back.</summary>
    public static Text? Of(Quarter quarter, Charge charge, TextAt at, Instant now) => From(quarter, charge, now) is null ? quarter.Said(at) : null;
}
