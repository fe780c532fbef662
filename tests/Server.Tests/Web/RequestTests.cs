using System.Net;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Web;

public sealed class RequestTests(House house) : IClassFixture<House>
{
    private const string Worth = House.Council + "/try-worth";

    [Fact]
    public async Task Every_answer_forbids_what_is_not_ours()
    {
        using var browser = house.Browser();
        foreach (var path in new[] { "/", "/nowhere", Bundles.Style, "/health" })
        {
            var answer = await browser.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task An_act_with_a_cookie_from_another_origin_is_refused(string? origin)
    {
        using var browser = house.Browser();
        await browser.GetAsync(House.Council + "/try");
        browser.DefaultRequestHeaders.Remove("Origin");
        if (origin is not null) browser.DefaultRequestHeaders.Add("Origin", origin);
        var answer = await browser.PostAsync(Worth, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_seat_page_gives_the_phone_a_secret_and_the_act_goes_through_once()
    {
        using var browser = house.Browser();
        var page = await browser.GetAsync(House.Council + "/try");
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("faubourg=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var key = new FormUrlEncodedContent([KeyValuePair.Create("key", Entry.FreshKey())]);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Worth, key)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Worth, key)).StatusCode);
        var anew = await browser.PostAsync(Worth, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Conflict, anew.StatusCode);
        Assert.Contains("id=\"problems\"", await anew.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_act()
    {
        using var script = house.Script("too-short");
        var answer = await script.PostAsync(Worth, null);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("DeviceMissing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_act_is_done_by_get()
    {
        using var browser = house.Browser();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync(Worth)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync("/language?language=fr")).StatusCode);
    }

    [Fact]
    public async Task What_breaks_shows_a_number_and_nothing_of_our_insides()
    {
        using var browser = house.Browser();
        var answer = await browser.GetAsync("/broken");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("<code>[0-9a-f]{8}</code>", text);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quarters/nowhere/councils/1/try")]
    [InlineData("/quarters/lilas/councils/2/try")]
    [InlineData("/quarters/lilas/councils/x/try")]
    [InlineData("/rehearsals/lilas/councils/1/try")]
    [InlineData("/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var browser = house.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Only_the_last_hop_of_a_named_proxy_is_believed()
    {
        using var script = house.Script();
        script.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var answer = await script.GetAsync("/");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("FFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("4 4")]
    public async Task A_chunk_of_a_size_that_is_none_is_no_fault_of_ours(string size)
    {
        var answer = await house.Raw($"POST {House.Council}/tries HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n{size}\r\nwhat=Mend");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_request_is_answered_and_the_host_goes_on()
    {
        var answer = await house.Raw("POST /language HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        using var browser = house.Browser();
        Assert.Equal("well\n", await browser.GetStringAsync("/health"));
    }
}
