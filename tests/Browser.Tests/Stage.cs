using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Faubourg.Browser.Tests.Stage))]

namespace Faubourg.Browser.Tests;

/// <summary>A real host on a free port and Debian's Chromium, for all the tests of this program.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>The same browser without its windows, where Debian has it: the tests take a quarter less.</summary>
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists, "/usr/bin/chromium");

    /// <summary>
    /// What Chromium does besides showing our pages: a process in reserve for each page, its own toolbars, guesses and detours. Without it the
    /// tests take a fifth less. It hears the last such list only, so that Playwright's own stand here again.
    /// </summary>
    private static readonly string[] Superfluous =
    [
        "SpareRendererForSitePerProcess", "PreloadTopChromeWebUI", "InitialWebUI", "WebUIReloadButton", "WebUIToolbar", "LanguageDetection",
        "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "Translate",
    ];

    /// <summary>A name that is not this machine's own: such pages have no secure context, as in a cellar without https.</summary>
    private const string Cellar = "cellar.test";

    /// <summary>An address at which this host breaks, as no page of ours should: only here, to see what a neighbour sees then.</summary>
    public const string Broken = "/broken";

    private readonly string data = Directory.CreateTempSubdirectory("faubourg-browser-").FullName;
    private IPlaywright playwright = null!;
    private WebApplication host = null!;

    public IBrowser Browser { get; private set; } = null!;

    public int Port { get; private set; }

    /// <summary>For whoever is not at a browser: the cast of a rehearsal, a crowd that fills the room.</summary>
    public HttpClient Http { get; private set; } = null!;

    internal IQuarters Quarters => host.Services.GetRequiredService<IQuarters>();

    /// <summary>Every address that can be opened, as the route table has it; a rehearsal's twins of a neighbourhood's left out.</summary>
    public IReadOnlyList<string> Addresses => [.. Opened.Where(address => !Opened.Contains(address.Replace("/rehearsals/{slug}", "/quarters/{slug}", StringComparison.Ordinal)) || !address.StartsWith("/rehearsals/{slug}", StringComparison.Ordinal))];

    private string[] Opened =>
    [
        .. from route in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
           let pattern = "/" + route.RoutePattern.RawText!.TrimStart('/')
           where pattern != Broken
           select pattern,
    ];

    /// <summary>The folder of this host: for what only a host could do, and must not.</summary>
    internal string Data => data;

    /// <summary>The address on this machine.</summary>
    public string Here => $"http://localhost:{Port}";

    /// <summary>The same host as a phone in a cellar sees it: plain http under another name.</summary>
    public string InTheCellar => $"http://{Cellar}:{Port}";

    /// <summary>Where pictures go: looked at by people, not compared by machines.</summary>
    public static string Pictures { get; } = Path.Combine(Root(), "artifacts", "pictures");

    public async ValueTask InitializeAsync()
    {
        host = Web.Program.Build(new HostSettings { Port = 0, Data = data });
        host.MapGet(Broken, (HttpContext _) => throw new InvalidOperationException("Broken on purpose."));
        await host.StartAsync();
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Port = new Uri(addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Here) };
        Assertions.SetDefaultExpectTimeout(Visitor.Patience);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            // In which order its own box for a day asks for day and month.
            Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(set => KeyValuePair.Create((string)set.Key, (string)set.Value!))
                .Where(set => set.Key is not ("LANGUAGE" or "LC_ALL")).Append(KeyValuePair.Create("LANGUAGE", "en_US")),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--host-resolver-rules=MAP {Cellar} 127.0.0.1",
                $"--disable-features={string.Join(',', Superfluous)}",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        Http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The evening alone, without what follows it.</summary>
    internal static Script Evening(string name)
    {
        using var json = File.OpenRead(Path.Combine(Root(), "rehearsals", name + ".json"));
        return Script.Read(json) with { Then = null };
    }

    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Faubourg.slnx"))) folder = Directory.GetParent(folder)!.FullName;
        return folder;
    }
}
