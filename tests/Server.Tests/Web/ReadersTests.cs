using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faubourg.Server.Tests.Web;

/// <summary>Whoever only reads is given nothing to carry: no cookie, and a page that is the same for everybody.</summary>
public sealed class ReadersTests(House house) : IClassFixture<House>
{
    private const string Quarter = "/quarters/{slug}";

    /// <summary>Pages of a neighbourhood that hold a form, or the words of one phone.</summary>
    private static readonly string[] NotOnlyRead =
        ["/corners/new", "/councils/new", "/offers/new", "/rests/new", "/sheets/new", "/slips"];

    [Fact]
    public async Task Every_page_of_a_neighbourhood_that_is_only_read_sets_no_cookie_and_can_be_kept()
    {
        var pages =
            from route in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
            let path = "/" + route.RoutePattern.RawText!.TrimStart('/')
            where path.StartsWith(Quarter, StringComparison.Ordinal) && !path[Quarter.Length..].Contains('{', StringComparison.Ordinal)
            select path[Quarter.Length..];
        var (carried, unkept) = (new List<string>(), new List<string>());
        foreach (var page in pages)
        {
            using var reader = house.Browser();
            using var answer = await reader.GetAsync("/quarters/lilas" + page);
            if (answer.Headers.Contains("Set-Cookie")) carried.Add(page);
            else if (answer.StatusCode == HttpStatusCode.OK && answer.Headers.ETag is null) unkept.Add(page);
        }

        Assert.Equal(NotOnlyRead, carried.Order(StringComparer.Ordinal));
        Assert.Empty(unkept);
    }

    [Fact]
    public async Task Whoever_wants_to_watch_a_rehearsal_carries_nothing_away()
    {
        using var reader = house.Browser();
        using var answer = await reader.GetAsync("/rehearsals");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_weeks_are_read_here_and_kept_free_on_a_page_of_their_own()
    {
        using var reader = house.Browser();
        var weeks = await reader.GetStringAsync("/quarters/lilas/seasons");
        Assert.Contains("/quarters/lilas/rests/new", weeks, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"inline\"", weeks, StringComparison.Ordinal);
        Assert.Contains("action=\"/quarters/lilas/rests\"", await reader.GetStringAsync("/quarters/lilas/rests/new"), StringComparison.Ordinal);
    }
}
