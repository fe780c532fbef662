using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Councils;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Minutes;

/// <summary>A council is over, over real HTTP: its minutes on every surface, and what slips still do.</summary>
public sealed class AfterTests
{
    [Fact]
    public async Task The_councils_own_address_shows_its_minutes()
    {
        await using var table = await Closed();
        var page = await Page(table, Table.Url);
        Assert.Contains("<h1 class=\"verdict giant\" dir=\"auto\">Mend the bench</h1>", page);
        Assert.Contains("5 to 9 neighbours met", page);
        Assert.Contains("Oil the hinges", page);
        Assert.DoesNotContain("kept back", page);
        Assert.Contains("Qui fait quoi", await Page(table, Table.Url, "fr"));
    }

    [Fact]
    public async Task From_what_was_left_anyone_may_convene_anew()
    {
        await using var table = await Decided("Mend the bench", "Sell the bench");
        foreach (var step in new[] { "tasking", "reckoning", "closing" }) await table.Say(table.Facilitator, "step", new { from = step });
        var link = "/quarters/lilas/councils/new?wall=1&proposal=2";
        Assert.Contains($"href=\"{link}\"", await Page(table, Table.Url));
        Assert.Contains("Sell the bench", await Page(table, link));
    }

    [Fact]
    public async Task What_a_neighbour_typed_is_never_markup()
    {
        await using var table = await Closed("<script>alert(1)</script> & so on");
        foreach (var noun in new[] { "", "/poster", "/chalk" })
        {
            var raw = await Raw(table, Table.Url + noun);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on", raw, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script>alert", raw, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains(@"# \<script\>alert(1)\</script\> \& so on", await Raw(table, Table.Url + "/minutes.md"));
    }

    [Theory]
    [InlineData("chalk.txt", "text/plain; charset=utf-8")]
    [InlineData("minutes.md", "text/markdown; charset=utf-8")]
    [InlineData("minutes.json", "application/json; charset=utf-8")]
    [InlineData("entry.atom", "application/atom+xml; type=entry")]
    [InlineData("poster", "text/html; charset=utf-8")]
    [InlineData("poster?size=a3", "text/html; charset=utf-8")]
    [InlineData("chalk", "text/html; charset=utf-8")]
    public async Task They_can_be_taken_along(string noun, string type)
    {
        await using var table = await Closed();
        using var answer = await Stranger(table).GetAsync($"{Table.Url}/{noun}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.GetValues("Content-Type").Single());
        Assert.Contains("Mend the bench", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task While_it_lives_there_is_nothing_to_take_along()
    {
        await using var table = await Table.Talking();
        foreach (var noun in new[] { "poster", "chalk.txt", "minutes.json", "minutes.md" })
        {
            using var answer = await Stranger(table).GetAsync($"{Table.Url}/{noun}");
            Assert.Equal((HttpStatusCode.Redirect, Table.Url), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }
    }

    [Fact]
    public async Task When_time_ended_it_only_a_slip_of_the_minutes_shows_what_is_kept_back()
    {
        await using var table = await TimedOut();
        Assert.Contains("kept back until", await Page(table, Table.Url));
        foreach (var noun in new[] { "", "/blackouts", "/minutes.md", "/minutes.json", "/poster", "/chalk.txt" })
            Assert.DoesNotContain("Sell", await Page(table, Table.Url + noun));
        Assert.Contains("Black out “Sell”", await table.Page(3, "blackouts"));

        table.Clock.Pass(Duration.FromHours(12));
        Assert.Contains("Sell the bench", await Page(table, Table.Url));
    }

    [Fact]
    public async Task A_phone_that_had_a_seat_shows_its_six_words_and_their_end()
    {
        await using var table = await Closed();
        var words = Table.Words(3, Slips.Minutes);
        Assert.Contains(words, await table.Page(3));
        Assert.DoesNotContain(words, await Page(table, Table.Url));
        table.Clock.Pass(Duration.FromHours(73));
        Assert.DoesNotContain(words, await table.Page(3));
    }

    [Fact]
    public async Task A_correction_stands_beside_the_original_for_72_hours_from_the_end()
    {
        await using var table = await Closed();
        await table.Say(3, "corrections", new { words = "It was Tuesday.", slip = Table.Words(3, Slips.Minutes) });
        var page = await Page(table, Table.Url);
        Assert.Contains("It was Tuesday.", page);
        Assert.Contains("Mend the bench", page);

        table.Clock.Pass(Duration.FromHours(73));
        var late = await Post(table, Table.Url + "/corrections", ("words", "It was not."), ("slip", Table.Words(3, Slips.Minutes)));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It was not.", late.Page);
    }

    [Fact]
    public async Task Six_words_work_from_any_phone()
    {
        await using var table = await TimedOut();
        var words = Table.Words(4, Slips.Minutes);
        var (status, page) = await Post(table, "/quarters/lilas/slips", ("slip", words.ToUpperInvariant().Replace(' ', '-')));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Black out “Sell”", page);
        Assert.Contains($"value=\"{words}\"", page);

        var at = table.Council.Proposals[2].What;
        await Post(table, Table.Url + "/blackouts", ("entry", $"{at.Seq}"), ("field", at.Name), ("from", "0"), ("slip", words));
        Assert.Equal("████ the bench", table.Quarter.Said(at)!.Value);
    }

    [Theory]
    [InlineData("one two three", HttpStatusCode.UnprocessableEntity)]
    [InlineData("badu badu badu badu badu trou", HttpStatusCode.UnprocessableEntity)]
    [InlineData("badu badu badu badu badu badu", HttpStatusCode.Conflict)]
    public async Task Other_words_do_nothing(string words, HttpStatusCode expected)
    {
        await using var table = await Closed();
        var (status, page) = await Post(table, "/quarters/lilas/slips", ("slip", words));
        Assert.Equal(expected, status);
        Assert.Contains(words, page);
        Assert.Equal(HttpStatusCode.Conflict, (await Post(table, "/quarters/lilas/erasures", ("slip", "badu badu badu badu badu badu"))).Status);
    }

    [Fact]
    public async Task A_name_is_taken_back_for_good_and_the_task_stays_taken()
    {
        await using var table = await Closed();
        Assert.Contains("Amira", await Page(table, Table.Url));
        var answer = await Post(table, "/quarters/lilas/erasures", ("slip", Table.Words(4, Slips.Name)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await Page(table, Table.Url);
        Assert.DoesNotContain("Amira", page);
        Assert.Contains("[taken back]", page);
        Assert.DoesNotContain("Take my name back", await table.Page(4));
    }

    [Fact]
    public async Task Whoever_took_a_task_says_done()
    {
        await using var table = await Closed();
        Assert.Contains("This is done", await table.Page(4));
        await Post(table, "/quarters/lilas/completions", ("slip", Table.Words(4, Slips.Task, "1")));
        Assert.Contains("done on", await Page(table, Table.Url));
        Assert.DoesNotContain("This is done", await table.Page(4));
    }

    [Fact]
    public async Task Programs_are_told_their_slips()
    {
        await using var table = await Closed();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(table.Address, "/quarters/lilas/slips"));
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Authorization", "Bearer " + Table.Secret(4));
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request);
        var slips = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slips").EnumerateArray().ToArray();
        Assert.Equal(["minutes", "task", "name"], slips.Select(slip => slip.GetProperty("purpose").GetString()));
    }

    /// <summary>Decided, one task taken by seat 4 as Amira, closed by the facilitator.</summary>
    private static async Task<Table> Closed(string what = "Mend the bench")
    {
        var table = await Decided(what);
        foreach (var step in new[] { "tasking", "reckoning", "closing" }) await table.Say(table.Facilitator, "step", new { from = step });
        return table;
    }

    private static async Task<Table> TimedOut()
    {
        var table = await Decided("Mend the bench", "Sell the bench");
        table.Clock.Pass(Duration.FromHours(2));
        // Any act brings what is due.
        await table.Do(1, new PinCorner(Text.Of("the dark corner by the station")));
        Assert.True(table.Council.IsOver);
        return table;
    }

    private static async Task<Table> Decided(params string[] proposals)
    {
        var table = await Table.Deciding(Method.Consent, 5, proposals);
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        await table.All("consent", new { });
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        await table.Say(3, "tasks", new { what = "Oil the hinges", by = "2026-12-01" });
        await table.Say(4, "tasks/1/taking", new { name = "Amira" });
        return table;
    }

    private static HttpClient Stranger(Table table) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = table.Address };

    private static async Task<string> Page(Table table, string path, string language = "en") => WebUtility.HtmlDecode(await Raw(table, path, language));

    private static async Task<string> Raw(Table table, string path, string language = "en")
    {
        using var client = Stranger(table);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return await client.GetStringAsync(path);
    }

    /// <summary>As a browser would that was never here before the page with the form.</summary>
    private static async Task<(HttpStatusCode Status, string Page)> Post(Table table, string path, params (string Name, string Value)[] fields)
    {
        using var client = Stranger(table);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + new string('B', 42) + "A");
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(path, content);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
