using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web;

/// <summary>
/// Public pages that hold nothing of one reader: rendered once per state, language, minute and public address, squeezed once,
/// then the same bytes for everybody. Only what is public may be kept here.
/// </summary>
public sealed class PageCache
{
    /// <summary>Pages kept; past it the cache starts anew, which costs one render a page.</summary>
    private const int Most = 512;

    /// <summary>Bytes of all of them, before they are squeezed: a neighbourhood of many years has many pages, and an old laptop is a host.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>Of what came in since it began anew: what took the place of another counts too.</summary>
    private long _bytes;

    private readonly ConcurrentDictionary<Key, (Stand Of, Packed Page)> _pages = new();

    public PageCache(IQuarters quarters) => quarters.Published += published =>
    {
        // Words that were taken out are not kept here either, not even where nobody would be shown them.
        if (!ReferenceEquals(published.Before.Erased, published.After.Erased)) _pages.Clear();
    };

    private readonly record struct Key(string Path, string Host, string Language);

    /// <summary>What a page was made of; one that has changed takes the place of the one before.</summary>
    private readonly record struct Stand(long Revision, long Minute, bool Broken);

    /// <summary>Answers with the page of this address as it stands at <paramref name="revision"/>, rendering it if nobody has yet.</summary>
    public async Task Show<TPage>(HttpContext context, long revision, params (string Name, object? Value)[] parameters) where TPage : IComponent
    {
        if (context.Request.QueryString.HasValue)
        {
            // Whatever comes after "?" is endless: such pages are made for one reader and not kept.
            await Page.Render<TPage>(context, parameters);
            return;
        }

        var visit = Visit.Of(context);
        await Serve(context, revision, "text/html; charset=utf-8", async () => (await Page.Bytes<TPage>(visit.Reader, parameters)).ToArray());
    }

    /// <summary>The same for what is not a page: a feed, a calendar.</summary>
    public async Task Serve(HttpContext context, long revision, string contentType, Func<Task<byte[]>> make)
    {
        var visit = Visit.Of(context);
        // Codes and feeds print the address they were asked at.
        var host = $"{context.Request.Scheme}://{context.Request.Host}";
        var key = new Key(context.Request.Path, host, visit.Words.Language);
        var stand = new Stand(revision, visit.Now.ToUnixTimeSeconds() / 60, visit.Evidence is not null);
        if (!_pages.TryGetValue(key, out var kept) || kept.Of != stand)
        {
            kept = (stand, new Packed(await make(), contentType, "private, no-cache"));
            if (_pages.Count >= Most || Interlocked.Add(ref _bytes, kept.Page.Plain.Length) > MostBytes)
            {
                _pages.Clear();
                Interlocked.Exchange(ref _bytes, kept.Page.Plain.Length);
            }

            _pages[key] = kept;
        }

        await kept.Page.Send(context);
    }
}
