using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Browser.Tests;

/// <summary>An evening played over HTTP, which stands still while its pages are looked at.</summary>
internal sealed class Rehearsed(Stage stage, string evening, IReadOnlyCollection<Sight> sights, Inspection inspection, Script? script = null)
{
    private readonly string wallSecret = Convert.ToHexString(Guid.NewGuid().ToByteArray()) + "AAAAAAAAAAA";
    private readonly HashSet<string> looked = [];
    private Player player = null!;
    private bool hasWall;

    public string Slug => player.Slug;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task Play()
    {
        player = new Player(stage.Http, script ?? Stage.Evening(evening), Tempo.WithoutPauses)
        {
            OnLine = (_, _, what) => Task.Run(() => Pause(what)).GetAwaiter().GetResult(),
        };
        await Task.Run(() => player.Play(Stop));
        foreach (var sight in sights.Where(s => s.Before == Sight.Afterwards)) await Look(sight);
        Assert.Subset(new HashSet<string>([.. looked, Sight.Afterwards]), sights.Select(s => s.Before).ToHashSet());
    }

    /// <summary>Something that somebody of the cast does besides.</summary>
    public async Task<JsonElement> Act(string who, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", player.SecretOf(who));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await stage.Http.SendAsync(request, Stop);
        var told = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {told}");
        return JsonDocument.Parse(told).RootElement.Clone();
    }

    /// <summary>What time it is in the evening.</summary>
    public async Task<Instant> Now()
    {
        using var told = JsonDocument.Parse(await stage.Http.GetStringAsync($"/rehearsals/{Slug}/clock", Stop));
        return InstantPattern.ExtendedIso.Parse(told.RootElement.GetProperty("at").GetString()!).Value;
    }

    public string SecretOf(string who) => player.SecretOf(who);

    private async Task Pause(string what)
    {
        foreach (var sight in sights.Where(s => s.Before != Sight.Afterwards && what.StartsWith(s.Before, StringComparison.Ordinal) && !looked.Contains(s.Before)).ToArray())
            await Look(sight);
        looked.UnionWith(sights.Select(s => s.Before).Where(before => what.StartsWith(before, StringComparison.Ordinal)));
    }

    private async Task Look(Sight sight)
    {
        var secret = sight.Who switch
        {
            null => null,
            Sight.Wall => await Wall(),
            ['$', .. var role] => player.SecretOf((await player.Drawn(role, Stop))!),
            var who => player.SecretOf(who),
        };
        var parts = sight.Route.Contains("{council}", StringComparison.Ordinal) ? 3 : 2;
        await inspection.At(sight.In(player.Slug, player.Council), secret, $"{evening} {sight.Name}", parts, sight.Status);
    }

    /// <summary>A screen that somebody of the cast paired.</summary>
    private async Task<string> Wall()
    {
        if (hasWall) return wallSecret;
        var quarter = (await stage.Quarters.Find(player.Slug, Stop))!;
        hasWall = await player.PairWall(new Device(wallSecret).KeyFor(quarter.Quarter.Origin, player.Council), Stop);
        Assert.True(hasWall);
        return wallSecret;
    }
}
