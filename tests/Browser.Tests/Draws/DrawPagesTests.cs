using System.Text.RegularExpressions;
using Faubourg.Domain.Draws;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>A draw at real browsers: phones take part unseen and unasked, one is cut off, one has scripts off; then the page does it again.</summary>
public sealed class DrawPagesTests(Stage stage)
{
    private const int Seats = 6;

    [Fact]
    public async Task Phones_seal_and_open_by_themselves_and_the_page_finds_the_same()
    {
        await using var house = await House.Open(Seats);
        await using var ada = await house.Holding(stage, 3);
        await using var ben = await house.Holding(stage, 4, new Eyes(320, Dark: true, Language: "fr"));
        await using var cut = await house.Holding(stage, 5);
        await using var plain = await house.Holding(stage, 6, new Eyes(Scripts: false));
        foreach (var visitor in new[] { ada, ben, cut, plain }) await visitor.Press("room.willing.first");
        var late = new TaskCompletionSource();
        await cut.Page.RouteAsync("**/commitments", async route => { await late.Task; await route.ContinueAsync(); });
        await cut.Page.RouteAsync("**/reveals", route => route.AbortAsync());

        var promised = new[] { ada, ben }.Select(visitor => visitor.Page.WaitForResponseAsync("**/commitments")).ToArray();
        await house.Does(1, "roll", new { way = "dice" });
        await Task.WhenAll(promised);
        await ada.Reads("draws.phase.Committing");
        await ada.Look("draw phones seal");
        var again = ben.Page.WaitForResponseAsync("**/commitments");
        await ben.Page.ReloadAsync();
        Assert.Equal(409, (await again).Status);

        var told = new[] { ada, ben }.Select(visitor => visitor.Page.WaitForResponseAsync("**/reveals")).ToArray();
        late.SetResult();
        foreach (var answer in await Task.WhenAll(told)) Assert.Equal(200, answer.Status);
        house.Now = (await house.Room()).Draw!.Ends!.Value;
        await house.Does(1, "draw", new { way = "dice", numbers = "35142662" });

        var draw = (await house.State()).Draws[0];
        Assert.Equal((3, 2), (draw.Commitments!.Value.Length, draw.Reveals!.Count));
        await plain.Go(house.Council);
        await plain.Press("room.draw.yes");
        await ada.Reads("room.role.Facilitator");
        await Recomputes(house, ada, ben, plain);
        Assert.Empty(new[] { ada, ben, plain }.SelectMany(visitor => visitor.Errors.Concat(visitor.Strays)));
    }

    [Fact]
    public async Task A_draw_given_up_stays_to_be_seen_and_the_next_has_the_next_number()
    {
        await using var house = await House.Open(Seats);
        foreach (var seat in new[] { 3, 4 }) await house.Does(seat, "willingness", new { facilitator = true });
        await house.Does(1, "roll", new { way = "dice" });
        await using var ada = await house.Holding(stage, 3);
        foreach (var seat in new[] { 1, 2 }) await house.Does(seat, "abandonment", new { });
        await ada.Sees(ada.Words.Count("draws.abandon.said", 2));
        await ada.Page.Locator("#abandon > summary").ClickAsync();
        await ada.Press("draws.abandon.act");
        await house.Does(1, "roll", new { way = "slips" });
        await house.Does(1, "draw", new { way = "slips", numbers = "0412 7731 9086" });
        await house.Does(2, "confirmation", new { seen = false });
        await house.Does(1, "draw", new { way = "slips", numbers = "0412 7731 9087" });
        await house.Does(2, "confirmation", new { seen = true });

        await ada.Go(house.Council + "/draws/2");
        await ada.Sees(ada.Words.Count("draws.doubted", 1));
        await ada.Page.Locator("nav a[href$='/draws/1']").ClickAsync();
        await ada.Reads("draws.abandoned.lead", ("when", ada.Words["draws.abandoned.Numbers"]));
        await ada.Look("draw given up");
        Assert.Empty(await ada.Barriers());
        Assert.Empty(ada.Errors);
    }

    private static async Task Recomputes(House house, Visitor ada, Visitor ben, Visitor plain)
    {
        foreach (var visitor in new[] { ada, ben })
        {
            await visitor.Go(house.Council + "/draws/1");
            await Assertions.Expect(visitor.Page.Locator("[data-redone].same")).ToBeVisibleAsync();
            await visitor.Sees(visitor.Words.Count("draws.phones.missing", 1));
            Assert.Empty(await visitor.Barriers());
            Assert.True(await visitor.Overhang() <= 0, await visitor.Widest());
            await visitor.Look("draw redone");
        }

        await plain.Go(house.Council + "/draws/1");
        await Assertions.Expect(plain.Page.Locator("noscript .note").First).ToBeVisibleAsync();
        var page = await house.Told(3, "draws/1");
        foreach (var (was, becomes, where) in Tampered(page))
        {
            house.Instead = page.Replace(was, becomes, StringComparison.Ordinal);
            await ada.Go(House.Tampered);
            await ada.Sees(ada.Words["draws.redone.notsame.one", ("n", 1)]);
            await Assertions.Expect(ada.Page.Locator(where)).ToHaveCountAsync(1);
        }

        await ada.Look("draw tampered");
    }

    /// <summary>What somebody between the host and the reader could change, and the place that is then marked.</summary>
    private static IEnumerable<(string Was, string Becomes, string Where)> Tampered(string page)
    {
        var mark = Regex.Match(page, "<code class=\"quiet\">([a-z-]+)</code>").Groups[1].Value;
        yield return ($"<code class=\"quiet\">{mark}</code>", "<code class=\"quiet\">sly-fox</code>", "[data-line=roll].differs");
        var ticket = Regex.Match(page, "data-line=\"(ticket[^\"]*)\".*?<p class=\"prints\"><code>([0-9a-f]{64})", RegexOptions.Singleline);
        yield return (ticket.Groups[2].Value, new string('0', 64), $"[data-line=\"{ticket.Groups[1].Value}\"].differs");
        var nonce = Regex.Match(page, @"reveal;(\d+);([0-9a-f]{64})");
        yield return ($"reveal;{nonce.Groups[1].Value};{nonce.Groups[2].Value}", $"reveal;{nonce.Groups[1].Value};{Hash64}", "[data-line=seed].differs");
    }

    private static string Hash64 => new('a', 64);
}
