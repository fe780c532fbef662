using System.Text;
using Faubourg.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Faubourg.Tidy.Tests;

/// <summary>docs/map.md says where everything is, from route to event. It is written here, so it cannot lie.</summary>
public sealed class MapTests
{
    private const string Head = """
        # Where everything is

        One word runs from the address through the page and the act to the event. This page is written by a test from the code:
        when it is out of date, the test fails and leaves the new one in its place.

        | Address (POST) | Pages in `src/Web` | Act in `src/Domain` | Events that may follow |
        |---|---|---|---|

        """;

    [Fact]
    public async Task The_map_is_the_one_that_the_code_draws()
    {
        var path = Path.Combine(Repository.Root, "docs", "map.md");
        var drawn = await Draw();
        var kept = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (kept != drawn) await File.WriteAllTextAsync(path, drawn);
        Assert.True(kept == drawn, "docs/map.md was out of date. It has been drawn anew: look at it and commit it.");
    }

    private static async Task<string> Draw()
    {
        var data = Directory.CreateTempSubdirectory("faubourg-map-");
        await using var app = Web.Program.Build(new HostSettings { Port = 0, Data = data.FullName });
        var map = new StringBuilder(Head);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        foreach (var does in endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ActOf>()).OfType<ActOf>().DistinctBy(a => a.Form.Name).OrderBy(a => a.Form.Route, StringComparer.Ordinal))
            map.Append(Line(does));
        return map.ToString();
    }

    private static string Line(ActOf does)
    {
        var field = typeof(Forms).GetFields().Single(f => f.GetValue(null) is Form form && form.Name == does.Form.Name).Name;
        var pages = Repository.Sources
            .Where(source => source.IsIn("src/Web/") && !source.IsIn("src/Web/Forms/") && source.File.Name.EndsWith("Routes.cs", StringComparison.Ordinal))
            .Where(source => source.All<MemberAccessExpressionSyntax>().Any(access => access.ToString() == $"Forms.{field}"))
            .Select(source => Path.GetDirectoryName(source.File.Path)!["src/Web/".Length..])
            .Distinct();
        var act = does.Act is null ? "—" : $"`{does.Act.Name}`";
        var events = does.Act is null ? [] : EventsOf.Act(does.Act.Name);
        return $"| `{does.Form.Route}` | {string.Join(", ", pages)} | {act} | {string.Join(", ", events.Select(e => $"`{e}`"))} |\n";
    }
}
