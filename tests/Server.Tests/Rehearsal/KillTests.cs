using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Server.Tests.Storage;
using Faubourg.Storage;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using NodaTime;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>The executable is killed with SIGKILL while an evening is played on it, and started again on the same folder.</summary>
public sealed class KillTests
{
    /// <summary>Fewer accepted acts than this between two kills would prove little.</summary>
    private const int Least = 4;

    /// <summary>After them, so many more at most, and some milliseconds, before the next kill.</summary>
    private const int More = 4;

    /// <summary>Lines at the end of an evening in which nothing is killed: everything is asked again there.</summary>
    private const int BeforeTheEnd = 3;

    private static readonly string[] Names =
        ["Amina from number four", "Benoît upstairs", "Esther and the dog", "Wanda with the red hat", "Awa du troisième", "Fatou et le bébé", "Ada by the lock"];

    private static int Kills => Environment.GetEnvironmentVariable("FAUBOURG_LONG") is null ? 20 : 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_again_and_again_a_host_loses_no_accepted_act_doubles_none_and_forgets_every_seat()
    {
        await using var host = new Killable();
        await host.Start();
        var (kills, acts) = (0, 0);
        for (var evening = Random.Shared.Next(Evenings.Shipped.Count); kills < Kills; evening++)
        {
            var script = Stage.Evening(Evenings.Shipped[evening % Evenings.Shipped.Count]);
            using var play = new Interrupted(host, script);
            kills += await play.Run(Kills - kills);
            acts += play.Player.Accepted.Length;
            await NothingRemains(host, play.Player, killed: true);
        }

        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {acts} accepted acts");
        Assert.Equal(Kills, kills);
    }

    [Fact]
    public async Task Killed_just_before_the_end_and_started_after_it_a_council_is_dissolved_at_once_at_the_time_that_was_due()
    {
        await using var host = new Killable();
        await host.Start();
        var script = Stage.Evening("no-agreement");
        var deciding = script.Play.TakeWhile(line => line.Do != Forms.ChooseWay.Name).Count();
        using var lost = new CancellationTokenSource();
        var player = new Player(host.Http, script, Tempo.WithoutPauses)
        {
            OnLine = (line, _, _) =>
            {
                if (line == deciding) lost.Cancel();
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => player.Play(lost.Token));

        var council = await Json(host, player.CouncilUrl);
        Assert.Equal("deciding", council.GetProperty("step").GetString());
        var ends = council.GetProperty("ends").GetDateTimeOffset();
        await SetClock(host, player.Slug, ends.AddSeconds(-2));
        Assert.Equal("deciding", (await Json(host, player.CouncilUrl)).GetProperty("step").GetString());
        await host.Kill();
        await Task.Delay(2500, Stop);

        // Nobody asks it for anything: the journal alone tells. It is read at a time when nothing was due.
        await host.Start();
        await host.Kill();
        var yesterday = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(23) };
        await using (var quarters = await Quarters.Open(new StorageSettings(host.Folder.Path, "localhost", yesterday), Stop))
        {
            var state = (await quarters.Find(player.Slug, Stop))!.Now.State;
            Assert.Equal((Outcome.NoDecision, Ending.Time), (state.Councils[1].Outcome, state.Councils[1].Ending));
            Assert.Equal(ends.ToUnixTimeSeconds(), state.Councils[1].DissolvedAt!.Value.ToUnixTimeSeconds());
            Assert.True(state.Councils[1].DissolvedAt <= state.At);
        }

        await host.Start();
        using var late = await Post(host, player, player.Accepted[^1] with { Body = new Dictionary<string, object?> { ["key"] = Company.FreshKey() } });
        Assert.Equal(409, (int)late.StatusCode);
        await NothingRemains(host, player, killed: false);
    }

    /// <summary>One evening with kills in it.</summary>
    private sealed class Interrupted : IDisposable
    {
        private readonly Killable _host;
        private readonly Script _script;

        /// <summary>Held by whoever kills, and by whoever asks everything again.</summary>
        private readonly SemaphoreSlim _gate = new(1);
        private int _line;

        public Interrupted(Killable host, Script script)
        {
            (_host, _script) = (host, script);
            Player = new Player(host.Http, script, Tempo.WithoutPauses) { WhenLost = host.WhenUp, OnLine = BeforeTheLast };
        }

        public Player Player { get; }

        public void Dispose() => _gate.Dispose();

        /// <summary>Plays it whole, killing at most so often.</summary>
        public async Task<int> Run(int most)
        {
            var playing = Player.Play(Stop);
            var kills = 0;
            for (var since = 0; kills < most; kills++)
            {
                var next = since + Least + Random.Shared.Next(More);
                while (Player.Accepted.Length < next && !playing.IsCompleted) await Task.Delay(1, Stop);
                await Task.Delay(Random.Shared.Next(12), Stop);
                await _gate.WaitAsync(Stop);
                try
                {
                    if (playing.IsCompleted || Volatile.Read(ref _line) > _script.Play.Length - BeforeTheEnd) break;
                    var accepted = Player.Accepted.Length;
                    Assert.True(accepted - since >= Least, $"{accepted - since} acts only between two kills.");
                    since = accepted;
                    await _host.Kill();
                    await _host.Start();
                }
                finally
                {
                    _gate.Release();
                }
            }

            // The end is as the script says, or this throws.
            await playing;
            return kills;
        }

        /// <summary>Before the council dissolves and its keys are forgotten: everything that was ever accepted is asked again.</summary>
        private void BeforeTheLast(int line, int lines, string what)
        {
            Volatile.Write(ref _line, line);
            if (line == lines - 1) Task.Run(EverythingAgain).GetAwaiter().GetResult();
        }

        private async Task EverythingAgain()
        {
            // Whoever was about to kill when the end came has done it, and the host is up again.
            await _gate.WaitAsync(Stop);
            try
            {
                var before = await Revision();
                Assert.Equal(Player.Accepted.Length, Player.Accepted.Select(done => done.Revision).Distinct().Count());
                foreach (var done in Player.Accepted)
                {
                    using var answer = await Post(_host, Player, done);
                    Assert.Equal((done.Url, Made(done.Answer)), (done.Url, Made(await answer.Content.ReadAsStringAsync(Stop))));
                }

                Assert.Equal(before, await Revision());
            }
            finally
            {
                _gate.Release();
            }
        }

        /// <summary>Revision and numbers. Where one is sent next may follow from what was forgotten since, such as whose ballot it was.</summary>
        private static string Made(string answer) => string.Join(' ', JsonDocument.Parse(answer).RootElement.EnumerateObject().Where(made => made.Name != "location"));

        /// <summary>As somebody seated is told it: outsiders hear of public entries only.</summary>
        private async Task<long> Revision() => (await Json(_host, Player.CouncilUrl, Player.Accepted.First(done => done.Answer.Contains("\"mark\"", StringComparison.Ordinal)).Secret)).GetProperty("revision").GetInt64();
    }

    /// <summary>Once dissolved, no file holds a name from a seat, the key of a device, or a secret, in whatever way letters are written.</summary>
    private static async Task NothingRemains(Killable host, Player player, bool killed)
    {
        var minutes = await Json(host, player.CouncilUrl + "/minutes.json");
        Assert.NotNull(minutes.GetProperty("outcome").GetString());
        var origin = minutes.GetProperty("origin").GetString()!;
        string[] traces =
        [
            .. Names, .. player.Secrets,
            .. player.Secrets.SelectMany(secret => new[] { new Device(secret).KeyFor(origin, 1), new Device(secret).KeyFor(origin, "sheets"), new Device(secret).KeyFor(origin, "rests") }),
        ];
        if (killed)
        {
            // Perhaps in the middle of wiping.
            await host.Kill();
            await host.Start();
        }

        var left = await Left();
        for (var tries = 0; left.Length > 0 && tries < 100; tries++)
        {
            await Task.Delay(100, Stop);
            left = await Left();
        }

        Assert.Empty(left);

        async Task<string[]> Left() => await Task.Run(() => (string[])
        [
            .. from file in host.Folder.Files()
               from trace in traces
               where TraceTests.Holds(file.Bytes, trace)
               select $"{file.Name}: {trace}",
        ]);
    }

    private static async Task<HttpResponseMessage> Post(Killable host, Player player, Done done)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, done.Url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", done.Secret);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new StringContent(JsonSerializer.Serialize(done.Body), Encoding.UTF8, "application/json");
        return await host.Http.SendAsync(request, Stop);
    }

    private static async Task<JsonElement> Json(Killable host, string url, string? secret = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await host.Http.SendAsync(request, Stop);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.Clone();
    }

    private static async Task SetClock(Killable host, string slug, DateTimeOffset at)
    {
        using var answer = await host.Http.PostAsync(
            $"/rehearsals/{slug}/clock", new StringContent($"{{\"at\":\"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\"}}", Encoding.UTF8, "application/json"), Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
