using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Server.Tests.Paper;

/// <summary>A council held on paper is typed in by two devices.</summary>
public sealed class SheetTests(House house) : IClassFixture<House>
{
    private const string Quarter = "/quarters/lilas";

    [Fact]
    public async Task Two_phones_make_it_a_council_with_its_minutes()
    {
        using var first = house.Browser();
        using var second = house.Browser("fr");
        var sheet = await Type(first);
        var own = await Page(first, sheet);
        Assert.Contains("Now a second phone", own);
        Assert.DoesNotContain("Yes, publish it", own);

        Assert.Contains("Est-ce ce que dit le papier", await Page(second, sheet));
        using var confirmed = await Post(second, sheet + "/confirmation", ("says", "same"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        var minutes = await Page(first, confirmed.Headers.Location!.ToString());
        Assert.Contains("<h1 class=\"verdict giant\" dir=\"auto\">We mend the bench</h1>", minutes);
        Assert.Contains("Held on paper and typed in afterwards.", minutes);
        Assert.Contains("5 to 9 neighbours", minutes);
        Assert.Contains("facilitator and note-keeper", minutes);
        Assert.Contains("Planks", minutes);
    }

    [Fact]
    public async Task The_phone_that_typed_it_cannot_confirm_it()
    {
        using var first = house.Browser();
        var sheet = await Type(first);
        using var answer = await Post(first, sheet + "/confirmation", ("says", "same"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task When_the_paper_says_something_else_it_is_taken_away()
    {
        using var first = house.Browser();
        using var second = house.Browser();
        var sheet = await Type(first);
        await Page(second, sheet);
        using var answer = await Post(second, sheet + "/confirmation", ("says", "other"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var gone = await second.GetAsync(sheet);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_does_not_go_through_comes_back_with_everything_typed()
    {
        using var phone = house.Browser();
        await Page(phone, Quarter + "/sheets/new");
        using var problems = await Post(phone, Quarter + "/sheets", [.. Fields.Where(f => f.Name != "place")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, problems.StatusCode);
        var page = await Decoded(problems);
        Assert.Contains("“Where we met” is still empty.", page);
        Assert.Contains("value=\"A longer bench\"", page);

        using var refused = await Post(phone, Quarter + "/sheets", [.. Fields.Where(f => f.Name != "hands"), ("hands", "2")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("value=\"Planks\"", await Decoded(refused));
    }

    [Fact]
    public async Task What_sort_of_gain_it_was_nobody_guesses()
    {
        using var phone = house.Browser();
        await Page(phone, Quarter + "/sheets/new");
        using var asked = await Post(phone, Quarter + "/sheets", [.. Fields, ("gain", "One bench for everybody")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Choose one under “What sort of gain”.", await Decoded(asked));
    }

    [Fact]
    public async Task A_program_sends_lists()
    {
        using var script = house.Script(new string('C', 42) + "A");
        using var typed = await script.PostAsJsonAsync(Quarter + "/sheets", new
        {
            question = "Who mends the bench?",
            place = "By the bakery",
            held = "some evening",
            minutes = 45,
            heads = 7,
            proposals = new[] { "We mend it", "We sell it" },
            decided = 0,
            tasks = new[] { "Planks" },
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.StatusCode);
        using var again = await script.PostAsJsonAsync(Quarter + "/sheets", new
        {
            question = "Who mends the bench?",
            place = "By the bakery",
            held = Began,
            minutes = 45,
            heads = 7,
            proposals = new[] { "We mend it", "We sell it" },
            decided = 0,
            tasks = new[] { "Planks" },
        });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var sheet = (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("location").GetString()!;
        var seen = await script.GetFromJsonAsync<JsonElement>(sheet);
        Assert.True(seen.GetProperty("typed_here").GetBoolean());
        await IsNobodyElsewhere(script, (await Now()).Sheets[int.Parse(sheet.Split('/')[^1], CultureInfo.InvariantCulture)].Device);
    }

    /// <summary>What is kept of a phone that typed a sheet is not what is kept of it where it says "no council this week".</summary>
    private async Task IsNobodyElsewhere(HttpClient script, string typed)
    {
        var monday = Next(IsoDayOfWeek.Monday).PlusWeeks(4);
        using var rested = await script.PostAsJsonAsync(Quarter + "/rests", new { monday = LocalDatePattern.Iso.Format(monday) });
        Assert.Equal(HttpStatusCode.OK, rested.StatusCode);
        var said = Assert.Single((await Now()).RestsSaid[monday]);
        Assert.NotEqual(Hash.Of($"{typed}|{LocalDatePattern.Iso.Format(monday)}"), said);
    }

    private static LocalDate Next(IsoDayOfWeek day) => SystemClock.Instance.GetCurrentInstant().InUtc().Date.Next(day);

    private async Task<Domain.Quarters.Quarter> Now() => (await house.Services.GetRequiredService<IQuarters>().Find("lilas", default))!.Quarter;

    [Theory]
    [InlineData("/paper", "On paper")]
    [InlineData("/paper/agenda", "One hour, one decision")]
    [InlineData("/paper/hat", "<li><b>32</b>")]
    [InlineData("/sheet", "Un conseil sur une feuille")]
    public async Task Sheets_are_there_to_print(string path, string says)
    {
        using var phone = house.Browser();
        Assert.Contains(says, await Page(phone, Quarter + path));
    }

    [Fact]
    public async Task A_long_sheet_has_room_and_what_was_typed_far_down_stays_in_sight()
    {
        using var phone = house.Browser();
        var empty = await Page(phone, Quarter + "/sheets/new");
        Assert.Contains("name=\"proposals.26\"", empty);
        Assert.Contains("name=\"tasks.50\"", empty);
        Assert.DoesNotContain("<details open", empty);
        using var back = await Post(phone, Quarter + "/sheets", [.. Enumerable.Range(1, 12).Select(n => ($"proposals.{n}", $"Way {n}"))]);
        var again = await Decoded(back);
        Assert.Contains("value=\"Way 12\"", again);
        Assert.Matches("<details open><summary>More lines: 6 to 10", again);
        Assert.Matches("<details open><summary>More lines: 11 to 15", again);
        Assert.Matches("<details><summary>More lines: 16 to 20", again);
    }

    private static string Began => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm");

    private static (string Name, string Value)[] Fields =>
    [
        ("question", "Who mends the bench?"), ("place", "By the bakery"), ("held", Began), ("minutes", "45"), ("heads", "7"), ("drawn", "true"),
        ("proposals.1", "We mend the bench"), ("proposals.2", "A longer bench"), ("decided", "1"), ("hands", "6"), ("tasks.1", "Planks"),
    ];

    /// <summary>The address where the sheet waits for the second phone.</summary>
    private static async Task<string> Type(HttpClient phone)
    {
        await Page(phone, Quarter + "/sheets/new");
        using var typed = await Post(phone, Quarter + "/sheets", Fields);
        Assert.True(typed.StatusCode == HttpStatusCode.SeeOther, await Decoded(typed));
        return typed.Headers.Location!.ToString();
    }

    private static async Task<string> Page(HttpClient phone, string path) => WebUtility.HtmlDecode(await phone.GetStringAsync(path));

    private static async Task<string> Decoded(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task<HttpResponseMessage> Post(HttpClient phone, string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await phone.PostAsync(path, content);
    }
}
