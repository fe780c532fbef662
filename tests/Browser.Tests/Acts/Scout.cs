using System.Text.Json;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>How a neighbour comes to a form: the page they open, the links they follow from there, and which form of the last page it is.</summary>
internal sealed record Way(string Start, string[] Links, int Form);

/// <summary>Reads pages ahead of whoever walks, in the same neighbour's name, and says by which links a form is reached.</summary>
internal sealed class Scout(Visitor eyes) : IAsyncDisposable
{
    /// <summary>Links from the page one starts at: more would be a maze.</summary>
    private const int Farthest = 3;

    private const string Search =
        """
        async ([start, action, said, scripts, farthest]) => {
          const body = JSON.parse(said);
          const given = name => name in body ? body[name] : name.match(/\.\d+$/) && Array.isArray(body[name.replace(/\.\d+$/, '')]) ? true : undefined;
          const fits = form => {
            const fields = [...form.elements].filter(e => e.name && e.name !== 'key');
            const fixed = fields.filter(e => e.type === 'hidden' && !(body['*'] && given(e.name) === undefined));
            return fixed.every(e => String(given(e.name) ?? false) === e.value || (e.value === '' && given(e.name) === undefined))
              && Object.entries(body).every(([name, value]) => name === '*' || value === null || value === false
                || fields.some(e => e.name === name && (['radio', 'submit'].includes(e.type) ? e.value === String(value) : true))
                || (Array.isArray(value) && fields.some(e => e.name.startsWith(name + '.'))));
          };
          const seen = new Set(), home = start.split('/').slice(0, 3).join('/');
          let ways = [{ at: new URL(start, location.origin).href, links: [] }];
          for (let far = 0; far <= farthest; far++) {
            const next = [];
            for (const way of ways) {
              const answer = await fetch(way.at, { headers: { Accept: 'text/html' } });
              if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              if (scripts) for (const one of page.querySelectorAll('noscript')) one.remove();
              const form = [...page.forms].findIndex(f => f.getAttribute('action') === action && f.getAttribute('method') === 'post' && fits(f));
              if (form >= 0) return JSON.stringify({ Start: start, Links: way.links, Form: form });
              for (const link of page.querySelectorAll('main a[href]')) {
                const to = new URL(link.getAttribute('href'), answer.url);
                to.hash = '';
                if (to.origin !== location.origin || !to.pathname.startsWith(home) || seen.has(to.href)) continue;
                seen.add(to.href);
                next.push({ at: to.href, links: [...way.links, link.getAttribute('href')] });
              }
            }
            ways = next;
          }
          return null;
        }
        """;

    public static async Task<Scout> Of(Stage stage)
    {
        var eyes = await Visitor.Come(stage, Eyes.Phone);
        await eyes.Go("/how");
        return new Scout(eyes);
    }

    /// <param name="secret">Of the phone in whose name pages are opened.</param>
    /// <param name="start">The page one starts at.</param>
    /// <param name="action">Where the form is posted to.</param>
    /// <param name="body">What it must be able to say; "*" in it: whatever else it says by itself is welcome.</param>
    /// <param name="scripts">Whether the pages run scripts.</param>
    public async Task<Way?> Find(string secret, string start, string action, JsonElement body, bool scripts)
    {
        await eyes.Be(secret);
        var found = await eyes.Page.EvaluateAsync<string?>(Search, new object[] { start, action, body.GetRawText(), scripts, Farthest });
        return found is null ? null : JsonSerializer.Deserialize<Way>(found);
    }

    public ValueTask DisposeAsync() => eyes.DisposeAsync();
}
