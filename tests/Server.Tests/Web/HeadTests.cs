using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faubourg.Server.Tests.Web;

/// <summary>HEAD is GET without the body (RFC 9110 §9.3.2): links are checked with it, and pages measured.</summary>
public sealed class HeadTests(House house) : IClassFixture<House>
{
    [Fact]
    public void Whatever_can_be_opened_can_be_asked_for_its_head()
    {
        var opened =
            from route in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
            where methods is not null && methods.Contains("GET") && !methods.Contains("HEAD")
            let address = "/" + route.RoutePattern.RawText!.TrimStart('/')
            where !TryOut.Addresses.Contains(address)
            select address;
        Assert.Equal([], opened);
    }

    [Theory]
    [InlineData("/how")]
    [InlineData("/host")]
    [InlineData("/health")]
    [InlineData("/openapi.json")]
    [InlineData("/quarters/lilas")]
    [InlineData(House.Council)]
    [InlineData(House.Council + "/live")]
    [InlineData("/q/lilas/1")]
    [InlineData("/nowhere")]
    public async Task The_head_says_what_the_page_would(string path)
    {
        using var browser = house.Browser();
        using var got = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead);
        using var headed = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.NotEqual(HttpStatusCode.MethodNotAllowed, headed.StatusCode);
        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType, got.Headers.Location), (headed.StatusCode, headed.Content.Headers.ContentType, headed.Headers.Location));
        Assert.Empty(await headed.Content.ReadAsByteArrayAsync());
    }
}
