using System.Text.Json;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>A box of a form and what goes into it: <c>elements[At]</c> of its form.</summary>
internal sealed record Box(int At, string Kind, string Value);

/// <summary>Everything to be put into a form, in its order, and the button that sends it.</summary>
internal sealed record Sheet(Box[] Boxes, int Button);

/// <summary>One way of using a browser. Each hand follows links, fills what a form asks and sends it.</summary>
internal abstract class Hand(Visitor visitor) : IAsyncDisposable
{
    private const string Read =
        """
        ([form, said]) => {
          const body = JSON.parse(said);
          const boxes = [];
          let button = -1;
          [...document.forms[form].elements].forEach((e, at) => {
            const list = e.name?.match(/^(.+)\.(\d+)$/);
            const value = e.name in body ? body[e.name] : list && Array.isArray(body[list[1]]) ? body[list[1]][list[2] - 1] : undefined;
            if (e.type === 'submit' && (button < 0 || (e.name && String(value) === e.value))) button = at;
            if (value === undefined || value === null || ['hidden', 'submit', 'fieldset'].includes(e.type)) return;
            if (e.type === 'radio' ? String(value) === e.value : e.type === 'checkbox' ? [].concat(value).map(String).includes(e.value) && !e.checked : e.value !== String(value))
              boxes.push({ At: at, Kind: e.type, Value: String(value) });
          });
          return JSON.stringify({ Boxes: boxes, Button: button });
        }
        """;

    public Visitor Visitor => visitor;

    protected IPage Page => visitor.Page;

    /// <summary>Walks the way, fills the form and sends it.</summary>
    /// <returns>What was sent and what the host answered.</returns>
    public async Task<IResponse> Do(string secret, Way way, JsonElement body)
    {
        await visitor.Be(secret);
        await Page.GotoAsync(way.Start);
        foreach (var link in way.Links) await Landing(() => Follow(link));
        var sheet = JsonSerializer.Deserialize<Sheet>(await Page.EvaluateAsync<string>(Read, new object[] { way.Form, body.GetRawText() }))!;
        foreach (var box in sheet.Boxes) await Fill(way.Form, box);
        var answer = Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Request.IsNavigationRequest);
        await Landing(() => Press(way.Form, sheet.Button));
        var said = await answer;
        // A page left open would go on turning by itself, into the next one's opening.
        await Page.GotoAsync("about:blank");
        return said;
    }

    protected abstract Task Follow(string link);

    protected abstract Task Fill(int form, Box box);

    protected abstract Task Press(int form, int at);

    /// <summary>Until the next page stands.</summary>
    private async Task Landing(Func<Task> what)
    {
        var landed = new TaskCompletionSource();
        void Land(object? sender, IPage page) => landed.TrySetResult();
        Page.DOMContentLoaded += Land;
        await what();
        await landed.Task.WaitAsync(TimeSpan.FromMilliseconds(Visitor.Patience));
        Page.DOMContentLoaded -= Land;
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
