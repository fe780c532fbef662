using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Duration = NodaTime.Duration;

namespace Faubourg.Web.Seasons;

/// <summary>
/// The time zone of a quarter as a VTIMEZONE (RFC 5545, 3.6.5): each stretch between two changes of the clock by its own start, as far as
/// the feed reaches. No rule has to be guessed, and none can be read wrongly.
/// </summary>
internal static class Zone
{
    /// <summary>The feed looks a year back, and what is announced lies at most some months ahead; more does no harm.</summary>
    private static readonly Duration Reach = Duration.FromDays(800);

    public static VTimeZone Of(DateTimeZone zone, Instant now)
    {
        var component = new VTimeZone(zone.Id);
        foreach (var stretch in zone.GetZoneIntervals(now - Reach, now + Reach))
            component.Children.Add(Stretch(zone, stretch, now));
        return component;
    }

    private static VTimeZoneInfo Stretch(DateTimeZone zone, NodaTime.TimeZones.ZoneInterval stretch, Instant now)
    {
        // A zone that never changes has no first moment: any day before the feed's first will do.
        var start = stretch.HasStart && stretch.Start > now - 2 * Reach ? stretch.Start : now - 2 * Reach;
        var before = stretch.HasStart && start == stretch.Start ? zone.GetUtcOffset(start - Duration.Epsilon) : stretch.WallOffset;
        return new VTimeZoneInfo(stretch.Savings == Offset.Zero ? Components.Standard : Components.Daylight)
        {
            // The moment of the change, as the clock stood before it.
            Start = new CalDateTime(start.WithOffset(before).LocalDateTime.ToDateTimeUnspecified()),
            OffsetFrom = new UtcOffset(before.ToTimeSpan()),
            OffsetTo = new UtcOffset(stretch.WallOffset.ToTimeSpan()),
            TimeZoneName = stretch.Name,
        };
    }
}
