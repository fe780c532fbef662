using System.Net;
using System.Text.RegularExpressions;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Record;

/// <summary>The record for people, over real HTTP.</summary>
public sealed partial class RecordPagesTests(RecordHouse house) : IClassFixture<RecordHouse>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "The record", "The neighbourhood “Rue des Lilas” was founded. Its record begins here.", "Not protected against a fork by its host.")]
    [InlineData("fr", "Le registre", "Le quartier «\u00A0Rue des Lilas\u00A0» a été fondé. Son registre commence ici.", "Non protégé contre une bifurcation par son hébergeur.")]
    public async Task It_tells_what_happened_the_newest_first_and_what_it_stands_on(string language, string title, string founded, string unprotected)
    {
        var page = await house.Page(house.Real + "/record", language);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(founded, page, StringComparison.Ordinal);
        Assert.Contains(unprotected, page, StringComparison.Ordinal);
        var checkpoint = await house.Checkpoint(house.Real);
        foreach (var line in checkpoint.Text.Split('\n')[..3]) Assert.Contains($"<li>{line}</li>", page, StringComparison.Ordinal);
        var entries = Listed().Matches(page).Select(match => long.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(entries.OrderDescending(), entries);
        Assert.Equal(checkpoint.Size - 1, entries[0]);
        Assert.Contains(Words.In(language)["record.unprotected"], await house.Page(house.Real + "/record/proof", language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_pages_one_comes_to_every_entry_once()
    {
        var size = (await house.Checkpoint(house.Played)).Size;
        var seen = new List<long>();
        for (var path = house.Played + "/record"; path is not null;)
        {
            var page = await house.Page(path);
            seen.AddRange(Listed().Matches(page).Select(match => long.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));
            path = Next().Match(page) is { Success: true } next ? next.Groups[1].Value : null;
        }

        Assert.Equal(Enumerable.Range(0, (int)size).Select(seq => (long)seq).Reverse(), seen);
    }

    [Fact]
    public async Task By_council_one_comes_to_its_entries_only()
    {
        var told = await house.Json(house.Real + "/record?council=1");
        var entries = told.GetProperty("entries").EnumerateArray().ToArray();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal(1, entry.GetProperty("council").GetInt32()));
        Assert.Contains("No entry of council 77.", await house.Page(house.Real + "/record?council=77"), StringComparison.Ordinal);
        Assert.Contains("Only what concerns council 1.", await house.Page(house.Real + "/record?council=1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?before=0")]
    [InlineData("?before=-3")]
    [InlineData("?before=99999999999999999999")]
    [InlineData("?council=x&before=y")]
    [InlineData("?council=99999999999")]
    public async Task An_odd_address_is_answered_all_the_same(string query) => Assert.Contains("<h1>", await house.Page(house.Real + "/record" + query), StringComparison.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Each_entry_has_a_page_with_all_that_it_says(string language)
    {
        var size = (await house.Checkpoint(house.Played)).Size;
        for (var seq = 0; seq < size; seq++)
        {
            var page = await house.Page($"{house.Played}/record/entries/{seq}", language);
            Assert.DoesNotContain("[record.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("[entry.", page, StringComparison.Ordinal);
            Assert.Contains($"/record/entries/{seq}/receipt\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Words.In(language)["record.entry.text.missing"], page, StringComparison.Ordinal);
            Assert.Contains(Words.In(language)["common.rehearsal"], page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/record/entries/99999")]
    [InlineData("/record/entries/00")]
    [InlineData("/record/entries/x")]
    [InlineData("/record/fork")]
    [InlineData("/record/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await house.Ask(HttpMethod.Get, house.Real + path, "text/html");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_entry_is_told_to_programs_too()
    {
        var told = await house.Json(house.Real + "/record/entries/0");
        Assert.Equal(("quarter.founded", 0), (told.GetProperty("type").GetString(), told.GetProperty("seq").GetInt32()));
        Assert.All(told.GetProperty("disclosures").EnumerateArray(), one => Assert.Equal("here", one.GetProperty("standing").GetString()));
        Assert.Equal(await house.Http.GetStringAsync(house.Real + "/record/entries/0/bytes", Stop), told.GetProperty("bytes").GetString());
    }

    [Fact]
    public async Task Minutes_and_posters_carry_the_three_lines_and_lead_to_the_entries()
    {
        var minutes = house.Real + "/councils/1";
        var lines = (await house.Checkpoint(house.Real)).Text.Split('\n')[..3];
        foreach (var path in new[] { minutes, minutes + "/poster", minutes + "/poster?size=a3" })
        {
            var page = await house.Page(path);
            foreach (var line in lines) Assert.Contains($">{line}<", page, StringComparison.Ordinal);
            Assert.InRange(Regex.Count(page, "class=\"qr\""), 1, 2);
        }

        var told = await house.Page(minutes);
        Assert.Contains($"href=\"{house.Real}/record?council=1\"", told, StringComparison.Ordinal);
        var receipt = Regex.Match(told, "href=\"([^\"]*/receipt)\"").Groups[1].Value;
        Assert.Contains("\"type\":\"council.dissolved\"", await house.Http.GetStringAsync(receipt.Replace("receipt", "bytes", StringComparison.Ordinal), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_founds_or_convenes_finds_the_entry()
    {
        Assert.Contains($"href=\"{house.Real}/record/entries/0\"", await house.Page(house.Real), StringComparison.Ordinal);
        var quarter = await house.Founded("Rue du Port");
        var council = await house.Post(3, quarter + "/councils", new { question = "Who paints the fence?", place = "By the fence", quick = "now", minutes = 60, attendance = "room", method = "consent" });
        var page = await house.Page(council);
        var entry = Regex.Match(page, "href=\"([^\"]*/record/entries/[0-9]+)\"").Groups[1].Value;
        Assert.Contains("Who paints the fence?", await house.Page(entry), StringComparison.Ordinal);
        using var receipt = await house.Ask(HttpMethod.Get, entry + "/receipt");
        Assert.Equal(HttpStatusCode.OK, receipt.StatusCode);
    }

    [GeneratedRegex("<li>\\s*<a href=\"[^\"]*/record/entries/([0-9]+)\"")]
    private static partial Regex Listed();

    [GeneratedRegex("href=\"([^\"]*)\" rel=\"next\"")]
    private static partial Regex Next();
}
