using System.Globalization;
using System.Text.Json;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>Somebody who cannot use a mouse or a finger: Tab, Enter, Space, arrows and letters, and the focus is always seen.</summary>
internal sealed class Keys(Visitor visitor) : Hand(visitor)
{
    private const int MostTabs = 250;

    private const int MostArrows = 20;

    protected override async Task Follow(string link)
    {
        var href = JsonSerializer.Serialize(link);
        await Reach($"[...document.querySelectorAll('main a')].find(a => a.getAttribute('href') === {href})", link);
        await Page.Keyboard.PressAsync("Enter");
    }

    protected override async Task Fill(int form, Box box)
    {
        var there = $"document.forms[{form}].elements[{box.At}]";
        if (box.Kind == "radio") await Choose(there);
        else await Reach(there, there);
        switch (box.Kind)
        {
            case "radio":
                break;
            case "checkbox":
                await Page.Keyboard.PressAsync("Space");
                Assert.True(await Page.EvaluateAsync<bool>($"{there}.checked"), there);
                break;
            case "date" or "datetime-local":
                await Page.Keyboard.TypeAsync(Day(box.Value));
                if (box.Value.Split('T') is [_, var clock])
                {
                    await Page.Keyboard.PressAsync("ArrowRight");
                    await Page.Keyboard.TypeAsync(Clock(clock));
                }

                break;
            default:
                await Page.Keyboard.PressAsync("Control+a");
                await Page.Keyboard.TypeAsync(box.Value);
                break;
        }

        if (box.Kind is not ("radio" or "checkbox")) Assert.Equal(box.Value, await Page.EvaluateAsync<string>($"{there}.value"));
    }

    protected override async Task Press(int form, int at)
    {
        await Reach($"document.forms[{form}].elements[{at}]", $"the button of form {form}");
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>2026-12-05 as an American browser asks for it: <see cref="Stage"/> starts one.</summary>
    private static string Day(string iso) => $"{iso[5..7]}{iso[8..10]}{iso[..4]}";

    /// <summary>14:05 likewise.</summary>
    private static string Clock(string iso) => TimeOnly.Parse(iso, CultureInfo.InvariantCulture).ToString("hhmmtt", CultureInfo.InvariantCulture);

    /// <summary>Tab comes to a group of circles once; arrows go on among them, once what is folded away is open.</summary>
    private async Task Choose(string there)
    {
        await Reach($"({there}.closest('details:not([open])') ? {there} : document.activeElement.name === {there}.name && document.activeElement.form === {there}.form ? document.activeElement : {there})", there);
        for (var arrows = 0; arrows < MostArrows; arrows++)
        {
            if (await Page.EvaluateAsync<bool>($"document.activeElement === {there}"))
            {
                await Page.Keyboard.PressAsync("Space");
                Assert.True(await Page.EvaluateAsync<bool>($"{there}.checked"), there);
                return;
            }

            await Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"Arrows do not reach {there} on {Page.Url}.");
    }

    /// <summary>Tab until the focus stands there, where it can be seen; what is folded away is opened on the way.</summary>
    /// <param name="there">An expression for the element.</param>
    /// <param name="what">For people.</param>
    private async Task Reach(string there, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            switch (await Page.EvaluateAsync<string>(Where.Replace("THERE", there, StringComparison.Ordinal)))
            {
                case "here":
                    return;
                case "fold":
                    await Page.Keyboard.PressAsync("Enter");
                    continue;
                case ['u', ..] unseen:
                    Assert.Fail($"The focus is {unseen} on {Page.Url}.");
                    break;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {what} on {Page.Url}.");
    }

    private const string Where =
        """
        () => {
          const focus = document.activeElement;
          if (focus === document.body) return 'on';
          const ringed = e => e && getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
          if (focus.id !== 'main' && !ringed(focus) && !ringed(focus.closest('label'))) return 'unseen ' + focus.outerHTML.slice(0, 200);
          const wanted = THERE;
          if (focus === wanted) return 'here';
          const fold = focus.localName === 'summary' && !focus.parentElement.open && wanted && focus.parentElement.contains(wanted);
          return fold ? 'fold' : 'on';
        }
        """;
}
