using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Storage;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

/// <summary>A council whose room stands ready, on a real port; the first phone convened it. The clock is ours.</summary>
internal sealed partial class Doorway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IQuarters _quarters;
    private readonly List<HttpClient> _clients = [];
    private int _councils;

    private Doorway(WebApplication app, IQuarters quarters, TestClock clock) => (_app, _quarters, Clock) = (app, quarters, clock);

    public TestClock Clock { get; }

    /// <summary>The council convened last.</summary>
    public string Url => $"/quarters/lilas/councils/{_councils}";

    /// <summary>The phone that convened it, seated.</summary>
    public Phone Opener { get; private set; } = null!;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Doorway> Open(Attendance attendance = Attendance.Room)
    {
        var clock = new TestClock();
        var quarters = new QuartersInMemory(clock);
        var app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback }, builder =>
        {
            builder.Services.AddSingleton<IQuarters>(quarters);
            builder.Services.AddSingleton<IClock>(clock);
        });
        await app.StartAsync();
        var doorway = new Doorway(app, quarters, clock);
        await quarters.Submit("lilas", new Found("test/q/lilas", "key", "Europe/Paris", ["fr"], false, Text.Of("Rue des Lilas"), Text.Of("Paris"), null, []), new Actor(""), null, default);
        await doorway.Convene(attendance);
        return doorway;
    }

    /// <summary>A council that starts now; the convener sits down.</summary>
    public async Task Convene(Attendance attendance = Attendance.Room)
    {
        Opener = new Phone(this);
        var key = new Device(Opener.Secret).KeyFor("test/q/lilas", ++_councils);
        var announced = new Announcement(Text.Of("Who mends the bench?"), Text.Of("By the bakery"), null, Clock.GetCurrentInstant(), 60, attendance, Method.Consent, true, true, false);
        await _quarters.Submit("lilas", new Convene(announced), new Actor(key), null, default);
        await Opener.Say("seats");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _app.DisposeAsync();
    }

    private HttpClient Client(bool cookies)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    public async Task<Room> Room() => (await State()).Council.Room!;

    public async Task<(Quarter Quarter, Council Council)> State()
    {
        var found = await _quarters.Find("lilas", default);
        return (found!.Quarter, found.Quarter.Councils[_councils]);
    }

    public async Task<string> Token() => Door.Token(await Room(), Clock.GetCurrentInstant());

    /// <summary>Somebody opens the door; its six letters.</summary>
    public async Task<string> Code()
    {
        await Opener.Say("door");
        return Door.Code(await Room());
    }

    /// <summary>So many more phones sit down.</summary>
    public async Task<Phone[]> Seat(int phones)
    {
        var all = Enumerable.Range(0, phones).Select(_ => new Phone(this)).ToArray();
        foreach (var phone in all) await phone.Say("seats", new { token = await Token() });
        return all;
    }

    /// <summary>A phone without a browser.</summary>
    internal sealed class Phone(Doorway at, string? secret = null)
    {
        private readonly HttpClient _http = at.Client(cookies: false);

        public string Secret { get; } = secret ?? Entry.FreshKey()[..21] + Entry.FreshKey();

        public async Task<(int Status, JsonElement Json)> Try(string noun, object? body = null)
        {
            using var request = Request(HttpMethod.Post, noun, "application/json");
            request.Content = JsonContent.Create(body ?? new { });
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }

        public async Task<JsonElement> Say(string noun, object? body = null)
        {
            var (status, json) = await Try(noun, body);
            Assert.True(status == 200, $"{noun}: {status} {json}");
            return json;
        }

        public async Task<string?> Refusal(string noun, object? body = null) =>
            (await Try(noun, body)).Json.TryGetProperty("refusal", out var refusal) ? refusal.GetString() : null;

        public async Task<string> Page(string noun = "", string language = "en")
        {
            using var request = Request(HttpMethod.Get, noun, "text/html");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await _http.SendAsync(request);
            return (int)answer.StatusCode is >= 300 and < 400 ? "→ " + answer.Headers.Location : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        public async Task<JsonElement> Json(string noun = "")
        {
            using var request = Request(HttpMethod.Get, noun, "application/json");
            using var answer = await _http.SendAsync(request);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        /// <summary>The first "room" event of a stream.</summary>
        public async Task<string> Live(string noun)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var answer = await _http.SendAsync(Request(HttpMethod.Get, noun, "text/event-stream"), HttpCompletionOption.ResponseHeadersRead, patience.Token);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Length > 0) lines.Add(line);
                else if (lines.Contains("event: room")) break;
                else lines.Clear();
            }

            return WebUtility.HtmlDecode(string.Join('\n', lines));
        }

        private HttpRequestMessage Request(HttpMethod method, string noun, string accept)
        {
            var request = new HttpRequestMessage(method, noun.StartsWith('/') ? noun : noun.Length == 0 ? at.Url : $"{at.Url}/{noun}");
            request.Headers.Add("Authorization", "Bearer " + Secret);
            request.Headers.Accept.ParseAdd(accept);
            return request;
        }
    }

    /// <summary>A browser with scripts off: what is on the page, and a form filled in and sent.</summary>
    internal sealed partial class Browser(Doorway at)
    {
        private readonly HttpClient _http = at.Client(cookies: true);

        public string Page { get; private set; } = "";

        public HttpStatusCode Status { get; private set; }

        /// <summary>Taps: links followed and buttons pressed.</summary>
        public int Taps { get; private set; }

        public async Task Open(string path)
        {
            Taps++;
            await Follow(await _http.GetAsync(path));
        }

        /// <summary>Presses the button with these words; boxes keep what the page put there unless said.</summary>
        public async Task Press(string button, params (string Name, string Value)[] typed)
        {
            Taps++;
            var form = Forms().Matches(Page).First(m => m.Value.Contains(button, StringComparison.Ordinal)).Value;
            var fields = Inputs().Matches(form).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            foreach (var (name, value) in typed) fields[name] = value;
            using var request = new HttpRequestMessage(HttpMethod.Post, Action().Match(form).Groups[1].Value) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Origin", at.Address.GetLeftPart(UriPartial.Authority));
            await Follow(await _http.SendAsync(request));
        }

        private async Task Follow(HttpResponseMessage answer)
        {
            while (answer.Headers.Location is { } on) answer = await _http.GetAsync(on);
            (Status, Page) = (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
        private static partial Regex Forms();

        [GeneratedRegex("""<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)" />""")]
        private static partial Regex Inputs();

        [GeneratedRegex("action=\"([^\"]+)\"")]
        private static partial Regex Action();
    }
}
