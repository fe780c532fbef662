using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>
/// A host of its own in August 2023, when a round of the beacon came out whose signature we know: its clock stands still until it is
/// told otherwise. One council, in which the phones of a few neighbours are spoken for over HTTP.
/// </summary>
internal sealed class House : IAsyncDisposable, IClock
{
    /// <summary>Of quicknet, from the research file; it came out at 15:15:33.</summary>
    public const long Round = 123;

    public const string Signature = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

    private readonly string data = Directory.CreateTempSubdirectory("faubourg-draws-").FullName;
    private readonly WebApplication host;
    private HttpClient http = null!;

    private House()
    {
        host = Web.Program.Build(new HostSettings { Port = 0, Data = data }, builder => builder.Services.AddSingleton<IClock>(this));
        // Sent by the host and not put in by the browser's driver: Chromium asks no loopback address for the scripts of such a page.
        host.MapGet(Tampered, () => Results.Content(Instead, "text/html; charset=utf-8"));
    }

    /// <summary>Where a page is read that somebody changed on its way.</summary>
    public const string Tampered = "/tampered";

    public string Instead { get; set; } = "";

    public Instant Now { get; set; } = Beacon.TimeOf(Round) - Duration.FromMinutes(20);

    /// <summary>The same host under a name that is not this machine's own: plain http, no secure context.</summary>
    public string InTheCellar { get; private set; } = "";

    public string Council => "/quarters/lilas/councils/1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Instant GetCurrentInstant() => Now;

    public static string Secret(int seat) => $"{seat:00}LO" + new string('A', 39);

    /// <summary>So many sit in a council that has begun and was counted.</summary>
    public static async Task<House> Open(int seats)
    {
        var house = new House();
        await house.host.StartAsync(Stop);
        var port = new Uri(house.host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        house.http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://localhost:{port}") };
        house.InTheCellar = $"http://cellar.test:{port}";
        await house.Does(1, "/quarters", new { name = "Lilas", place = "Lyon", languages = new[] { "en", "fr" }, zone = "Europe/Paris" });
        await house.Does(1, "/quarters/lilas/councils", new { question = "Who mends the bench?", place = "By the bakery", quick = "now", minutes = 60, attendance = "room", method = "consent" });
        await house.Does(1, "seats", new { });
        for (var seat = 2; seat <= seats; seat++) await house.Does(seat, "seats", new { token = Door.Token(await house.Room(), house.Now) });
        foreach (var seat in new[] { 1, 2 }) await house.Does(seat, "heads", new { heads = seats });
        return house;
    }

    public async Task<Room> Room() => (await State()).Room!;

    public async Task<Council> State() => (await host.Services.GetRequiredService<IQuarters>().Find("lilas", Stop))!.Quarter.Councils[1];

    /// <summary>Something that a phone says, by the noun of the council it is posted to.</summary>
    public async Task Does(int seat, string noun, object said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, noun.StartsWith('/') ? noun : $"{Council}/{noun}") { Content = JsonContent.Create(said) };
        request.Headers.Add("Authorization", "Bearer " + Secret(seat));
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await http.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{seat} {noun}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    public async Task<string> Told(int seat, string noun)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Council}/{noun}");
        request.Headers.Add("Authorization", "Bearer " + Secret(seat));
        using var answer = await http.SendAsync(request, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>Somebody with this seat's phone in hand, on the council's page.</summary>
    public async Task<Visitor> Holding(Stage stage, int seat, Eyes? eyes = null)
    {
        var visitor = await Visitor.Come(stage, eyes ?? Eyes.Phone, home: InTheCellar);
        await visitor.Be(Secret(seat));
        await visitor.Go(Council);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
