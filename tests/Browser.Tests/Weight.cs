using System.Text.Json;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>What a page costs somebody who was never here, as their browser counts it: every byte of heads and bodies over the wire.</summary>
internal sealed class Weight
{
    /// <summary>5-interface.md: first visit ≤ 60 KiB over the wire, ≤ 8 requests, scripts ≤ 30 KiB compressed in all.</summary>
    private const int MostBytes = 60 * 1024, MostRequests = 8, MostScript = 30 * 1024;

    private readonly Lock turn = new();
    private readonly Dictionary<string, Load> loads = [];

    private Weight()
    {
    }

    public static async Task<Weight> Of(IPage page)
    {
        var weight = new Weight();
        var browser = await page.Context.NewCDPSessionAsync(page);
        weight.Hear(browser, "Network.requestWillBeSent", told => weight.loads[Id(told)] = new Load(told.GetProperty("request").GetProperty("url").GetString()!, Kind(told)));
        weight.Hear(browser, "Network.responseReceived", told => weight.Grow(told, told.GetProperty("response").GetProperty("encodedDataLength")));
        weight.Hear(browser, "Network.loadingFinished", told => weight.Grow(told, told.GetProperty("encodedDataLength")));
        await browser.SendAsync("Network.enable");
        await browser.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        return weight;
    }

    /// <summary>What is loaded from now on counts.</summary>
    public void Anew()
    {
        lock (turn) loads.Clear();
    }

    /// <summary>What was too much since, one line each.</summary>
    public IReadOnlyList<string> Faults()
    {
        lock (turn)
        {
            var faults = new List<string>();
            if (loads.Count is 0 or > MostRequests) faults.Add($"{loads.Count} requests: {string.Join(' ', loads.Values.Select(load => load.Url))}");
            if (loads.Values.Sum(load => load.Bytes) is 0 or > MostBytes) faults.Add($"{loads.Values.Sum(load => load.Bytes)} bytes: {string.Join(", ", loads.Values)}");
            if (loads.Values.Where(load => load.Kind == "Script").Sum(load => load.Bytes) is var script and > MostScript) faults.Add($"{script} bytes of scripts");
            return faults;
        }
    }

    private void Hear(ICDPSession browser, string what, Action<JsonElement> then) => browser.Event(what).OnEvent += (_, told) =>
    {
        lock (turn) if (told is { } json) then(json);
    };

    private void Grow(JsonElement told, JsonElement bytes)
    {
        if (loads.TryGetValue(Id(told), out var load)) loads[Id(told)] = load with { Bytes = Math.Max(load.Bytes, (int)bytes.GetDouble()) };
    }

    private static string Id(JsonElement told) => told.GetProperty("requestId").GetString()!;

    private static string Kind(JsonElement told) => told.TryGetProperty("type", out var kind) ? kind.GetString()! : "";

    private sealed record Load(string Url, string Kind, int Bytes = 0);
}
