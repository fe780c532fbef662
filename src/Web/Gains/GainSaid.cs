using Faubourg.Domain;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Gains;

/// <summary>What was gained, in the room's own words, outside its minutes.</summary>
internal static class GainSaid
{
    /// <summary>As anybody may read it now; null while the minutes keep their words back, so that names can be blacked out.</summary>
    public static Text? Of(Quarter quarter, LoggedGain gain, Instant now) =>
        quarter.Councils.GetValueOrDefault(gain.Council)?.TextsFrom is { } from && from > now ? null : quarter.Said(gain.Claimed.What);
}
