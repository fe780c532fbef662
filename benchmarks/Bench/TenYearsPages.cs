using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Faubourg.Bench;

/// <summary>
/// Every page of the quarter, one after the other: each pattern of the route table with numbers of things that are there, evenly apart, and
/// with searches and later parts; as somebody sees it who was never there, and again as somebody who sits in a council today.
/// </summary>
internal sealed partial class TenYearsPages(Served served, int councils) : IDisposable
{
    public const string Quarter = "/rehearsals/rehearsal";

    /// <summary>
    /// A minute of the quarter's clock each, so that nothing kept is of this minute and every page is made again; fewer than the hour of the
    /// council that sits meanwhile. The first are not measured: what is compiled while it runs is compiled well after some calls.
    /// </summary>
    private const int Rounds = 50;

    private const int WarmUps = 15;

    private static readonly string[] Searches =
        ["/councils?word=cellar", "/councils?word=fontaine%C3%A9", "/councils?word=e", "/councils?page=9", "/stories?page=9", "/stories?page=1", "/projects?page=4", "/gains?page=9", "/jars?page=7", "/record?page=20", "/waiting?page=4", "/charges?page=1", "/offers?page=1", "/councils/new?wall=%221%22", "/councils/new?wall_council=1&wall_proposal=2"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = served.Url };
    private string digest = "";
    private long entries;

    /// <summary>Milliseconds until the last byte, for each address.</summary>
    public async Task<IReadOnlyList<(double Ms, string Page)>> Measure()
    {
        await Learn();
        using var scene = new Scene(served, neighbours: 6);
        await scene.Convene("consent", Quarter, TimeZoneInfo.ConvertTimeFromUtc(await Now(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
        await scene.Seat();
        await scene.Hear();
        var patterns = await Addresses.Patterns();
        var found = new List<(double, string)>();
        for (var round = 0; round < Rounds; round++)
        {
            await Later();
            if (round == WarmUps) found.Clear();
            foreach (var pattern in patterns)
            {
                var page = Addresses.Fill(pattern, part => Of(part, round));
                found.Add((await Took(page, null), page));
                if (!pattern.Contains("/{council}", StringComparison.Ordinal)) continue;
                page = Addresses.Fill(pattern, part => part == "council" ? $"{councils + 1}" : Of(part, round));
                found.Add((await Took(page, scene.DeviceOf(1)), page + " (seated)"));
            }

            foreach (var search in Searches) found.Add((await Took(Quarter + search, null), Quarter + search));
        }

        return found;
    }

    /// <summary>As a route: numbers and digests left out.</summary>
    public static string Shape(string page) => Numbers().Replace(page.Replace(Quarter, "", StringComparison.Ordinal), "0");

    public void Dispose() => http.Dispose();

    /// <summary>Evenly apart among those that there are.</summary>
    private string Of(string part, int n) => part switch
    {
        "slug" => "rehearsal",
        "council" or "project" or "jar" or "charge" or "draw" => Number(n, councils),
        "gain" => Number(n, councils * TenYears.GainsEach),
        "seq" => Number(n, entries - 1),
        "task" or "request" or "proposal" or "paper" or "sheet" or "wall" => "1",
        "again" => "consent",
        "kind" => "floor",
        "token" => "AAAAAAAAAAAAAAAAAAAAAA",
        "recipe" => "free-shelf",
        "digest" => digest,
        "path" => n % 2 == 0 ? "0/000" : "entries/000",
        _ => throw new InvalidOperationException($"Nobody said what stands for {{{part}}} in an address."),
    };

    private static string Number(int n, long most) => (1 + n * (most - 1) / (Rounds - 1)).ToString(CultureInfo.InvariantCulture);

    private async Task Learn()
    {
        using var first = await http.GetAsync(Quarter + "/record/checkpoint");
        entries = long.Parse((await first.Content.ReadAsStringAsync()).Split('\n')[1], CultureInfo.InvariantCulture);
        using var lines = new StreamReader(await http.GetStreamAsync(Quarter + "/record/disclosures.jsonl"));
        digest = Ledger.Disclosure.Read(JsonDocument.Parse((await lines.ReadLineAsync())!).RootElement.GetProperty("d").GetString()!).Digest;
    }

    private async Task<DateTime> Now()
    {
        using var clock = JsonDocument.Parse(await http.GetStringAsync(Quarter + "/clock"));
        return clock.RootElement.GetProperty("at").GetDateTime().ToUniversalTime();
    }

    private async Task Later()
    {
        var at = (await Now()).AddMinutes(1);
        using var set = await http.PostAsync(Quarter + "/clock", new StringContent($"{{\"at\":\"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}\"}}", MediaTypeHeaderValue.Parse("application/json")));
        set.EnsureSuccessStatusCode();
    }

    private async Task<double> Took(string page, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Accept.ParseAdd("text/html,*/*");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (int)answer.StatusCode < 500 ? took : throw new InvalidOperationException($"{page}: {answer.StatusCode}");
    }

    [GeneratedRegex("[0-9]+|(?<=disclosures/).+")]
    private static partial Regex Numbers();
}
