using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Ledger.Notes;
using Faubourg.Web;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>A stranger wants to check: the record, an entry, its receipt, the poster's lines; and a record that was forked.</summary>
public sealed partial class RecordLookTests(Stage stage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(320, false, "en", true)]
    [InlineData(320, true, "fr", true)]
    [InlineData(320, false, "en", false)]
    [InlineData(1280, true, "fr", false)]
    public async Task From_the_neighbourhood_a_stranger_comes_to_an_entry_and_keeps_its_receipt(int width, bool dark, string language, bool scripts)
    {
        var words = Words.In(language);
        var quarter = await Founded("Rue du Port");
        await using var stranger = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        await stranger.Go(quarter);
        await stranger.Tap(words["record.title"]);
        await Fits(stranger, "record");
        await stranger.Page.Locator(".entries a").Last.ClickAsync();
        await Fits(stranger, "record-entry");
        var download = await stranger.Page.RunAndWaitForDownloadAsync(() => stranger.Tap(words["record.entry.receipt.act"]));
        Assert.Equal($"{quarter.Split('/')[^1]}-0.tlog-proof", download.SuggestedFilename);
        var proof = TlogProof.Parse(await File.ReadAllTextAsync(await download.PathAsync(), Stop));
        var bytes = await stage.Http.GetByteArrayAsync(quarter + "/record/entries/0/bytes", Stop);
        var policy = Policy.Parse(await stage.Http.GetStringAsync(quarter + "/record/policy", Stop));
        Assert.True(proof.Verify(bytes, policy).IsAccepted);
        await stranger.Tap(words["record.entry.bytes.show"]);
        await stranger.Sees("quarter.founded");
        await stranger.Tap(words["record.entry.all"]);
        await stranger.Tap(words["record.proof.link"]);
        await Fits(stranger, "record-proof");
    }

    [Theory]
    [InlineData(320, false, "en")]
    [InlineData(320, true, "fr")]
    [InlineData(1280, false, "fr")]
    public async Task A_poster_has_its_address_and_the_three_lines_as_codes(int width, bool dark, string language)
    {
        var quarter = await Founded("Rue du Port");
        var council = await HeldOnPaper(quarter);
        await using var passer = await Visitor.Come(stage, new Eyes(width, 740, dark, language));
        await passer.Go(council + "/poster");
        await Fits(passer, "record-poster");
        Assert.Equal(2, await passer.Page.Locator(".proof svg.qr").CountAsync());
        await passer.Go(council);
        Assert.Equal(1, await passer.Page.Locator("svg.qr").CountAsync());
        await Fits(passer, "record-minutes");
    }

    [Theory]
    [InlineData(320, false, "en", true)]
    [InlineData(320, true, "fr", false)]
    [InlineData(1280, false, "fr", true)]
    [InlineData(1280, true, "en", true)]
    public async Task Whoever_found_a_fork_hands_it_in_and_everybody_sees_it(int width, bool dark, string language, bool scripts)
    {
        var words = Words.In(language);
        var quarter = await Founded("Rue du Port");
        var council = await HeldOnPaper(quarter);
        await using var finder = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        await finder.Go(quarter + "/record");
        await finder.Tap(words["record.fork.link"]);
        await finder.Write("evidence", new string('x', 120));
        await finder.Tap(words["record.evidence.act"]);
        await finder.Sees(words["refusal.ProvesNothing"]);
        await Fits(finder, "record-evidence-refused");
        await finder.Write("evidence", await Forgery.Of(stage, quarter));
        await finder.Tap(words["record.evidence.act"]);
        await finder.Sees(words["record.fork.lead"]);
        await Fits(finder, "record-fork");
        foreach (var (path, picture) in new[] { (quarter, "quarter"), (quarter + "/record", "record"), (council, "minutes"), (council + "/poster", "poster"), (quarter + "/record/entries/0", "entry") })
        {
            await finder.Go(path);
            await finder.Sees(words["record.broken.banner"]);
            await Fits(finder, "record-broken-" + picture);
        }

        foreach (var sheet in new[] { "/poster", "/poster?size=a3" })
        {
            await finder.Go(council + sheet);
            var pdf = System.Text.Encoding.Latin1.GetString(await finder.Page.PdfAsync(new() { PreferCSSPageSize = true }));
            Assert.Single(Sheets().Matches(pdf));
        }

        await finder.Go("/");
        await finder.Sees(words["record.broken"]);
        await Fits(finder, "record-broken-host");
    }

    private async Task<string> Founded(string name) => await Post(1, "/quarters", new { name, place = "Lyon", languages = new[] { "fr" }, zone = "Europe/Paris" });

    private async Task<string> HeldOnPaper(string quarter)
    {
        var sheet = await Post(1, quarter + "/sheets", new
        {
            question = "Who mends the bench?",
            place = "By the bakery",
            held = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            minutes = 50,
            heads = 30,
            drawn = true,
            proposals = new[] { "We mend it." },
            decided = 1,
            hands = 30,
        });
        return await Post(2, sheet + "/confirmation", new { says = "same" });
    }

    private async Task<string> Post(int phone, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Authorization", "Bearer " + $"{phone:00}" + new string('A', 41));
        using var answer = await stage.Http.SendAsync(request, Stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return said.GetProperty("location").GetString()!;
    }

    /// <summary>A page object of a PDF (ISO 32000 §7.7.3.3).</summary>
    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheets();

    /// <summary>No barrier, no sideways scroll, nothing the browser complained of; a picture for people.</summary>
    private static async Task Fits(Visitor visitor, string picture)
    {
        await visitor.Look(picture);
        var barriers = visitor.Eyes.Scripts ? await visitor.Barriers() : [];
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
        Assert.Equal(0, await visitor.Overhang());
        Assert.Empty(visitor.Errors);
    }
}
