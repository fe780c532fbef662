using Microsoft.Playwright;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>Somebody whose browser runs no scripts: links and plain forms.</summary>
internal sealed class Finger(Visitor visitor) : Hand(visitor)
{
    protected override async Task Follow(string link)
    {
        var there = Page.Locator($"main a[href=\"{link}\"]").First;
        await Unfold(there);
        await there.ClickAsync();
    }

    protected override async Task Fill(int form, Box box)
    {
        var there = At(form, box.At);
        await Unfold(there);
        if (box.Kind is "radio" or "checkbox") await there.CheckAsync();
        else if (box.Kind == "select-one") await there.SelectOptionAsync(box.Value);
        else await there.FillAsync(box.Value);
    }

    protected override async Task Press(int form, int at)
    {
        var there = At(form, at);
        await Unfold(there);
        await there.ClickAsync();
    }

    private async Task Unfold(ILocator there)
    {
        var folded = there.Locator("xpath=ancestor::details[not(@open)]");
        while (await folded.CountAsync() > 0) await folded.First.Locator("xpath=summary").ClickAsync();
    }

    /// <summary>As the form counts its own: fieldsets among them.</summary>
    private ILocator At(int form, int at) => Page.Locator("form").Nth(form).Locator("input, button, select, textarea, fieldset, output, object").Nth(at);
}
