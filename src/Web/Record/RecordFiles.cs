using System.Security.Cryptography;
using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Tree;

namespace Faubourg.Web.Record;

/// <summary>
/// What programs read: the prefix of C2SP tlog-tiles and what stands beside it. Public and without any secret, so pages of other
/// places may read it too. A path is served in its one canonical spelling or not at all.
/// </summary>
internal static class RecordFiles
{
    /// <summary>What a tree of some size holds never changes (tlog-tiles).</summary>
    internal const string Forever = "public, max-age=31536000, immutable";

    /// <summary>A new checkpoint is signed at most every second.</summary>
    internal const string Seconds = "public, max-age=2";

    /// <summary>What may be erased at any time is kept by nobody on the way.</summary>
    private const string Never = "no-store";

    internal const string Bytes = "application/octet-stream";

    private const string Text = "text/plain; charset=utf-8";

    private const int DigestLetters = 43;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "checkpoint", open => Send(open, Encoding.UTF8.GetBytes(open.Record.Latest.Note), Text, Seconds));
        Map(routes, "tile/{**path}", Tile);
        Map(routes, "policy", open => Send(open, Encoding.UTF8.GetBytes(open.Record.Policy), Text, Seconds));
        Map(routes, "where", open => open.Record.Where is { } where ? Send(open, Encoding.UTF8.GetBytes(where), Text, Seconds) : Missing(open.Visit));
        Map(routes, "evidence", open => open.Visit.Evidence is { } evidence ? Send(open, Encoding.UTF8.GetBytes(evidence), Text, Seconds) : Missing(open.Visit));
        Map(routes, "disclosures.jsonl", Disclosures);
        Map(routes, "disclosures/{digest}", Disclosure);
        Map(routes, "pictures/{seq}", EntryFiles.Picture);
        Map(routes, "entries/{seq}/bytes", EntryFiles.Entry);
        Map(routes, "entries/{seq}/receipt", EntryFiles.Receipt);
    }

    internal sealed record Opened(Visit Visit, IRecord Record);

    private static void Map(IEndpointRouteBuilder routes, string path, Func<Opened, Task> serve) =>
        routes.MapPage($"/quarters/{{slug}}/record/{path}", async visit =>
        {
            visit.Context.Response.Headers.AccessControlAllowOrigin = "*";
            var quarters = visit.Context.RequestServices.GetRequiredService<IQuarters>();
            if (await quarters.Record(visit.Slug, visit.Context.RequestAborted) is { } record) await serve(new Opened(visit, record));
            else await Missing(visit);
        });

    private static async Task Tile(Opened open)
    {
        var path = "tile/" + open.Visit.Route("path");
        if (!TileAt.TryParse(path, out var at) || at.Path != path || await open.Record.Tile(at, open.Visit.Context.RequestAborted) is not { } tile)
            await Missing(open.Visit);
        else
            await Send(open, tile, Bytes, Forever);
    }

    private static async Task Disclosure(Opened open)
    {
        var digest = open.Visit.Route("digest");
        var stop = open.Visit.Context.RequestAborted;
        if (digest.Length == DigestLetters
            && await OpenRecord.Of(open.Visit) is { } record
            && await record.Shows(digest)
            && await open.Record.Disclosure(digest, stop) is { } encoded)
            await Send(open, Encoding.ASCII.GetBytes(encoded), Text, Never);
        else
            await Missing(open.Visit);
    }

    private static async Task Disclosures(Opened open)
    {
        var response = open.Visit.Context.Response;
        response.ContentType = "application/jsonl; charset=utf-8";
        response.Headers.CacheControl = Never;
        if (HttpMethods.IsHead(open.Visit.Context.Request.Method)) return;
        var stop = open.Visit.Context.RequestAborted;
        var hidden = await (await OpenRecord.Of(open.Visit))!.KeptBackDigests();
        await open.Record.WriteDisclosures(response.Body, hidden, stop);
    }

    internal static async Task Send(Opened open, byte[] bytes, string type, string cache)
    {
        var (request, response) = (open.Visit.Context.Request, open.Visit.Context.Response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        response.Headers.CacheControl = cache;
        if (cache != Never) response.Headers.ETag = tag;
        if (cache != Never && request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = type;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.BodyWriter.WriteAsync(bytes, open.Visit.Context.RequestAborted);
    }

    internal static Task Missing(Visit visit)
    {
        visit.Context.Response.StatusCode = StatusCodes.Status404NotFound;
        visit.Context.Response.ContentType = Text;
        visit.Context.Response.Headers.CacheControl = Never;
        return HttpMethods.IsHead(visit.Context.Request.Method) ? Task.CompletedTask : visit.Context.Response.WriteAsync("not found\n", visit.Context.RequestAborted);
    }
}
