using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Web;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>After a council: its minutes, the sheet of one held on paper, slips, and what goes through the printer.</summary>
public sealed partial class MinutesPagesTests(Stage stage)
{
    private const string Long =
        "We mend the bench, paint the playground fence, ask the school for its keys, bring the ladders back to the tool library and put up a notice in three languages every Saturday until the end of March.";

    [Theory]
    [InlineData(360, false, "en", true)]
    [InlineData(320, true, "fr", true)]
    [InlineData(1280, false, "en", false)]
    public async Task A_council_held_on_paper_becomes_minutes_without_a_barrier(int width, bool dark, string language, bool scripts)
    {
        var words = Words.In(language);
        var quarter = await Founded();
        await using var first = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        await first.Go(quarter + "/paper");
        await Fits(first, "paper");
        await first.Tap(words["paper.type"]);
        await Fits(first, "type-sheet");
        await Type(first, "We mend the bench ourselves.", "A longer bench with a table.");
        await first.Tap(words["paper.sheet.act"]);
        await first.Sees(words["form.problems"]);
        await Fits(first, "type-sheet-problem");
        await first.Choose("kind", "held-in-common");
        await first.Choose("domain", "space");
        await first.Tap(words["paper.sheet.act"]);
        await first.Sees(words["paper.waits"]);
        await Fits(first, "sheet-waits");

        await using var second = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        await second.Go(new Uri(first.Page.Url).AbsolutePath);
        await Fits(second, "sheet-second");
        await second.Tap(words["paper.confirm.same"]);
        await second.Sees("We mend the bench ourselves.");
        await Fits(second, "minutes");
        var council = new Uri(second.Page.Url).AbsolutePath;
        foreach (var (path, picture) in new[]
        {
            (council + "/poster", "poster"), (council + "/chalk", "chalk"), (council + "/corrections", "corrections"), (council + "/blackouts", "blackouts-stranger"),
            (quarter + "/slips", "slips-none"), (quarter + "/sheet", "blank-sheet"), (quarter + "/paper/agenda", "agenda"), (quarter + "/paper/hat", "hat"),
        })
        {
            await second.Go(path);
            await Fits(second, picture);
        }
    }

    [Theory]
    [InlineData(false, "en")]
    [InlineData(true, "en")]
    [InlineData(true, "fr")]
    public async Task Whatever_was_written_a_poster_is_one_sheet(bool much, string language)
    {
        await using var phone = await Visitor.Come(stage, new Eyes(Language: language));
        var quarter = await Founded();
        var council = await HeldOnPaper(quarter, much);
        foreach (var path in new[] { council + "/poster", council + "/poster?size=a3", quarter + "/sheet", quarter + "/paper/agenda", quarter + "/paper/hat" })
        {
            await phone.Go(path);
            var pdf = Encoding.Latin1.GetString(await phone.Page.PdfAsync(new() { PreferCSSPageSize = true }));
            Assert.True(Sheets().Count(pdf) == 1, $"{path} takes {Sheets().Count(pdf)} sheets");
        }
    }

    [Fact]
    public async Task A_phone_that_had_a_seat_finds_its_slips()
    {
        var quarter = await Founded();
        var council = await Dissolved(quarter);
        foreach (var eyes in new[] { Eyes.Phone, new Eyes(320, 740, true, "fr") })
        {
            await using var seated = await Visitor.Come(stage, eyes);
            await seated.Page.Context.AddCookiesAsync([new Cookie { Name = "faubourg", Value = Secret(2), Url = stage.Here }]);
            foreach (var (path, picture) in new[] { (council, "minutes-slips"), (quarter + "/slips", "slips"), (council + "/corrections", "correct"), (council + "/blackouts", "blackouts") })
            {
                await seated.Go(path);
                await Fits(seated, picture);
            }

            await seated.Go(council + "/corrections");
            await seated.Write("words", "It was Tuesday.");
            await seated.Tap(Words.In(eyes.Language)["slips.correct.act"]);
            await seated.Sees("It was Tuesday.");
        }
    }

    private static string Secret(int seat) => $"{seat:00}" + new string('A', 41);

    private async Task<string> Founded() => await Post(1, "/quarters", new { name = "Rue des Lilas", place = "Lyon", languages = new[] { "fr" }, zone = "Europe/Paris" });

    /// <summary>The address of its minutes.</summary>
    private async Task<string> HeldOnPaper(string quarter, bool much)
    {
        var sheet = await Post(1, quarter + "/sheets", new
        {
            question = much ? Long[..130] : "Who mends the bench?",
            place = much ? Long : "By the bakery",
            held = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            minutes = 50,
            heads = 30,
            drawn = true,
            proposals = much ? Enumerable.Repeat(Long, 26).ToArray() : ["We mend it."],
            decided = 1,
            hands = 30,
            tasks = much ? Enumerable.Repeat(Long, 50).ToArray() : [],
            gain = much ? Long : null,
            kind = much ? "held-in-common" : null,
            domain = much ? "space" : null,
            ritual = "song",
        });
        return await Post(2, sheet + "/confirmation", new { says = "same" });
    }

    /// <summary>Three neighbours at a distance met, found nothing to propose, and closed.</summary>
    private async Task<string> Dissolved(string quarter)
    {
        var council = await Post(1, quarter + "/councils", new { question = "Who mends the bench?", place = "https://talk.example/bench", quick = "now", minutes = 60, attendance = "remote", method = "consent" });
        for (var seat = 1; seat <= 3; seat++) await Post(seat, council + "/seats", new { });
        foreach (var from in new[] { "gathering", "hearing", "closing" })
            for (var seat = 1; seat <= 3; seat++) await Post(seat, council + "/step", new { from });
        return council;
    }

    /// <summary>An act as a program sends it; where it leads.</summary>
    private async Task<string> Post(int phone, string path, object body)
    {
        using var client = new HttpClient { BaseAddress = new Uri(stage.Here) };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret(phone));
        using var answer = await client.PostAsJsonAsync(path, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return said.GetProperty("location").GetString()!;
    }

    private static async Task Type(Visitor phone, params string[] proposals)
    {
        await phone.Write("question", "Who mends the bench in rue des Lilas?");
        await phone.Write("place", "In front of the bakery");
        await phone.Write("held", DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await phone.Write("heads", "14");
        await phone.Choose("drawn", "true");
        for (var n = 0; n < proposals.Length; n++) await phone.Write($"proposals.{n + 1}", proposals[n]);
        await phone.Write("decided", "1");
        await phone.Write("hands", "13");
        await phone.Write("tasks.1", "Planks");
        await phone.Write("gain", "One bench for everybody");
    }

    /// <summary>No barrier, no sideways scroll, nothing the browser complained of; a picture for people.</summary>
    private static async Task Fits(Visitor phone, string picture)
    {
        await phone.Look(picture);
        var barriers = phone.Eyes.Scripts ? await phone.Barriers() : [];
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
        Assert.Equal(0, await phone.Overhang());
        Assert.Empty(phone.Errors);
    }

    /// <summary>A page object of a PDF (ISO 32000 §7.7.3.3).</summary>
    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheets();
}
