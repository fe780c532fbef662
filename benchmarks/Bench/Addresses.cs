using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Faubourg.Bench;

/// <summary>Every address of a quarter that can be opened, from the route table of the program itself, so that none is forgotten.</summary>
internal static class Addresses
{
    private const string Face = "/rehearsals/{slug}";

    /// <summary>Open as long as somebody watches: they have no last byte. Rows of their own speak of them.</summary>
    private const string Stream = "/live";

    /// <summary>Patterns such as <c>/rehearsals/{slug}/gains/{gain}/evidence</c>.</summary>
    public static async Task<IReadOnlyList<string>> Patterns()
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-routes-").FullName;
        await using var app = Web.Program.Build(new HostSettings { Port = 0, Data = folder });
        Directory.Delete(folder, recursive: true);
        return
        [
            .. from route in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
               let pattern = "/" + route.RoutePattern.RawText!.TrimStart('/')
               where pattern.StartsWith(Face, StringComparison.Ordinal) && !pattern.EndsWith(Stream, StringComparison.Ordinal)
               select pattern,
        ];
    }

    /// <summary>The pattern with what it needs filled in.</summary>
    /// <param name="of">The texts for a part of it, by its name without stars; of several, the n-th.</param>
    public static string Fill(string pattern, Func<string, string> of)
    {
        while (pattern.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = pattern.IndexOf('}', open);
            pattern = pattern[..open] + of(pattern[(open + 1)..close].TrimStart('*')) + pattern[(close + 1)..];
        }

        return pattern;
    }
}
