using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Faubourg.Browser.Tests;

/// <summary>Looks at pages in both languages, light and dark, small and on a wall; keeps pictures and what is wrong.</summary>
internal sealed partial class Inspection : IAsyncDisposable
{
    private const int Narrow = 320;

    /// <summary>
    /// What axe finds hangs on markup and words, or on markup and colours. The markup is the same in both languages and by any light, so that
    /// English by day and French by night ask every rule of every word and every colour, and picture every page small and on a wall by both lights.
    /// </summary>
    private static readonly IEnumerable<View> Views = [new(Narrow, 740, Axe: true), new(1280, 720)];

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
            Come(stage, new Eyes(Narrow, Dark: true, Language: "fr"), home)),
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
        var page = await visitor.Page.EvaluateAsync<JsonElement>("() => ({ headings: document.querySelectorAll('h1').length, title: document.title })");
        if (page.GetProperty("headings").GetInt32() is var headings and not 1) Add($"{headings} first headings");
        if (page.GetProperty("title").GetString()! is var title && Dash().Count(title) < parts - 1) Add($"the title is “{title}”");
        foreach (var stray in visitor.Strays) Add($"asked another origin: {stray}");
        // From where they stand: turning costs the browser more than looking.
        foreach (var view in visitor.Eyes.Width == Narrow ? Views : Views.Reverse())
        {
            await visitor.Turn(view.Width, view.Height);
            if (await visitor.Overhang() is var over and > 0) Add($"{over} px wider than {view.Width}: {await visitor.Widest()}");
            if (view.Axe) foreach (var barrier in await visitor.Barriers()) Add((visitor.Eyes.Dark ? "dark: " : "") + barrier);
            await visitor.Look(name);
        }

        void Add(string fault) => faults.Add($"{name} ({visitor.Eyes.Language}): {fault}");
    }

    /// <param name="Axe">Whether all its rules are asked.</param>
    private sealed record View(int Width, int Height, bool Axe = false);

    [GeneratedRegex(" – ")]
    private static partial Regex Dash();
}
