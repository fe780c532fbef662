using Faubourg.Web;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>A neighbour who cannot use a mouse or a finger: Tab, Enter, Space and letters are enough.</summary>
public sealed class KeyboardTests(Stage stage)
{
    private const int MostTabs = 60;

    private static readonly Words Words = Words.In("en");

    [Fact]
    public async Task Somebody_founds_convenes_and_sits_down_by_keyboard_alone()
    {
        await using var neighbour = await Visitor.Come(stage, Eyes.Phone);
        var page = neighbour.Page;
        await neighbour.Go("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(Words["common.skip"], await Focused(page, "innerText"));
        await page.Keyboard.PressAsync("Enter");
        await Follow(page, Words["quarter.found.link"]);
        await Type(page, "name", "Rue du Clavier");
        await Type(page, "place", "behind the library");
        await Reach(page, "document.activeElement.name === 'languages' && document.activeElement.value === 'en'", "the box for English");
        await page.Keyboard.PressAsync("Space");
        await Follow(page, Words["quarter.found.act"]);
        await Follow(page, Words["quarter.convene"]);
        await Type(page, "question", "Who opens the library on Sunday?");
        await Type(page, "place", "on its steps");
        await Choose(page, "quick");
        await Type(page, "minutes", "30");
        await Choose(page, "attendance");
        await Choose(page, "method");
        await Follow(page, Words["announce.convene.act"]);
        await Follow(page, Words["announce.open"]);
        await Follow(page, Words["room.seat.act"]);
        await neighbour.Reads("guide.opening.title");
        await Follow(page, Words["room.door.act"]);
        await neighbour.Reads("room.door.scan");
        Assert.Equal(0, neighbour.Taps);
        Assert.Empty(neighbour.Errors);
    }

    /// <summary>To the link or button that bears these words, and through it.</summary>
    private static async Task Follow(IPage page, string words)
    {
        var before = await page.EvaluateAsync<string>("location.href + performance.timeOrigin");
        await Reach(page, $"document.activeElement.innerText?.trim() === {System.Text.Json.JsonSerializer.Serialize(words)}", words);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("before => document.readyState === 'complete' && location.href + performance.timeOrigin !== before", before);
    }

    private static async Task Type(IPage page, string field, string words)
    {
        await Reach(page, $"document.activeElement.name === '{field}'", field);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>The first of several.</summary>
    private static async Task Choose(IPage page, string field)
    {
        await Reach(page, $"document.activeElement.name === '{field}'", field);
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>Tab until the focus stands there, where it can be seen.</summary>
    private static async Task Reach(IPage page, string there, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>(there))
            {
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {what} on {page.Url}.");
    }

    private static Task<string> Focused(IPage page, string property) => page.EvaluateAsync<string>($"document.activeElement.{property}.trim()");
}
