using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Jars;
using Faubourg.Server.Tests.Rehearsal;
using Faubourg.Server.Tests.Storage;
using Faubourg.Storage;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Jars;

/// <summary>Two keepers, each with a program and a process of their own, against the real executable in a third.</summary>
public sealed class RaceTests
{
    private static bool Long => Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    private static int Kills => Long ? 40 : 3;

    /// <summary>Both at once, so often; each asks for a place of 30 within a minute.</summary>
    private const int Races = 5;

    /// <summary>The races, once more within one process, and one that was confirmed often.</summary>
    private const int BeforeKills = Races + 2;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_keepers_confirming_at_the_same_instant_make_one_movement_also_when_the_host_is_killed_between()
    {
        await using var host = new Killable();
        using var counter = await Counter.Open(host.Folder.Path);
        Assert.Equal(2, counter.Keepers.Length);
        counter.Reach(host.Http.BaseAddress!);
        var (one, other) = (counter.Keepers[0], counter.Keepers[1]);
        await host.Start();

        await OnAnotherPhone(host, one);
        await InTwoProcesses(host, one, other);
        await AtOnce(one, other, "in one process");
        await SaidOnceConfirmedOften(one, other);
        Assert.Equal((BeforeKills, BeforeKills * 100), await Book(host));
        await TakenBack(host, one);

        for (var n = 1; n <= Kills; n++) await KilledBetween(host, one, other, $"kill {n}", Random.Shared.Next(8));
        var moves = BeforeKills + Kills;
        Assert.Equal((moves, moves * 100), await Book(host));
        await host.Kill();
        await InTheRecord(host.Folder.Path, moves);
    }

    /// <summary>Six words on paper open the keepers' page on a phone that does not know them; other words do not.</summary>
    private static async Task OnAnotherPhone(Killable host, Keeper one)
    {
        Assert.Equal(HttpStatusCode.OK, (await one.Says("on paper", "3.00")).Status);
        using var phone = new HttpClient { BaseAddress = host.Http.BaseAddress };
        phone.DefaultRequestHeaders.Add("Accept", "text/html");
        phone.DefaultRequestHeaders.Add("Origin", host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var page = await phone.PostAsync(Counter.Jar + "/keeper", new FormUrlEncodedContent([KeyValuePair.Create("slip", one.Words)]), Stop);
        Assert.Contains(Words.In("en")["jars.confirm.other"], await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var other = await phone.PostAsync(Counter.Jar + "/keeper", new FormUrlEncodedContent([KeyValuePair.Create("slip", "babi dufo gaha jiji kolu mano")]), Stop);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        foreach (var noun in new[] { "", "/sheet", "/moves" }) Assert.Contains("<h1", await phone.GetStringAsync(Counter.Jar + noun, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await one.Takes("on paper")).Status);
    }

    /// <summary>
    /// Two programs, each with its own connection, released by one gate: both say the same; or one had said it, and both confirm. It is
    /// one movement each time, and exactly one of them is told that it is the second.
    /// </summary>
    private static async Task InTwoProcesses(Killable host, Keeper one, Keeper other)
    {
        using var gate = new Gate();
        await using var first = Apart.Of(one, host.Http.BaseAddress!, gate);
        await using var second = Apart.Of(other, host.Http.BaseAddress!, gate);
        Assert.Equal(3, new[] { first.Id, second.Id, Environment.ProcessId }.Distinct().Count());
        for (var n = 1; n <= Races; n++)
        {
            var id = $"race {n}";
            var confirming = n % 2 == 0;
            if (confirming) Assert.Equal(HttpStatusCode.OK, (await one.Says(id, "1.00")).Status);
            var noun = confirming ? Keeper.Confirmation(id) : "/moves";
            var opening = gate.Shut();
            await Task.WhenAll(
                first.Prepare(noun, confirming ? one.Same : one.Saying(id, "1.00")),
                second.Prepare(noun, confirming ? other.Same : other.Saying(id, "1.00")));
            await (await opening).DisposeAsync();
            var answers = new[] { await first.Answer(), await second.Answer() };
            if (confirming) Assert.True(answers is ["409 " + nameof(WaitsForTheOther) or "409 " + nameof(MovedAlready), "200"], string.Join(", ", answers));
            else Assert.Equal(["200", "200"], answers);
            Assert.Equal((n, n * 100), await Book(host));
        }
    }

    /// <summary>Both write the same under one id, and each a second time: whoever comes second confirms the first.</summary>
    private static async Task AtOnce(Keeper one, Keeper other, string id)
    {
        var answers = await Task.WhenAll(one.Says(id, "1.00"), other.Says(id, "1.00"), one.Says(id, "1.00"), other.Says(id, "1.00"));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.OK || a.Refusal is nameof(MovedAlready) or nameof(WaitsForTheOther), $"{a}"));
        Assert.Equal(2, answers.Count(a => a.Status == HttpStatusCode.OK));
    }

    private static async Task SaidOnceConfirmedOften(Keeper one, Keeper other)
    {
        Assert.Equal(HttpStatusCode.OK, (await one.Says("often", "1.00")).Status);
        Assert.Equal(nameof(WaitsForTheOther), (await one.Confirms("often")).Refusal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => other.Confirms("often")));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(a => a.Refusal == nameof(MovedAlready)));
    }

    /// <summary>Whoever typed a name into the book takes it out of it with six words that stand with their others.</summary>
    private static async Task TakenBack(Killable host, Keeper one)
    {
        var (quarter, often) = (Counter.Jar[..Counter.Jar.IndexOf("/jars", StringComparison.Ordinal)], Hash.Of("often")[..32]);
        async Task<JsonElement> Line() => (await one.Http.GetFromJsonAsync<JsonElement>(Counter.Jar, Stop)).GetProperty("movements").EnumerateArray().First(m => m.GetProperty("id").GetString() == often);
        Assert.Equal("Farid", (await Line()).GetProperty("who").GetString());
        var own = (await one.Http.GetFromJsonAsync<JsonElement>(quarter + "/slips", Stop)).GetProperty("slips").EnumerateArray().Where(slip => slip.GetProperty("purpose").GetString() == "name").ToArray();
        Assert.NotEmpty(own);
        foreach (var slip in own)
        {
            using var done = await one.Http.PostAsJsonAsync(quarter + "/erasures", new { slip = slip.GetProperty("words").GetString() }, Stop);
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }

        Assert.False((await Line()).TryGetProperty("who", out _));
        Assert.Equal((BeforeKills, BeforeKills * 100), await Book(host));
    }

    /// <summary>Said; then both confirm or say it again while the process dies; then again until somebody is told.</summary>
    private static async Task KilledBetween(Killable host, Keeper one, Keeper other, string id, int after)
    {
        Assert.Equal(HttpStatusCode.OK, (await one.Says(id, "1.00")).Status);
        var confirming = Task.WhenAll(Tried(other.Confirms(id)), Tried(other.Says(id, "1.00")), Tried(one.Says(id, "1.00")));
        await Task.Delay(after, Stop);
        await host.Kill();
        var told = await confirming;
        await host.Start();
        var again = await other.Confirms(id);
        Assert.True(again.Status == HttpStatusCode.OK || again.Refusal == nameof(MovedAlready), $"{again}");
        // Whoever was told that it is in the book before the host died finds it there.
        if (told[0] == HttpStatusCode.OK || told[1] == HttpStatusCode.OK) Assert.Equal(nameof(MovedAlready), again.Refusal);
    }

    /// <summary>Null where the connection was cut.</summary>
    private static async Task<HttpStatusCode?> Tried(Task<(HttpStatusCode Status, string Refusal)> asking)
    {
        try
        {
            return (await asking).Status;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    private static async Task<(int Count, int Level)> Book(Killable host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Counter.Jar);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await host.Http.SendAsync(request, Stop);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(told.GetProperty("count").GetInt32(), told.GetProperty("movements").EnumerateArray().Select(m => m.GetProperty("id").GetString()).Distinct().Count());
        return (told.GetProperty("count").GetInt32(), told.GetProperty("level").GetInt32());
    }

    /// <summary>The journal alone says the same.</summary>
    private static async Task InTheRecord(string folder, int moves)
    {
        var clock = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() };
        await using var quarters = await Quarters.Open(new StorageSettings(folder, "localhost", clock), default);
        var jar = (await quarters.Find(Counter.Slug, default))!.Now.State.Jars[1];
        Assert.Equal((moves, moves * 100L), (jar.Movements.Count, jar.Level));
    }
}
