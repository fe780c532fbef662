using System.Security.Cryptography;
using System.Text;

namespace Faubourg.Web;

/// <summary>
/// Style, scripts and pictures, carried inside the program. All style sheets are one file and all scripts another,
/// put together at start: two requests, whatever the number of parts. What few pages need stands apart: <see cref="Modules"/>.
/// </summary>
public static class Bundles
{
    private const string Prefix = "asset/";
    internal const string Forever = "public, max-age=31536000, immutable";

    private static readonly byte[] StyleBytes = Bundle(".css", "wwwroot/css/layers.css", file => file);
    // Each script is a block of its own, so that no name of one is a name of another.
    private static readonly byte[] ScriptBytes = Bundle(".js", null, file => $"{{\n{file}}}\n");

    public static string Style { get; } = "/style.css?v=" + Mark(StyleBytes);

    public static string Script { get; } = "/faubourg.js?v=" + Mark(ScriptBytes);

    public static void Map(IEndpointRouteBuilder routes)
    {
        Serve(routes, "/style.css", new Packed(StyleBytes, "text/css; charset=utf-8", Forever));
        Serve(routes, "/faubourg.js", new Packed(ScriptBytes, "text/javascript; charset=utf-8", Forever));
        Modules.Map(routes);
        Serve(routes, "/icon.svg", new Packed(Read("wwwroot/icon.svg"), "image/svg+xml", "public, max-age=86400"));
        Serve(routes, "/favicon.ico", new Packed(Read("wwwroot/icon.svg"), "image/svg+xml", "public, max-age=86400"));
    }

    private static void Serve(IEndpointRouteBuilder routes, string path, Packed packed) =>
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => packed.Send(context));

    private static byte[] Bundle(string ending, string? first, Func<string, string> wrap)
    {
        var names = Named(name => name.EndsWith(ending, StringComparison.Ordinal) && !Modules.Has(name))
            .OrderBy(name => name == first ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Concat(names.Select(name => wrap(Encoding.UTF8.GetString(Read(name))))));
    }

    /// <summary>The carried files whose names are such.</summary>
    internal static IEnumerable<string> Named(Func<string, bool> such) => typeof(Bundles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .Where(such);

    internal static byte[] Read(string name)
    {
        using var stream = typeof(Bundles).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"No asset {name} in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static string Mark(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
}
