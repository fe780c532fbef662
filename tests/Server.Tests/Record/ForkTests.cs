using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Faubourg.Ledger.Notes;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Record;

/// <summary>Two histories under one key: whoever finds them hands them in, and everybody sees it from then on.</summary>
public sealed class ForkTests(RecordHouse house) : IClassFixture<RecordHouse>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Evidence_breaks_the_record_on_every_page_print_and_answer_for_good(string type)
    {
        var quarter = await house.Founded("Rue " + type.Replace('/', ' '));
        var council = await house.HeldOnPaper(quarter);
        var evidence = await house.Forked(quarter);
        foreach (var path in Paths(quarter, council)) Assert.DoesNotContain("BROKEN", await house.Page(path), StringComparison.Ordinal);

        using var answer = await Give(quarter, evidence, type);

        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        foreach (var path in Paths(quarter, council))
        {
            Assert.Contains("BROKEN", await house.Page(path), StringComparison.Ordinal);
            Assert.Contains("ROMPU", await house.Page(path, "fr"), StringComparison.Ordinal);
        }

        foreach (var path in new[] { quarter, quarter + "/record", quarter + "/record/entries/0", council + "/minutes.json" })
            Assert.True((await house.Json(path)).GetProperty("broken").GetBoolean(), path);
        Assert.Equal(evidence, await house.Http.GetStringAsync(quarter + "/record/evidence", Stop));
        var page = await house.Page(quarter + "/record/fork");
        foreach (var line in Evidence.Parse(evidence).Larger.Text.Split('\n')[..3]) Assert.Contains($"<li>{line}</li>", page, StringComparison.Ordinal);
        Assert.Contains("BROKEN", await house.Page("/"), StringComparison.Ordinal);
        Assert.Contains((await house.Json("/.well-known/faubourg")).GetProperty("quarters").EnumerateArray(), one => one.TryGetProperty("broken", out _) && one.GetProperty("prefix").GetString()!.Contains(quarter, StringComparison.Ordinal));
        Assert.DoesNotContain("BROKEN", await house.Page(house.Real), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proves_nothing_is_refused_with_a_sentence_and_stays_in_the_form()
    {
        var evidence = await house.Forked(house.Real);
        foreach (var (typed, says) in new[]
        {
            (new string('x', 200), "This proves nothing"),
            (evidence.Replace("another", "other", StringComparison.Ordinal)[..^30] + "\n", "This proves nothing"),
            (await house.Forked(house.Played), "another record"),
            (OfAStranger(evidence), "another record"),
        })
        {
            using var answer = await Give(house.Real, typed, "application/x-www-form-urlencoded");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains(says, page, StringComparison.Ordinal);
            Assert.Contains(typed.Split('\n')[0], page, StringComparison.Ordinal);
        }

        using var nothing = await Give(house.Real, "", "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var missing = await house.Ask(HttpMethod.Get, house.Real + "/record/evidence");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.DoesNotContain("BROKEN", await house.Page(house.Real + "/record"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chalk_still_has_twelve_lines_and_says_that_the_record_is_broken()
    {
        var quarter = await house.Founded("Rue de la Craie");
        var council = await house.HeldOnPaper(quarter);
        using var answer = await Give(quarter, await house.Forked(quarter), "text/plain");
        var lines = (await house.Http.GetStringAsync(council + "/chalk.txt?language=en", Stop)).TrimEnd('\n').Split('\n');
        Assert.Equal("THIS RECORD IS BROKEN", lines[0]);
        Assert.InRange(lines.Length, 2, 12);
    }

    private static string[] Paths(string quarter, string council) =>
    [
        quarter, quarter + "/councils", quarter + "/councils/new", quarter + "/corners/new", quarter + "/slips", quarter + "/paper", quarter + "/paper/hat", quarter + "/sheet",
        quarter + "/record", quarter + "/record?before=3", quarter + "/record/proof", quarter + "/record/entries/0", quarter + "/feed.atom",
        council, council + "/poster", council + "/poster?size=a3", council + "/chalk", council + "/chalk.txt", council + "/minutes.md", council + "/entry.atom",
    ];

    /// <summary>The same form, about the same origin, signed by somebody who never kept this record.</summary>
    private static string OfAStranger(string evidence)
    {
        var told = Evidence.Parse(evidence);
        using var stranger = NoteSigner.Ed25519(told.Origin, new byte[32]);
        var (one, two) = (told.Smaller.Text, told.Larger.Text);
        return $"faubourg-fork/v1\nvkey {stranger.Key}\n\n{new Note(one, [stranger.Sign(one)])}--\n{new Note(two, [stranger.Sign(two)])}";
    }

    private async Task<HttpResponseMessage> Give(string quarter, string evidence, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, quarter + "/record/evidence")
        {
            Content = type switch
            {
                "text/plain" => new StringContent(evidence, Encoding.UTF8, type),
                "application/json" => new StringContent(System.Text.Json.JsonSerializer.Serialize(new { evidence }), Encoding.UTF8, type),
                // As browsers send it: CRLF in every text (WHATWG, form data).
                _ => new FormUrlEncodedContent([KeyValuePair.Create("evidence", evidence.Replace("\n", "\r\n", StringComparison.Ordinal))]),
            },
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type == "application/json" ? type : "text/html"));
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        return await house.Http.SendAsync(request, Stop);
    }
}
