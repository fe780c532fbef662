using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Faubourg.Web;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>How somebody looks at a page.</summary>
public sealed record Eyes(int Width = 360, int Height = 740, bool Dark = false, string Language = "en", bool Scripts = true)
{
    public static readonly Eyes Phone = new();

    public static readonly Eyes Wall = new(1280, 720);

    public string Name => $"{Width}-{(Dark ? "dark" : "light")}-{Language}";
}

/// <summary>Somebody at a browser of their own, with nothing remembered from anybody else.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const int Wide = 1000;

    /// <summary>Milliseconds until something that should come counts as lost; a busy machine is slow, and is not wrong.</summary>
    public const int Patience = 60_000;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext context;
    private readonly List<string> errors = [];
    private readonly List<string> strays = [];
    private ICDPSession? browser;
    private bool hasAxe;

    private Visitor(IBrowserContext context, IPage page, string home, Eyes eyes)
    {
        this.context = context;
        (Page, Home, Eyes) = (page, home, eyes);
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");
        page.Console += (_, line) => { if (line.Type == "error" && !NotLoaded().IsMatch(line.Text)) errors.Add($"{page.Url}: {line.Text}"); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(home, StringComparison.Ordinal)) strays.Add(request.Url); };
    }

    public IPage Page { get; }

    public string Home { get; }

    public Eyes Eyes { get; private set; }

    /// <summary>What pages say in this person's language.</summary>
    public Words Words => Words.In(Eyes.Language);

    /// <summary>Presses and ticks that this person made.</summary>
    public int Taps { get; private set; }

    /// <summary>What the browser complained of: a script that threw, a policy that was broken.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Whatever was asked of another origin.</summary>
    public IReadOnlyList<string> Strays => strays;

    public static async Task<Visitor> Come(Stage stage, Eyes eyes, bool inTheCellar = false, string? home = null)
    {
        home ??= inTheCellar ? stage.InTheCellar : stage.Here;
        var context = await stage.Browser.NewContextAsync(new()
        {
            BaseURL = home,
            ViewportSize = new() { Width = eyes.Width, Height = eyes.Height },
            ColorScheme = eyes.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = eyes.Language == "fr" ? "fr-FR" : "en-GB",
            JavaScriptEnabled = eyes.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync(), home, eyes);
    }

    /// <summary>Takes somebody's phone in hand; null: a phone that was never here.</summary>
    public async Task Be(string? secret)
    {
        await context.ClearCookiesAsync();
        if (secret is not null) await context.AddCookiesAsync([new() { Name = "faubourg", Value = secret, Url = Home, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
    }

    /// <summary>Looks with other eyes, at the same page.</summary>
    public async Task Turn(int width, int height)
    {
        if ((Eyes.Width, Eyes.Height) != (width, height)) await Page.SetViewportSizeAsync(width, height);
        Eyes = Eyes with { Width = width, Height = height };
    }

    public async Task Go(string path) => await Page.GotoAsync(path);

    /// <summary>Presses the button or link with exactly this word on it, as a finger would.</summary>
    public async Task Tap(string words)
    {
        Taps++;
        await Page.Locator($"button:visible:text-is(\"{words}\"), a:visible:text-is(\"{words}\"), label:visible:text-is(\"{words}\"), summary:visible:text-is(\"{words}\")").First.ClickAsync();
    }

    /// <summary>Presses what bears these words in their language.</summary>
    public Task Press(string key, params (string, object?)[] arguments) => Tap(Words[key, arguments]);

    /// <summary>Sees these words in their language.</summary>
    public Task Reads(string key, params (string, object?)[] arguments) => Sees(Words[key, arguments]);

    /// <summary>Opens what they scanned: a tap on the picture's link.</summary>
    public async Task Scan(string path)
    {
        Taps++;
        await Page.GotoAsync(path);
    }

    /// <summary>One of the five faces.</summary>
    public async Task Face(int face)
    {
        Taps++;
        await Page.Locator($"button[name=face][value=\"{face}\"]").ClickAsync();
    }

    /// <summary>What a page tells programs, in the name of this phone.</summary>
    public async Task<JsonElement> Ask(string path) =>
        (await Page.EvaluateAsync<JsonElement?>("async path => (await fetch(path, { headers: { Accept: 'application/json' } })).json()", path))!.Value;

    public async Task Write(string field, string words) => await Page.Locator($"[name=\"{field}\"]:visible").First.FillAsync(words);

    public async Task Choose(string field, string value)
    {
        Taps++;
        await Page.Locator($"input[name=\"{field}\"][value=\"{value}\"]").First.CheckAsync(new() { Force = true });
    }

    public Task Sees(string words) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(words);

    /// <summary>Keeps a picture for people to look at: of a phone the whole page, of a wall what it shows.</summary>
    public async Task Look(string name)
    {
        Directory.CreateDirectory(Stage.Pictures);
        browser ??= await context.NewCDPSessionAsync(Page);
        // Right after a tap the next page has come, but may not stand on the screen yet: it would have no height.
        await Assertions.Expect(Page.Locator("body")).ToBeVisibleAsync();
        var size = (await browser.SendAsync("Page.getLayoutMetrics"))!.Value.GetProperty("cssContentSize");
        var picture = await browser.SendAsync("Page.captureScreenshot", new()
        {
            ["format"] = "png",
            // A tenth larger, and packed in a third of the time.
            ["optimizeForSpeed"] = true,
            ["captureBeyondViewport"] = Eyes.Width < Wide,
            ["clip"] = new { x = 0, y = 0, width = Eyes.Width, height = Eyes.Width < Wide ? Math.Max(Eyes.Height, size.GetProperty("height").GetDouble()) : Eyes.Height, scale = 1 },
        });
        await File.WriteAllBytesAsync(Path.Combine(Stage.Pictures, $"{name}-{Eyes.Name}.png"), picture!.Value.GetProperty("data").GetBytesFromBase64());
    }

    /// <summary>What axe-core finds wrong, one line each.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        if (!hasAxe)
        {
            await Page.AddInitScriptAsync(Axe);
            await Page.EvaluateAsync(Axe);
            hasAxe = true;
        }

        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], selectors: false }))
              .violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 300)} ${[...n.any, ...n.all, ...n.none].map(c => c.message).join('; ').slice(0, 300)}`))
            """);
    }

    /// <summary>Pixels by which the page is wider than the screen.</summary>
    public Task<int> Overhang() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What reaches farthest over the edge.</summary>
    public Task<string> Widest() => Page.EvaluateAsync<string>(
        "[...document.querySelectorAll('body *')].map(e => [e.getBoundingClientRect().right, e.outerHTML.slice(0, 160)]).sort((a, b) => b[0] - a[0])[0].join(' ')");

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    // A page that answers 404 or 410 is a page.
    [GeneratedRegex("Failed to load resource")]
    private static partial Regex NotLoaded();
}
