using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>An evening in a hurry, with what only a page knows besides: a screen's letters, a word of the minutes, six words of a slip.</summary>
internal sealed partial class Hurry(Stage stage, Walk walk, Script script)
{
    private Player player = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task Play()
    {
        using var http = walk.Http();
        player = new Player(http, script, Tempo.WithoutPauses) { OnLine = (line, _, what) => Task.Run(() => Before(line, what)).GetAwaiter().GetResult() };
        await Task.Run(() => player.Play(Stop), Stop);
        await Afterwards();
    }

    private async Task Before(int line, string what)
    {
        walk.Before(script.Play[line]);
        switch (what)
        {
            case "A screen is paired":
                var screen = await Get(player.CouncilUrl + "/wall", Street.Another, "text/html");
                await walk.Do(Forms.PairWall, player.SecretOf("Bo"), player.CouncilUrl + "/walls", Street.Said(new { code = Letters().Match(screen).Groups[1].Value }));
                break;
            case "A word is taken out":
                await walk.Do(Forms.BlackOut, player.SecretOf("Bo"), player.CouncilUrl + "/blackouts", new() { ["*"] = JsonSerializer.SerializeToElement(true) });
                break;
        }
    }

    private async Task Afterwards()
    {
        var quarter = $"/rehearsals/{player.Slug}";
        var di = player.SecretOf("Di");
        using var slips = JsonDocument.Parse(await Get(quarter + "/slips", di, "application/json"));
        var words = slips.RootElement.GetProperty("slips").EnumerateArray().ToLookup(slip => slip.GetProperty("purpose").GetString(), slip => slip.GetProperty("words").GetString());
        await walk.Do(Forms.OpenSlip, Street.Somebody, quarter + "/slips", Street.Said(new { slip = words["minutes"].First() }));
        await walk.Do(Forms.CorrectMinutes, di, player.CouncilUrl + "/corrections", Street.Said(new { words = "It was raining.", slip = words["minutes"].First() }));
        await walk.Do(Forms.FinishTask, di, quarter + "/completions", Street.Said(new { slip = words["task"].First() }));
        await walk.Do(Forms.TakeNameBack, di, quarter + "/erasures", Street.Said(new { slip = words["name"].First() }));
    }

    private async Task<string> Get(string path, string secret, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Accept.Add(new(type));
        using var answer = await stage.Http.SendAsync(request, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    [GeneratedRegex("class=\"code[^\"]*\">([^<]+)<")]
    private static partial Regex Letters();
}
