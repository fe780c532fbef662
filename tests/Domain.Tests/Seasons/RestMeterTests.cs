using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Domain.Tests.Seasons;

public sealed class RestMeterTests
{
    private static readonly Instant Now = Scene.Evening;

    [Theory]
    [InlineData(RestLevel.Rested)]
    [InlineData(RestLevel.Rested, -8, 0, 8)]
    [InlineData(RestLevel.Full, 1, 5)]
    [InlineData(RestLevel.Full, -6, -4, 3)]
    [InlineData(RestLevel.TooThick, -3, -1, 2, 3)]
    [InlineData(RestLevel.Full, -6, -5, 3, 4)]
    [InlineData(RestLevel.TooThick, -1, -3, -5, -8, -10, -12, -15, -17, -19, -22, -24, -26)]
    public void The_meter_counts_any_seven_days_near_now_and_the_last_28(RestLevel level, params int[] days) =>
        Assert.Equal(level, RestMeter.At(With(days), Now).Level);

    [Fact]
    public void What_was_called_off_tires_nobody()
    {
        var quarter = With(1, 2, 3, 4);
        foreach (var council in quarter.Councils.Values.ToArray()) quarter = quarter.With(council with { Outcome = Outcome.CalledOff });
        Assert.Equal(RestLevel.Rested, RestMeter.At(quarter, Now).Level);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, 1, 1)]
    [InlineData(true, 2, 2, 2)]
    [InlineData(false, 3, 3, 3)]
    [InlineData(false, 4, 4, 4, 4, 3, 4)]
    [InlineData(true, 5, 4, 5, 4, 3, 3)]
    public void Moods_that_sink_ask_for_a_pause(bool sinks, params int[] moods)
    {
        var quarter = With([.. moods.Select((_, i) => 7 * (i - moods.Length))]);
        foreach (var (i, mood) in moods.Index())
            quarter = quarter.With(quarter.Councils[i + 1] with { DissolvedAt = Now - Duration.FromDays(7 * (moods.Length - i)), Care = new Closure(null, mood, null) });
        Assert.Equal(sinks, RestMeter.At(quarter, Now).NeedsRest);
    }

    [Fact]
    public void One_look_at_ten_thousand_councils_is_short()
    {
        var quarter = With([.. Enumerable.Range(0, 10_000).Select(i => -i)]);
        Assert.Equal(RestLevel.TooThick, RestMeter.At(quarter, Now).Level);
    }

    /// <summary>Councils that start so many days from now.</summary>
    private static Quarter With(params int[] days) => days.Index().Aggregate(Quarter.Unfounded, (quarter, day) => quarter.With(new Council
    {
        Number = day.Index + 1,
        ConvenedAt = Now,
        StartsAt = Now + Duration.FromDays(day.Item),
        Minutes = 60,
        Attendance = Attendance.Room,
        Method = Method.Consent,
        NoticeFrom = Now,
        Question = new TextAt(0, "question"),
        Place = new TextAt(0, "place"),
    }));
}
