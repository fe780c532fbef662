namespace Faubourg.Browser.Tests;

/// <summary>What a stranger meets before any neighbourhood exists.</summary>
public sealed class HostPagesTests(Stage stage)
{
    private const int MostBytes = 60 * 1024;

    private const int MostRequests = 8;

    private const int MostScript = 30 * 1024;

    [Theory]
    [InlineData("/")]
    [InlineData("/how")]
    [InlineData("/host")]
    public async Task A_first_visit_is_light_and_asks_nobody_else(string path)
    {
        await using var stranger = await Visitor.Come(stage, Eyes.Phone);
        var (requests, others, sizes) = (0, new List<string>(), new List<Task<(string Kind, int Bytes)>>());
        stranger.Page.Request += (_, request) =>
        {
            requests++;
            if (!request.Url.StartsWith(stranger.Home, StringComparison.Ordinal)) others.Add(request.Url);
        };
        stranger.Page.RequestFinished += (_, request) => sizes.Add(Size(request));
        await stranger.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Load });
        var all = await Task.WhenAll(sizes);
        Assert.Empty(others);
        Assert.InRange(requests, 1, MostRequests);
        Assert.InRange(all.Sum(s => s.Bytes), 1, MostBytes);
        Assert.InRange(all.Where(s => s.Kind == "script").Sum(s => s.Bytes), 0, MostScript);
    }

    private static async Task<(string Kind, int Bytes)> Size(Microsoft.Playwright.IRequest request)
    {
        var sizes = await request.SizesAsync();
        return (request.ResourceType, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
    }
}
