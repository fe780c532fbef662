using System.Net;
using System.Text;
using System.Text.Json;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>What a host shows, and the clock that only this machine sets.</summary>
public sealed class ShowingTests(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_has_an_evening_played_watches_it_and_takes_a_seat_and_a_third_evening_must_wait()
    {
        using var first = await Post("/rehearsals/showings", "script=bench");
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        var council = first.Headers.Location!.ToString();
        Assert.Contains("This is a rehearsal", await stage.Http.GetStringAsync(council, Stop), StringComparison.Ordinal);
        Assert.Contains(council, await stage.Http.GetStringAsync("/rehearsals", Stop), StringComparison.Ordinal);
        Assert.Contains("/rehearsals", await stage.Http.GetStringAsync("/", Stop), StringComparison.Ordinal);

        var slug = council.Split('/')[2];
        HttpResponseMessage seat;
        for (var tries = 0; ; tries++)
        {
            seat = await stage.Http.GetAsync($"/rehearsals/{slug}/seat", Stop);
            if (seat.StatusCode == HttpStatusCode.SeeOther || tries > 200) break;
            await Task.Delay(250, Stop);
        }

        Assert.StartsWith($"{council}/door/", seat.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var join = await stage.Http.GetAsync(seat.Headers.Location, Stop);
        Assert.Equal(HttpStatusCode.OK, join.StatusCode);

        await IsTold(slug);
        using var second = await Post("/rehearsals/showings", "script=no-agreement");
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        using var third = await Post("/rehearsals/showings", "script=landlord");
        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
        Assert.Equal(2, stage.Showings.All.Count);
    }

    /// <summary>What happens is told by itself, line after line; nothing is told of a rehearsal that nobody plays here.</summary>
    private async Task IsTold(string slug)
    {
        Assert.Contains($"/rehearsals/{slug}/showing\"", await stage.Http.GetStringAsync("/rehearsals", Stop), StringComparison.Ordinal);
        Assert.Contains("data-news=\"", await stage.Http.GetStringAsync($"/rehearsals/{slug}/showing", Stop), StringComparison.Ordinal);
        using var live = new StreamReader(await stage.Http.GetStreamAsync($"/rehearsals/{slug}/showing/live", Stop));
        var told = new List<string>();
        while (told.Count < 2)
            if (await live.ReadLineAsync(Stop) is { } line && line.StartsWith("data: <div data-news=", StringComparison.Ordinal))
                told.Add(line.Split('"')[1]);
        Assert.NotEqual(told[0], told[1]);
        Assert.Contains("Nobody plays this rehearsal here now", await stage.Http.GetStringAsync($"/rehearsals/{await Found()}/showing", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_of_a_rehearsal_goes_forward_only_and_runs_on()
    {
        var slug = await Found();
        var at = await Clock(slug);
        var later = await SetClock(slug, at.AddHours(3));
        Assert.Equal(at.AddHours(3), later);
        var back = await SetClock(slug, at);
        Assert.InRange(back, later, later.AddMinutes(1));
        Assert.InRange(await Clock(slug), back, later.AddMinutes(1));
    }

    [Fact]
    public async Task Nobody_behind_a_proxy_sets_it()
    {
        var slug = await Found();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/rehearsals/{slug}/clock");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Content = new StringContent("{\"at\":\"2040-01-01T00:00:00Z\"}", Encoding.UTF8, "application/json");
        using var answer = await stage.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_neighbourhood_has_no_clock_to_set()
    {
        using var founded = await Send("/quarters", "{\"name\":\"Rue Vraie\",\"place\":\"ici\",\"zone\":\"Europe/Paris\",\"languages\":[\"fr\"]}");
        var url = JsonDocument.Parse(await founded.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("location").GetString()!;
        foreach (var address in new[] { url + "/clock", url.Replace("/quarters/", "/rehearsals/", StringComparison.Ordinal) + "/clock" })
        {
            using var answer = await Send(address, "{\"at\":\"2040-01-01T00:00:00Z\"}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"at\":\"tomorrow\"}")]
    [InlineData("{\"at\":\"9999-01-01T00:00:00Z\"}")]
    [InlineData("{\"at\":\"2027-01-01T00:00:00Z\",\"and\":1}")]
    public async Task A_time_that_is_none_changes_nothing(string body)
    {
        var slug = await Found();
        using var answer = await Send($"/rehearsals/{slug}/clock", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange(await Clock(slug), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    private async Task<string> Found()
    {
        using var answer = await Send("/rehearsals", "{\"name\":\"Rue jouée\",\"place\":\"nulle part\",\"zone\":\"Europe/Paris\",\"languages\":[\"fr\"]}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("location").GetString()!.Split('/')[2];
    }

    private async Task<DateTimeOffset> Clock(string slug) => At(await stage.Http.GetStringAsync($"/rehearsals/{slug}/clock", Stop));

    private async Task<DateTimeOffset> SetClock(string slug, DateTimeOffset at)
    {
        using var answer = await Send($"/rehearsals/{slug}/clock", $"{{\"at\":\"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}\"}}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return At(await answer.Content.ReadAsStringAsync(Stop));
    }

    private static DateTimeOffset At(string json) => JsonDocument.Parse(json).RootElement.GetProperty("at").GetDateTimeOffset();

    private Task<HttpResponseMessage> Send(string url, string json) => stage.Http.PostAsync(url, new StringContent(json, Encoding.UTF8, "application/json"), Stop);

    private Task<HttpResponseMessage> Post(string url, string form) => stage.Http.PostAsync(url, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"), Stop);
}
