using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>
/// All that pages say of two neighbourhoods, with what <c>faubourg-verify numbers</c> counts from their records: a rehearsal of three
/// months, played through a whole host and read from its address, and months by the rules in which something of everything grows.
/// </summary>
public sealed class Shown : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-numbers-").FullName;

    internal List<(Row? Row, string Address, Stands Stands, string? Counted)> Met { get; } = [];

    /// <summary>Addresses of the register that answered, at least once.</summary>
    internal HashSet<string> Answered { get; } = [];

    /// <summary>Every address below a neighbourhood that is read and not posted to.</summary>
    internal string[] Addresses { get; private set; } = [];

    internal JsonNode Rehearsed { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        await using (var host = await Open(new HostSettings { Port = 0, Listen = IPAddress.Loopback, Data = Path.Combine(folder, "data") }, null))
        {
            using var http = Client(host);
            await using var json = File.OpenRead(Path.Combine(Register.Root(), "rehearsals", "bench.json"));
            var quarter = $"{http.BaseAddress}rehearsals/{(await new Player(http, Script.Read(json), Tempo.WithoutPauses).Play(default)).Slug}";
            var now = (await Read(http, quarter + "/clock"))!.Value.GetProperty("at").GetString()!;
            // Whoever asks for the receipt of the newest entry has it signed.
            var last = (await Read(http, quarter))!.Value.GetProperty("revision").GetInt64() - 1;
            await http.GetStringAsync($"{quarter}/record/entries/{last}/receipt");
            var counted = Counted($"{quarter}/record", now);
            await Walks(http, quarter, counted);
            Rehearsed = counted;
            Addresses = [.. ((IEndpointRouteBuilder)host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(IsRead).Select(e => e.RoutePattern.RawText!["/quarters/{slug}".Length..]).Distinct().Order(StringComparer.Ordinal)];
            await host.StopAsync();
        }

        await Months();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task Months()
    {
        Lane? lane = null;
        Records.Lived(lived =>
        {
            lived.Months();
            lane = lived;
        }).Files().Save(Path.Combine(folder, "months"));
        await using var host = await Open(new HostSettings { Port = 0, Listen = IPAddress.Loopback }, new Standing(lane!.Quarter, lane.Now));
        using var http = Client(host);
        await Walks(http, $"{http.BaseAddress}quarters/lilas", Counted(Path.Combine(folder, "months"), InstantPattern.ExtendedIso.Format(lane.Now)));
        await host.StopAsync();
    }

    private static async Task<WebApplication> Open(HostSettings settings, IQuarters? quarters)
    {
        var host = Web.Program.Build(settings, builder =>
        {
            if (quarters is not null) builder.Services.AddSingleton(quarters);
        });
        await host.StartAsync();
        return host;
    }

    private static HttpClient Client(WebApplication host) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
    };

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.StartsWith("/quarters/{slug}", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true;

    private static JsonNode Counted(string place, string at)
    {
        using var told = new StringWriter();
        var code = CommandLine.Run(["numbers", place, "--json", "--at", at], new Terminal(TextReader.Null, told, TextWriter.Null, false));
        Assert.True(code == CommandLine.Sound, told.ToString());
        return JsonNode.Parse(told.ToString())!;
    }

    /// <summary>Every address of the register, with every number that the record has for what varies in it.</summary>
    private async Task Walks(HttpClient http, string quarter, JsonNode counted)
    {
        foreach (var address in Register.Of.Rows.Select(row => row.Address).Distinct())
            foreach (var known in Variants(address, counted))
            {
                var whole = known.Aggregate(address, (at, one) => at.Replace($"{{{one.Key}}}", one.Value, StringComparison.Ordinal));
                if (await Read(http, quarter + whole.TrimEnd('/')) is not { } page) continue;
                Answered.Add(address);
                foreach (var stands in Walk.All(page, known)) Meet(address, whole, stands, counted);
            }
    }

    private void Meet(string address, string whole, Stands stands, JsonNode counted)
    {
        var row = Register.Of.Rows.FirstOrDefault(r => r.Address == address && r.Match(stands.Path).Success);
        if (row is null && !stands.IsNumber) return;
        var known = new Dictionary<string, string>(stands.Known);
        foreach (System.Text.RegularExpressions.Group group in row?.Match(stands.Path).Groups.Values ?? []) known[group.Name] = group.Name == "0" ? "" : group.Value;
        Met.Add((row, whole, stands, row?.Figure is { } figure ? Figure.At(counted, figure, known) : null));
    }

    private static IEnumerable<Dictionary<string, string>> Variants(string address, JsonNode counted)
    {
        IEnumerable<string> Each(string list, string field) => counted[list]!.AsArray().Select(one => one![field]!.ToString());
        if (address.Contains("{draw}", StringComparison.Ordinal))
            return counted["draws"]!.AsArray().Select(draw => new Dictionary<string, string> { ["council"] = $"{draw!["council"]}", ["draw"] = $"{draw["number"]}" });
        if (address.Contains("{council}", StringComparison.Ordinal)) return Each("evenings", "number").Select(n => new Dictionary<string, string> { ["council"] = n });
        if (address.Contains("{project}", StringComparison.Ordinal)) return Each("projects", "number").Select(n => new Dictionary<string, string> { ["project"] = n });
        if (address.Contains("{jar}", StringComparison.Ordinal)) return Each("jars", "number").Select(n => new Dictionary<string, string> { ["jar"] = n });
        if (address.Contains("{seq}", StringComparison.Ordinal)) return Enumerable.Range(0, (int)counted["entries"]!).Where(n => n % 16 == 0).Select(n => new Dictionary<string, string> { ["seq"] = n.ToString(CultureInfo.InvariantCulture) });
        return [[]];
    }

    /// <summary>Null where there is no such page, or none in JSON.</summary>
    private static async Task<JsonElement?> Read(HttpClient http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "application/json");
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "application/json") return null;
        using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return page.RootElement.Clone();
    }
}
