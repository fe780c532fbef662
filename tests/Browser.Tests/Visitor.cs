using Deque.AxeCore.Playwright;
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
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    private Visitor(IBrowserContext context, IPage page, string home, Eyes eyes)
    {
        this.context = context;
        (Page, Home, Eyes) = (page, home, eyes);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, line) => { if (line.Type == "error" && !line.Text.Contains("Failed to load resource", StringComparison.Ordinal)) errors.Add(line.Text); };
    }

    public IPage Page { get; }

    public string Home { get; }

    public Eyes Eyes { get; }

    /// <summary>Presses and ticks that this person made.</summary>
    public int Taps { get; private set; }

    /// <summary>What the browser complained of: a script that threw, a policy that was broken.</summary>
    public IReadOnlyList<string> Errors => errors;

    public static async Task<Visitor> Come(Stage stage, Eyes eyes, bool inTheCellar = false)
    {
        var home = inTheCellar ? stage.InTheCellar : stage.Here;
        var context = await stage.Browser.NewContextAsync(new()
        {
            BaseURL = home,
            ViewportSize = new() { Width = eyes.Width, Height = eyes.Height },
            ColorScheme = eyes.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = eyes.Language == "fr" ? "fr-FR" : "en-GB",
            JavaScriptEnabled = eyes.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync(), home, eyes);
    }

    public async Task Go(string path) => await Page.GotoAsync(path);

    /// <summary>Presses the button or link with exactly this word on it, as a finger would.</summary>
    public async Task Tap(string words)
    {
        Taps++;
        await Page.Locator($"button:visible:text-is(\"{words}\"), a:visible:text-is(\"{words}\"), label:visible:text-is(\"{words}\"), summary:visible:text-is(\"{words}\")").First.ClickAsync();
    }

    public async Task Write(string field, string words) => await Page.Locator($"[name=\"{field}\"]:visible").First.FillAsync(words);

    public async Task Choose(string field, string value)
    {
        Taps++;
        await Page.Locator($"input[name=\"{field}\"][value=\"{value}\"]").First.CheckAsync(new() { Force = true });
    }

    public Task Sees(string words) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(words);

    /// <summary>Keeps a picture for people to look at.</summary>
    public async Task Look(string name)
    {
        Directory.CreateDirectory(Stage.Pictures);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Stage.Pictures, $"{name}-{Eyes.Name}.png"), FullPage = Eyes.Width < 1000 });
    }

    /// <summary>What axe-core finds wrong, one line each.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        var found = await Page.RunAxe();
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{Page.Url} {Eyes.Name}: {v.Id}: {n.Html}"))];
    }

    /// <summary>Pixels by which the page is wider than the screen.</summary>
    public Task<int> Overhang() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
