using System.Net;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Announce;

/// <summary>A neighbourhood of its own for one test, founded and convened in by forms as people send them.</summary>
internal sealed class Street(House house, string url)
{
    public string Url => url;

    private string Slug => url.Split('/')[^1];

    private IQuarters Quarters => house.Services.GetRequiredService<IQuarters>();

    public static async Task<Street> Found(House house, string name = "Rue du Chêne", params (string, string)[] more)
    {
        using var founder = house.Browser();
        var answer = await founder.PostAsync("/quarters", Form([("name", name), ("place", "Lyon"), ("languages", "fr"), ("zone", "Europe/Paris"), .. more]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Street(house, answer.Headers.Location!.ToString());
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A good announcement, with some fields said otherwise.</summary>
    public static FormUrlEncodedContent Announcement(params (string Name, string Value)[] otherwise)
    {
        (string Name, string Value)[] usual =
        [
            ("question", "Who mends the bench?"), ("place", "By the bakery"), ("quick", "now"), ("minutes", "60"), ("attendance", "room"), ("method", "consent"),
        ];
        return Form([.. usual.Where(field => otherwise.All(other => other.Name != field.Name)), .. otherwise]);
    }

    /// <summary>The convener's browser, and the address of the council.</summary>
    public async Task<(HttpClient Convener, string Council)> Convene(params (string Name, string Value)[] otherwise)
    {
        var convener = house.Browser();
        await convener.GetAsync(url + "/councils/new");
        var answer = await convener.PostAsync(url + "/councils", Announcement(otherwise));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (convener, answer.Headers.Location!.ToString());
    }

    public async Task<HttpResponseMessage> Worth(string council)
    {
        using var neighbour = house.Browser();
        return await neighbour.PostAsync(council + "/worth", null);
    }

    /// <summary>A council that was held on paper some days ago.</summary>
    public async Task Held(string question, int days, int decided = 1)
    {
        var at = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(days);
        var paper = new PaperCouncil(
            Text.Of(question), Text.Of("Courtyard"), at, 60, 9, true, [Text.Of("We do it on Saturday."), Text.Of("A longer bench")], decided, 8, [Text.Of("Bring planks")],
            new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, null, Text.Of("One bench")), new RitualDraft(Ritual.Song, null));
        await Do(new TypeSheet(paper), "one");
        var sheet = (await Quarters.Find(Slug, default))!.Quarter.Sheets.Keys.Last();
        await Do(new ConfirmSheet(sheet, true), "other");
    }

    public async Task<string> Page(string path = "", string language = "en")
    {
        using var passer = house.Browser(language);
        return WebUtility.HtmlDecode(await passer.GetStringAsync(url + path));
    }

    public async Task<JsonElement> Json(string path = "")
    {
        using var program = house.Script();
        return JsonDocument.Parse(await program.GetStringAsync(url + path)).RootElement;
    }

    private async Task Do(Act act, string device) =>
        Assert.IsType<Answer.Accepted>(await Quarters.Submit(Slug, act, new Actor(device.PadRight(22, 'A')), null, default));
}
