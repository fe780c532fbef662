using System.Text.RegularExpressions;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Web;

/// <summary>A neighbour's first visit, over a thin line.</summary>
public sealed partial class WeightTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_first_visit_is_at_most_60_KiB_in_8_requests_all_from_here()
    {
        using var browser = house.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var page = await house.Browser().GetStringAsync("/");
        var links = Link().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.All(links, link => Assert.StartsWith("/", link, StringComparison.Ordinal));
        var loaded = links.Where(link => link.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.InRange(loaded.Count + 1, 1, 8);
        var bytes = 0L;
        foreach (var path in loaded.Prepend("/")) bytes += (await browser.GetByteArrayAsync(path)).Length;
        Assert.InRange(bytes, 1, 60 * 1024);
        Assert.InRange((await browser.GetByteArrayAsync(Bundles.Script)).Length, 1, 30 * 1024);
    }

    [Fact]
    public async Task A_page_holds_nothing_inline()
    {
        using var browser = house.Browser();
        foreach (var path in new[] { "/", "/how", "/host", "/nowhere" })
        {
            var page = await (await browser.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" on", Regex.Replace(page, "(?s)<(?!script|a |form)[^>]*>|[^<]*", ""), StringComparison.Ordinal);
            Assert.Single(Regex.Matches(page, "<script"));
            Assert.Single(Regex.Matches(page, "<h1"));
        }
    }

    [Fact]
    public async Task What_was_kept_by_the_browser_is_not_sent_again()
    {
        using var browser = house.Browser();
        var first = await browser.GetAsync("/how");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/how");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await browser.SendAsync(again)).StatusCode);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#]+)\"")]
    private static partial Regex Link();
}
