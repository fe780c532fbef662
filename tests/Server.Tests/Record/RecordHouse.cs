using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Server.Tests.Storage;
using Faubourg.Server.Tests.Web;
using Faubourg.Storage.Keys;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Record;

/// <summary>The whole program over a folder of its own: a rehearsal that was played to its end, and a neighbourhood with a council held on paper.</summary>
public sealed class RecordHouse : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private WebApplication? _app;

    public HttpClient Http { get; private set; } = default!;

    /// <summary>Set before it opens, where a test moves the time.</summary>
    internal IClock? Clock { get; init; }

    internal Folder Folder => _folder;

    internal IServiceProvider Services => _app!.Services;

    internal IQuarters Quarters => Services.GetRequiredService<IQuarters>();

    /// <summary>"/rehearsals/rehearsal"</summary>
    public string Played { get; private set; } = "";

    internal Player Player { get; private set; } = default!;

    /// <summary>"/quarters/rue-des-lilas"</summary>
    public string Real { get; private set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Open();
        Player = new Player(Http, Rehearsal.Stage.Evening("bench"), Tempo.WithoutPauses);
        Played = "/rehearsals/" + (await Player.Play(Stop)).Slug;
        Real = await Founded("Rue des Lilas");
        await HeldOnPaper(Real);
        // A receipt is signed for at once: from here on nothing is about to be.
        foreach (var quarter in new[] { Real, Played })
        {
            var last = (await Quarters.Find(quarter.Split('/')[^1], Stop))!.Quarter.Size - 1;
            Assert.True((await Ask(HttpMethod.Get, $"{quarter}/record/entries/{last}/receipt")).IsSuccessStatusCode);
        }
    }

    public async Task Open()
    {
        _app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback, Data = _folder.Path }, builder =>
        {
            if (Clock is not null) builder.Services.AddSingleton(Clock);
        });
        await _app.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _app.Address() };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>An act as a program sends it; where it leads.</summary>
    public async Task<string> Post(int phone, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Authorization", "Bearer " + Secret(phone));
        using var answer = await Http.SendAsync(request, Stop);
        var said = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return JsonDocument.Parse(said).RootElement.GetProperty("location").GetString()!;
    }

    public static string Secret(int phone) => $"{phone:00}" + new string('A', 41);

    public async Task<string> Founded(string name) => await Post(1, "/quarters", new { name, place = "Lyon", languages = new[] { "fr" }, zone = "Europe/Paris" });

    /// <summary>The address of its minutes.</summary>
    public async Task<string> HeldOnPaper(string quarter)
    {
        var sheet = await Post(1, quarter + "/sheets", new
        {
            question = "Who mends the bench?",
            place = "By the bakery",
            held = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            minutes = 50,
            heads = 30,
            drawn = true,
            proposals = new[] { "We mend it." },
            decided = 1,
            hands = 30,
            ritual = "song",
        });
        return await Post(2, sheet + "/confirmation", new { says = "same" });
    }

    /// <summary>A page as a neighbour's browser asks for it.</summary>
    public async Task<string> Page(string path, string language = "en", string? secret = null)
    {
        using var answer = await Ask(HttpMethod.Get, path, "text/html", language, secret);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    public async Task<JsonElement> Json(string path, string? secret = null)
    {
        using var answer = await Ask(HttpMethod.Get, path, "application/json", "en", secret);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.Clone();
    }

    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string accept = "*/*", string language = "en", string? secret = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Language", language);
        if (secret is not null) request.Headers.Add("Authorization", "Bearer " + secret);
        return await Http.SendAsync(request, Stop);
    }

    /// <summary>What a quarter's checkpoint says, once its signature was checked against the policy beside it.</summary>
    internal async Task<Checkpoint> Checkpoint(string quarter)
    {
        var policy = Policy.Parse(await Http.GetStringAsync(quarter + "/record/policy", Stop));
        var judged = policy.Judge(Note.Parse(await Http.GetStringAsync(quarter + "/record/checkpoint", Stop)));
        Assert.True(judged.IsAccepted);
        return judged.Checkpoint;
    }

    /// <summary>Every entry, read from the bundles.</summary>
    internal async Task<List<byte[]>> Entries(string quarter)
    {
        var entries = new List<byte[]>();
        foreach (var at in TileAt.Of((await Checkpoint(quarter)).Size).Where(at => at.Level == TileAt.Entries).OrderBy(at => at.Index))
            entries.AddRange(Bundle.Read(await Http.GetByteArrayAsync($"{quarter}/record/{at.Path}", Stop)).Select(entry => entry.ToArray()));
        return entries;
    }

    /// <summary>A second history of as many entries, signed with the quarter's own key: what a host could do, and must not.</summary>
    internal async Task<string> Forked(string quarter)
    {
        var known = await Checkpoint(quarter);
        using var signer = await SignerOf(known.Origin);
        var edge = new Edge();
        foreach (var n in Enumerable.Range(0, (int)known.Size)) edge.Append(Faubourg.Ledger.LeafHash.Of(Encoding.UTF8.GetBytes($"another story {n}")));
        var other = new Checkpoint(known.Origin, known.Size, [.. edge.Root()]);
        var note = Note.Parse(await Http.GetStringAsync(quarter + "/record/checkpoint", Stop));
        return Evidence.Of(signer.Key, note, new Note(other.Text, [signer.Sign(other.Text)]), new NoTiles()).ToString();
    }

    private Task<NoteSigner> SignerOf(string origin)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "quarters", origin[^26..] + ".db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "SELECT wrapped FROM log_key";
        var seed = HostKey.In(Path.Combine(_folder.Path, "host.key")).Unwrap((byte[])command.ExecuteScalar()!, Encoding.UTF8.GetBytes(origin));
        return Task.FromResult(NoteSigner.Ed25519(origin, seed));
    }

    private sealed class NoTiles : ITiles
    {
        public ReadOnlyMemory<byte> Tile(TileAt at) => throw new NotSupportedException("Both are of one size.");
    }
}
