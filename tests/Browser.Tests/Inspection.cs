using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Faubourg.Browser.Tests;

/// <summary>Looks at pages in both languages, light and dark, small and on a wall; keeps pictures and what is wrong.</summary>
internal sealed partial class Inspection : IAsyncDisposable
{
    private const int Narrow = 320;

    /// <summary>Rules whose answer changes with the light.</summary>
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];

    private readonly ConcurrentBag<string> faults = [];
    private (Visitor Visitor, Weight Weight)[] visitors = [];

    public void FindsNothing()
    {
        var found = faults.Concat(visitors.SelectMany(pair => pair.Visitor.Errors)).Order(StringComparer.Ordinal).ToArray();
        if (found.Length > 0) Assert.Fail($"{found.Length} faults:\n{string.Join('\n', found)}");
    }

    public static async Task<Inspection> Of(Stage stage, string? home = null) => new()
    {
        visitors = await Task.WhenAll(
            Come(stage, new Eyes(Narrow), home),
            Come(stage, new Eyes(Narrow, Language: "fr"), home)),
    };

    private static async Task<(Visitor, Weight)> Come(Stage stage, Eyes eyes, string? home)
    {
        var visitor = await Visitor.Come(stage, eyes, home: home);
        return (visitor, await Weight.Of(visitor.Page));
    }

    /// <param name="path">What to open.</param>
    /// <param name="secret">Of the phone in whose name it is opened; null: nobody's.</param>
    /// <param name="name">Of its pictures.</param>
    /// <param name="parts">The least number of parts in its title.</param>
    /// <param name="status">What it answers with.</param>
    public Task At(string path, string? secret, string name, int parts, int status = 200) => Task.WhenAll(visitors.Select(async pair =>
    {
        var (visitor, weight) = pair;
        await visitor.Be(secret);
        weight.Anew();
        var answer = await visitor.Page.GotoAsync(path);
        if (answer!.Status != status) faults.Add($"{name}: {path} answered {answer.Status}, not {status}");
        if (new Uri(visitor.Page.Url).PathAndQuery != path) faults.Add($"{name}: {path} led to {visitor.Page.Url}");
        foreach (var fault in weight.Faults()) faults.Add($"{name} ({visitor.Eyes.Language}), first visit: {fault}");
        await Here(visitor, name, parts);
    }));

    /// <summary>Whatever these visitors do first, such as sending a form that is refused.</summary>
    public Task After(Func<Visitor, Task> what, string name, int parts) => Task.WhenAll(visitors.Select(async pair =>
    {
        await what(pair.Visitor);
        await Here(pair.Visitor, name, parts);
    }));

    public async ValueTask DisposeAsync()
    {
        foreach (var (visitor, _) in visitors) await visitor.DisposeAsync();
    }

    private async Task Here(Visitor visitor, string name, int parts)
    {
        await visitor.Turn(Narrow, 740, dark: false);
        var headings = await visitor.Page.Locator("h1").CountAsync();
        var title = await visitor.Page.TitleAsync();
        if (headings != 1) Add($"{headings} first headings");
        if (Dash().Count(title) < parts - 1) Add($"the title is “{title}”");
        foreach (var stray in visitor.Strays) Add($"asked another origin: {stray}");
        await Fits(Narrow);
        foreach (var barrier in await visitor.Barriers()) Add(barrier);
        await visitor.Turn(360, 740, dark: true);
        foreach (var barrier in await visitor.Barriers(OfColour)) Add("dark: " + barrier);
        // Words differ by language, light and walls do not: French is pictured on a phone by day, English every way.
        var everyWay = visitor.Eyes.Language == "en";
        if (everyWay) await visitor.Look(name);
        await visitor.Turn(360, 740, dark: false);
        await visitor.Look(name);
        await visitor.Turn(1280, 720, dark: false);
        await Fits(1280);
        if (!everyWay) return;
        await visitor.Look(name);
        await visitor.Turn(1280, 720, dark: true);
        await visitor.Look(name);

        async Task Fits(int width)
        {
            if (await visitor.Overhang() is var over and > 0) Add($"{over} px wider than {width}: {await visitor.Widest()}");
        }

        void Add(string fault) => faults.Add($"{name} ({visitor.Eyes.Language}): {fault}");
    }

    [GeneratedRegex(" – ")]
    private static partial Regex Dash();
}
