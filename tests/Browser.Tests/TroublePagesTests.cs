using System.Net.Http.Json;
using System.Text.Json;

namespace Faubourg.Browser.Tests;

/// <summary>What somebody sees when something did not go through: as open to everybody as any other page.</summary>
public sealed class TroublePagesTests(Stage stage)
{
    private static readonly string Secret = new('A', 43);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_here_and_our_own_fault()
    {
        await using var inspection = await Inspection.Of(stage);
        await inspection.At("/nowhere", null, "trouble 404", parts: 2, status: 404);
        await inspection.At("/quarters/nowhere/councils/7", null, "trouble 404 council", parts: 2, status: 404);
        await inspection.At(Stage.Broken, null, "trouble 500", parts: 2, status: 500);
        inspection.FindsNothing();
    }

    [Fact]
    public async Task Not_now_too_long_and_not_so()
    {
        await using var inspection = await Inspection.Of(stage);
        var quarter = await Made("/quarters", new { name = "Rue des Refus", place = "Lyon", languages = new[] { "fr" }, zone = "Europe/Paris" });
        var council = await Made(quarter + "/councils", new { question = "Who sweeps the stairs?", place = "on the stairs", quick = "now", minutes = 60, attendance = "room", method = "consent" });
        await Made(council + "/seats", new { });
        await inspection.After(visitor => Send(visitor, council, council + "/floor", "", 409), "trouble 409", parts: 3);
        await inspection.After(visitor => Send(visitor, council, council + "/tasks", "what=Buy+a+broom", 409), "trouble 409 with a form", parts: 3);
        await inspection.After(visitor => Send(visitor, quarter + "/corners/new", quarter + "/corners", "line=" + new string('x', 70_000), 413), "trouble 413", parts: 2);
        await inspection.After(visitor => Send(visitor, "/quarters/new", "/quarters", "name=x", 422), "trouble 422", parts: 2);
        inspection.FindsNothing();
    }

    [Fact]
    public async Task Too_many_at_once()
    {
        await using var inspection = await Inspection.Of(stage);
        // People on this machine itself are not counted; whoever comes through an unnamed proxy is.
        await inspection.After(async visitor =>
        {
            await visitor.Page.SetExtraHTTPHeadersAsync([new("X-Forwarded-For", "192.0.2.7")]);
            await visitor.Go("/quarters/new");
            await visitor.Page.EvaluateAsync("async () => { while ((await fetch('/quarters', { method: 'POST', body: new URLSearchParams('name=x') })).status === 422); }");
            await Send(visitor, "/quarters/new", "/quarters", "name=x", 429);
        }, "trouble 429", parts: 2);
        inspection.FindsNothing();
    }

    /// <summary>A form of ours with other words in it than the page would let anybody choose, sent by the browser itself.</summary>
    private static async Task Send(Visitor visitor, string from, string to, string fields, int status)
    {
        await visitor.Be(Secret);
        await visitor.Go(from);
        var answer = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.EvaluateAsync(
                """
                ([to, fields]) => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = to;
                  for (const [name, value] of new URLSearchParams(fields)) {
                    const box = document.createElement('textarea');
                    box.name = name;
                    box.value = value;
                    form.append(box);
                  }
                  document.body.append(form);
                  form.submit();
                }
                """,
                new[] { to, fields }),
            answer => answer.Request.Method == "POST");
        Assert.Equal(status, answer.Status);
        await visitor.Page.WaitForLoadStateAsync();
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
    }

    private async Task<string> Made(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Authorization", "Bearer " + Secret);
        using var answer = await stage.Http.SendAsync(request, Stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {said}");
        return said.GetProperty("location").GetString()!;
    }
}
