using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Server.Tests.Rehearsal;
using Faubourg.Server.Tests.Web;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Server.Tests.Seasons;

/// <summary>The calendar feed, asked for as phones do and read by code of others.</summary>
public sealed class CalendarTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Debian's, for which ./test installs python3-icalendar.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Councils_rests_and_what_is_due_keep_their_time_over_the_night_when_the_clocks_change()
    {
        var street = await Found();
        var winter = await Autumn(street);
        var first = await Announced(street, winter.PlusDays(-1) + new LocalTime(19, 0));
        var night = await Announced(street, winter + new LocalTime(2, 30));
        await Announced(street, winter.PlusDays(1) + new LocalTime(19, 0));
        var before = await Read(street);
        Assert.Equal([(1, 0), (2, 0), (3, 0)], before.Where(e => e.Council > 0).Select(e => (e.Council, e.Sequence)));
        Assert.Equal([At(winter.PlusDays(-1), 19, 0), At(winter, 2, 30), At(winter.PlusDays(1), 19, 0)], before.Where(e => e.Council > 0).Select(e => e.Start));
        // The night's own hour comes twice: it is told in UTC.
        Assert.Equal(["Europe/Paris", "", "Europe/Paris"], before.Where(e => e.Council > 0).Select(e => e.Zone));
        Assert.Equal(Duration.FromHours(1), Moment(before[1].End!) - Moment(before[1].Start));

        await Post(street, "/councils/1/announcement", Announcement(winter + new LocalTime(19, 0)), first);
        await Post(street, "/councils/2/cancellation", new { }, night);
        var monday = winter.PlusDays(8);
        foreach (var device in "RST") await Post(street, "/rests", new { monday = LocalDatePattern.Iso.Format(monday) }, Device(device));
        await Post(street, "/offers", new { who = "The city", offered = "money", what = "2,000 euros", answer_by = LocalDatePattern.Iso.Format(winter) }, first);
        var after = await Read(street);
        Assert.Equal([(1, 1, "CONFIRMED"), (2, 1, "CANCELLED"), (3, 0, "CONFIRMED")], after.Where(e => e.Council > 0).Select(e => (e.Council, e.Sequence, e.Status)));
        Assert.Equal(before.Select(e => e.Uid), after.Take(before.Count).Select(e => e.Uid));
        Assert.Equal(At(winter, 19, 0), after[0].Start);
        Assert.Equal((LocalDatePattern.Iso.Format(monday), LocalDatePattern.Iso.Format(monday.PlusDays(7))), (after[^1].Start, after[^1].End!));
        // What anybody wrote down is in nobody's calendar before a council put it before itself.
        Assert.DoesNotContain(after, e => e.Uid.Contains("offer", StringComparison.Ordinal));

        var breaker = await Announced(street, monday + new LocalTime(19, 0));
        var broken = await Rest();
        Assert.Equal("CANCELLED", broken.Status);
        Assert.True(broken.Sequence > after[^1].Sequence);
        await Post(street, "/councils/4/cancellation", new { }, breaker);
        var stands = await Rest();
        Assert.Equal("CONFIRMED", stands.Status);
        Assert.True(stands.Sequence > broken.Sequence);

        async Task<Entry> Rest() => (await Read(street)).Single(e => e.Uid == after[^1].Uid);
    }

    [Fact]
    public async Task A_corner_that_is_over_says_so()
    {
        var street = await Found();
        await Post(street, "/corners", new { line = "The steps have no rail" }, Device('A'));
        var stands = Assert.Single(await Read(street));
        Assert.Equal(("CONFIRMED", 0), (stands.Status, stands.Sequence));
        await Post(street, "/clock", new { at = InstantPattern.General.Format(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(31)) }, Device('A'));
        var over = Assert.Single(await Read(street));
        Assert.Equal((stands.Uid, stands.Start, "CANCELLED", 1), (over.Uid, over.Start, over.Status, over.Sequence));
    }

    [Fact]
    public async Task The_rules_tell_why_a_week_is_no_rest()
    {
        var street = await Found();
        var answer = await Send(street, "/rests", new { monday = "2026-01-06" }, Device('A'));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("rested", (await Json(street + "/seasons")).GetProperty("rest").GetProperty("level").GetString());
        Assert.Equal(0, (await Json(street + "/offers")).GetProperty("offers").GetArrayLength());
        Assert.Equal(0, (await Json(street + "/power")).GetProperty("seasons").GetArrayLength());
    }

    private async Task<string> Found()
    {
        var answer = await Send("", "/rehearsals", new { name = "Rue des Horloges", place = "Lyon", zone = "Europe/Paris", languages = new[] { "fr" } }, Device('A'));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("location").GetString()!;
    }

    /// <summary>The scripted clock goes to ten days before the next night in autumn; that Sunday is told.</summary>
    private async Task<LocalDate> Autumn(string street)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var change = Paris.GetZoneIntervals(now + Duration.FromDays(12), now + Duration.FromDays(400)).First(i => i.Savings == Offset.Zero && i.HasStart && i.Start > now + Duration.FromDays(12)).Start;
        await Post(street, "/clock", new { at = InstantPattern.General.Format(change - Duration.FromDays(10)) }, Device('A'));
        return change.InZone(Paris).Date;
    }

    /// <summary>Announced, and found worth holding by two others; the secret of its convener.</summary>
    private async Task<string> Announced(string street, LocalDateTime starts)
    {
        var convener = Device('C');
        var answer = await Post(street, "/councils", Announcement(starts), convener);
        var council = answer.GetProperty("location").GetString()!;
        foreach (var device in "DE") await Post("", council + "/worth", new { }, Device(device));
        return convener;
    }

    private static object Announcement(LocalDateTime starts) => new
    {
        question = "Who mends the bench?",
        place = "By the bakery",
        starts = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(starts),
        minutes = 60,
        attendance = "room",
        method = "consent",
    };

    private static string Device(char letter) => letter + new string('A', 42);

    private static string At(LocalDate day, int hour, int minute) => InstantPattern.General.Format((day + new LocalTime(hour, minute)).InZoneLeniently(Paris).ToInstant());

    private static Instant Moment(string at) => InstantPattern.General.Parse(at).GetValueOrThrow();

    private async Task<HttpResponseMessage> Send(string street, string path, object body, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, street + path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await stage.Http.SendAsync(request, Stop);
    }

    private async Task<JsonElement> Post(string street, string path, object body, string secret)
    {
        var answer = await Send(street, path, body, secret);
        var said = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return JsonDocument.Parse(said).RootElement;
    }

    private async Task<JsonElement> Json(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/json" } } };
        var answer = await stage.Http.SendAsync(request, Stop);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private async Task<IReadOnlyList<Entry>> Read(string street)
    {
        var script = Path.Combine(Repository.Root, "tests/Server.Tests/Seasons/read_calendar.py");
        using var reader = Process.Start(new ProcessStartInfo(Python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var file = await stage.Http.GetByteArrayAsync(street + "/calendar.ics", Stop);
        await reader.StandardInput.BaseStream.WriteAsync(file, Stop);
        reader.StandardInput.Close();
        var (said, wrong) = (reader.StandardOutput.ReadToEndAsync(Stop), reader.StandardError.ReadToEndAsync(Stop));
        await reader.WaitForExitAsync(Stop);
        Assert.True(reader.ExitCode == 0, $"{await wrong}\n{System.Text.Encoding.UTF8.GetString(file)}");
        return JsonSerializer.Deserialize<Entry[]>(await said, JsonSerializerOptions.Web)!;
    }

    private sealed record Entry(string Uid, int Sequence, string Status, string Summary, string Start, string? End, string Zone)
    {
        /// <summary>Its number; 0 for what is no council.</summary>
        public int Council => int.TryParse(Uid.Split('@')[0], out var number) ? number : 0;
    }
}
