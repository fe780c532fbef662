using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Web;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>What neighbours do outside a council: found, pin, call off, type in a sheet, watch a rehearsal.</summary>
internal sealed class Street(Stage stage, Walk walk)
{
    /// <summary>Two phones, in no council.</summary>
    public static readonly string Somebody = new('A', 43), Another = 'B' + new string('A', 42);

    public async Task Along()
    {
        await walk.Do(Forms.WatchRehearsal, Somebody, "/rehearsals/showings", Said(new { script = "bench" }), "/rehearsals");
        var (_, quarter) = await walk.Do(Forms.Found, Somebody, "/quarters", Said(new { name = "Rue des Touches", place = "Lyon", languages = new[] { "en", "fr" } }));
        await walk.Do(Forms.PinCorner, Somebody, quarter + "/corners", Said(new { line = "The steps by the school have no rail" }));
        await OnPaper(quarter);
        await walk.Do(Forms.LogOffer, Somebody, quarter + "/offers", Said(new { who = "The housing office", offered = "invitation", what = "A round table", strings = "One of us speaks for all" }));
        var monday = DateTime.UtcNow.Date.AddDays((8 - (int)DateTime.UtcNow.DayOfWeek) % 7 + 7);
        await walk.Do(Forms.RestWeek, Somebody, quarter + "/rests", Said(new { monday = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }), quarter + "/rests/new");
        var council = await Made(quarter + "/councils", new { question = "Who paints the rail?", place = "on the steps", quick = "now", minutes = 60, attendance = "room", method = "consent" });
        await walk.Do(Forms.CallOff, Somebody, council + "/cancellation");
        await walk.Do(Forms.GiveEvidence, Another, quarter + "/record/evidence", Said(new { evidence = (await Forgery.Of(stage, quarter)).Trim() }));
    }

    public static Dictionary<string, JsonElement> Said(object said) => JsonSerializer.SerializeToElement(said).Deserialize<Dictionary<string, JsonElement>>()!;

    private async Task OnPaper(string quarter)
    {
        var (_, sheet) = await walk.Do(Forms.TypeSheet, Somebody, quarter + "/sheets", Said(new
        {
            question = "Who waters the limes?",
            place = "under the limes",
            held = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            minutes = 40,
            heads = 9,
            drawn = true,
            proposals = new[] { "Each house a week", "A hose" },
            decided = 1,
            hands = 9,
            tasks = new[] { "Write the list" },
        }));
        await walk.Do(Forms.ConfirmSheet, Another, sheet + "/confirmation", Said(new { says = "same" }), sheet);
    }

    private async Task<string> Made(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Somebody);
        using var answer = await stage.Http.SendAsync(request);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return said.GetProperty("location").GetString()!;
    }
}
