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
        await Grows(quarter, di, words["task"].First()!);
        await walk.Do(Forms.TakeNameBack, di, quarter + "/erasures", Street.Said(new { slip = words["name"].First() }));
    }

    /// <summary>What becomes of the tasks: one is shown, asked for, answered, given back, taken again, done; then the other, and all of it.</summary>
    private async Task Grows(string quarter, string di, string slip)
    {
        var (project, today) = (quarter + "/projects/1", await Today(quarter));
        await walk.Do(Forms.ShowEvidence, di, project + "/evidence", Street.Said(new { words = "The list hangs by the door.", slip }), project);
        await walk.Do(Forms.AskInstitution, di, project + "/requests", Street.Said(new { addressee = "the city", words = "A lamp.", on = today, slip }), project);
        using var asked = JsonDocument.Parse(await Get(quarter + "/slips", di, "application/json"));
        var request = asked.RootElement.GetProperty("slips").EnumerateArray().First(s => s.GetProperty("purpose").GetString() == "request").GetProperty("words").GetString();
        await walk.Do(Forms.WriteAnswer, di, project + "/requests/1/answer", Street.Said(new { on = today, reply = "no", slip = request }), project);
        await walk.Do(Forms.DropTask, di, quarter + "/drops", Street.Said(new { slip }), quarter + "/slips");
        await walk.Do(Forms.TakeWaitingTask, di, project + "/tasks/1/taking", Street.Said(new { name = "Di" }), project);
        using var taken = JsonDocument.Parse(await Get(quarter + "/slips", di, "application/json"));
        slip = taken.RootElement.GetProperty("slips").EnumerateArray().First(s => s.GetProperty("purpose").GetString() == "task").GetProperty("words").GetString()!;
        await walk.Do(Forms.FinishTask, di, quarter + "/completions", Street.Said(new { slip }), quarter + "/slips");
        // Di took it after the council: only Bo, who has a task since the evening, says that all of it is done.
        var bo = player.SecretOf("Bo");
        using var held = JsonDocument.Parse(await Get(quarter + "/slips", bo, "application/json"));
        slip = held.RootElement.GetProperty("slips").EnumerateArray().First(s => s.GetProperty("purpose").GetString() == "task").GetProperty("words").GetString()!;
        await walk.Do(Forms.FinishTask, bo, quarter + "/completions", Street.Said(new { slip }), quarter + "/slips");
        await walk.Do(Forms.FinishProject, bo, quarter + "/endings", Street.Said(new { slip }), quarter + "/slips");
    }

    /// <summary>The day it is in the evening.</summary>
    private async Task<string> Today(string quarter)
    {
        using var projects = JsonDocument.Parse(await Get(quarter + "/projects", Street.Somebody, "application/json"));
        return projects.RootElement.GetProperty("projects")[0].GetProperty("opened_at").GetString()![..10];
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
