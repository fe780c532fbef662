using System.Net;
using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Councils;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Projects;

/// <summary>What grows from a decision, over real HTTP: by six words, from any phone.</summary>
public sealed class GrowTests
{
    private const string Q = "/quarters/lilas", Project = Q + "/projects/1";

    /// <summary>Somebody who was never at a council.</summary>
    private static readonly string Passer = new string('B', 42) + "A", Friend = new string('C', 42) + "A";

    [Fact]
    public async Task What_waits_is_taken_by_a_passer_by_handed_on_and_kept_by_a_friend()
    {
        await using var table = await Closed();
        Assert.Contains("Bring soup", await Page(table, Q + "/waiting"));
        Assert.Contains("What waits for a hand", await Page(table, Q));
        Assert.Contains("0 of 2 tasks done · 1 waits for a hand", await Page(table, Q + "/projects"));
        Assert.Equal("/slips", (await Post(table, Passer, Project + "/tasks/2/taking", ("name", "Zoé"))).Location?[Q.Length..]);
        Assert.Contains("taken by Zoé", await Page(table, Project));
        Assert.Contains("Bring soup", await Page(table, Q + "/slips", Passer));

        var mine = Own(Passer, Slips.Task, "2-1");
        var (_, handing, _) = await Post(table, Passer, Q + "/handings", ("slip", mine));
        var told = Own(Passer, Slips.Handed, "2-2");
        Assert.Contains(told, await Page(table, handing!, Passer));
        Assert.DoesNotContain(told, await Page(table, handing!, Friend));
        Assert.Equal(HttpStatusCode.Conflict, (await Post(table, Passer, Q + "/completions", ("slip", mine))).Status);

        Assert.Contains("Keep it on this phone", (await Post(table, Friend, Q + "/slips", ("slip", told))).Page);
        var tooLong = new string('z', 2000);
        Assert.Contains(tooLong, (await Post(table, Friend, Q + "/keepings", ("slip", told), ("name", tooLong))).Page);
        await Post(table, Friend, Q + "/keepings", ("slip", told), ("name", ""));
        Assert.Contains("Bring soup", await Page(table, Q + "/slips", Friend));
        Assert.DoesNotContain("Zoé", await Page(table, Project));
        await Post(table, Friend, Q + "/drops", ("slip", Own(Friend, Slips.Task, "2-3")));
        Assert.Contains("waits for a hand", await Page(table, Project));
    }

    [Fact]
    public async Task It_is_shown_asked_answered_and_finished()
    {
        await using var table = await Closed();
        var slip = Table.Words(4, Slips.Task, "1");
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(table.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date);
        Assert.Contains($"value=\"{slip}\"", await Page(table, Project + "/evidence", Table.Secret(4)));
        Assert.DoesNotContain("value=\"badu", await Page(table, Project + "/evidence", Passer));
        await Post(table, Passer, Project + "/evidence", ("words", "It holds <three> people."), ("slip", slip));
        Assert.Contains("It holds <three> people.", await Page(table, Project));

        await Post(table, Table.Secret(4), Project + "/requests", ("addressee", "the parks office"), ("words", "Two planks."), ("on", today), ("slip", slip));
        table.Clock.Pass(Duration.FromDays(12));
        Assert.Contains("Waiting for 12 days.", await Page(table, Project));
        Assert.Contains("12 jours d’attente.", await Page(table, Q + "/waiting", language: "fr"));
        var later = NodaTime.Text.LocalDatePattern.Iso.Format(table.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date);
        var asked = Slips.Words(new Device(Table.Secret(4)), Slips.Request, table.Quarter.Origin, 1, "1");
        await Post(table, Passer, Project + "/requests/1/answer", ("on", later), ("reply", "no"), ("meanwhile", "We sawed them ourselves."), ("slip", asked));
        var page = await Page(table, Project);
        Assert.Contains("It took 12 days.", page);
        Assert.Contains("We sawed them ourselves.", page);
        Assert.Contains("Meanwhile we showed 1 thing of our own.", page);

        await Post(table, Passer, Q + "/completions", ("slip", slip));
        Assert.Equal(HttpStatusCode.Conflict, (await Post(table, Passer, Q + "/endings", ("slip", slip))).Status);
        await Post(table, Friend, Project + "/tasks/2/taking", ("name", ""));
        await Post(table, Friend, Q + "/completions", ("slip", Own(Friend, Slips.Task, "2-1")));
        await Post(table, Passer, Q + "/endings", ("slip", slip));
        Assert.Contains("Done on", await Page(table, Project));
        Assert.Contains("Done on", await Page(table, Table.Url));
        Assert.Equal("done", (await Json(table, Project)).GetProperty("projects")[0].GetProperty("state").GetString());
        Assert.Equal(0, (await Json(table, Q + "/waiting")).GetProperty("waiting").GetArrayLength());
    }

    [Fact]
    public async Task Whoever_decided_by_a_recipe_is_offered_its_tasks_and_may_change_them()
    {
        await using var table = await Table.Deciding(Method.Consent, 5, "We mend the bench ourselves on a Saturday morning.");
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        await table.All("consent", new { });
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        Assert.Contains("recipe=bench&task=2\">Bring tools</a>", await table.Page(3, "tasks"));
        Assert.Contains("recipe=bench&task=2\">Apporter des outils</a>", await table.Page(3, "tasks", "fr"));
        var filled = await table.Page(3, "tasks?recipe=bench&task=2");
        Assert.Matches("(?s)<textarea[^>]*>\\s*Bring tools|value=\"Bring tools\"", filled);
        await table.Say(3, "tasks", new { what = "Bring tools" });
        var left = await table.Page(3, "tasks");
        Assert.DoesNotContain("task=2\">", left);
        Assert.Contains("task=1\">", left);
        Assert.Contains("recipe=tools&task=1\">", await table.Page(3, "tasks?recipe=tools"));
    }

    [Fact]
    public async Task Whoever_took_what_waited_shows_it_and_is_offered_nothing_that_would_be_refused()
    {
        await using var table = await Closed();
        await Post(table, Passer, Project + "/tasks/2/taking", ("name", ""));
        var own = Own(Passer, Slips.Task, "2-1");
        Assert.Contains($"value=\"{own}\"", await Page(table, Project + "/evidence", Passer));
        Assert.DoesNotContain(own, await Page(table, Project + "/requests", Passer));
        Assert.DoesNotContain(own, await Page(table, Table.Url + "/gains/new", Passer));
        Assert.DoesNotContain("/gains/new", await Page(table, Q + "/slips", Passer));
        Assert.Contains("/gains/new", await Page(table, Q + "/slips", Table.Secret(4)));
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(table.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date);
        var asked = await Post(table, Passer, Project + "/requests", ("addressee", "the parks office"), ("words", "Two planks."), ("on", today), ("slip", own));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);

        await Post(table, Table.Secret(4), Project + "/requests", ("addressee", "the parks office"), ("words", "Two planks."), ("on", today), ("slip", Table.Words(4, Slips.Task, "1")));
        Assert.DoesNotContain(own, await Page(table, Project + "/requests/1", Passer));
        Assert.Equal(HttpStatusCode.Conflict, (await Post(table, Passer, Project + "/requests/1/answer", ("on", today), ("reply", "no"), ("slip", own))).Status);
        Assert.Contains("Waiting for 0 days.", await Page(table, Project));
    }

    [Fact]
    public async Task In_a_council_a_recipe_fills_in_the_proposal_and_open_projects_can_go_on()
    {
        await using var table = await Table.Talking();
        Assert.Contains("We mend the bench ourselves", await table.Page(3, "proposals?recipe=bench"));
        Assert.Contains("Repair a bench", await table.Page(3, "proposals/recipes"));
        Assert.Contains("No project is open", await table.Page(3, "proposals/projects"));
        Assert.Contains("Who mends the bench, and when?", await Page(table, Q + "/councils/new?recipe=bench"));
        foreach (var name in Faubourg.Web.Recipes.Recipe.All)
            foreach (var language in new[] { "en", "fr" })
                Assert.DoesNotContain("[recipes.", await Page(table, $"{Q}/recipes/{name}", language: language));
        var answer = await table.Try(3, "proposals/renewals", new { project = 7, what = "We go on." });
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    private static string Own(string secret, string purpose, string id) => Slips.Words(new Device(secret), purpose, Origin, 1, id);

    private static string Origin => "test/q/lilas";

    /// <summary>Decided, the hinges taken by seat 4, the soup by nobody; over.</summary>
    private static async Task<Table> Closed()
    {
        var table = await Table.Deciding(Method.Consent, 5, "Mend the bench");
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        await table.All("consent", new { });
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        await table.Say(3, "tasks", new { what = "Oil the hinges", by = "2026-12-20" });
        await table.Say(3, "tasks", new { what = "Bring soup" });
        await table.Say(4, "tasks/1/taking", new { name = "Amira" });
        foreach (var step in new[] { "tasking", "reckoning", "closing" }) await table.Say(table.Facilitator, "step", new { from = step });
        return table;
    }

    private static HttpClient Client(Table table, string? secret)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = table.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (secret is not null) client.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
        return client;
    }

    private static async Task<string> Page(Table table, string path, string? secret = null, string language = "en")
    {
        using var client = Client(table, secret);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return WebUtility.HtmlDecode(await client.GetStringAsync(path));
    }

    private static async Task<JsonElement> Json(Table table, string path)
    {
        using var client = new HttpClient { BaseAddress = table.Address };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        return JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;
    }

    private static async Task<(HttpStatusCode Status, string? Location, string Page)> Post(Table table, string secret, string path, params (string Name, string Value)[] fields)
    {
        using var client = Client(table, secret);
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(path, content);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
