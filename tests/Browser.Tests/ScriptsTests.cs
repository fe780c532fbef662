using System.Globalization;
using Faubourg.Browser.Tests.Draws;
using Faubourg.Web.Rehearsal;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>What a page does by itself, beyond what its forms do.</summary>
public sealed class ScriptsTests(Stage stage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_voters_own_page_finds_their_ballot_among_the_counted_ones()
    {
        await using var own = await Visitor.Come(stage, Eyes.Phone);
        await using var other = await Visitor.Come(stage, Eyes.Phone);
        var found = false;
        await Play("landlord", async (player, what) =>
        {
            if (what.StartsWith("Omar change", StringComparison.Ordinal))
            {
                await own.Be(player.SecretOf("Awa"));
                await own.Go(player.CouncilUrl + "/ballots");
                await other.Be(player.SecretOf("Awa"));
            }
            else if (what.StartsWith("Décidé", StringComparison.Ordinal))
            {
                await own.Go(player.CouncilUrl + "/counts");
                var mine = own.Page.Locator("tr[aria-current=true]");
                await Assertions.Expect(mine).ToHaveCountAsync(1);
                var rows = await own.Page.Locator("tr[data-receipt]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.getAttribute('aria-current') ?? '')");
                await Assertions.Expect(own.Page.Locator("#mine")).ToContainTextAsync((Array.IndexOf(rows, "true") + 1).ToString(CultureInfo.InvariantCulture));

                // The same neighbour in another tab, which never saw the receipt, is told nothing.
                await other.Go(player.CouncilUrl + "/counts");
                await Assertions.Expect(other.Page.Locator("#mine")).ToBeHiddenAsync();
                await Assertions.Expect(other.Page.Locator("tr[aria-current]")).ToHaveCountAsync(0);
                found = true;
            }
        });
        Assert.True(found);
        Assert.Empty(own.Errors);
    }

    [Fact]
    public async Task While_the_guides_page_is_read_it_says_so_at_most_every_half_minute_and_only_when_the_step_is_due()
    {
        await using var guide = await Visitor.Come(stage, Eyes.Phone);
        var beats = new List<int>();
        guide.Page.Response += (_, answer) => { if (answer.Url.EndsWith("/guiding", StringComparison.Ordinal)) beats.Add(answer.Status); };
        await Play("bench", async (player, what) =>
        {
            if (!what.StartsWith("Is this our question?", StringComparison.Ordinal)) return;
            await guide.Be(player.SecretOf((await player.Drawn("facilitator", Stop))!));
            await guide.Go(player.CouncilUrl);
            var due = long.Parse((await guide.Page.Locator("[data-beat]").GetAttributeAsync("data-due"))!, CultureInfo.InvariantCulture);
            await guide.Page.Clock.InstallAsync(new() { TimeDate = DateTimeOffset.FromUnixTimeMilliseconds(due - 60_000).UtcDateTime });
            await guide.Go(player.CouncilUrl);
            await guide.Page.Clock.RunForAsync(20_000);
            Assert.Empty(beats);
            await guide.Page.RunAndWaitForResponseAsync(() => guide.Page.Clock.RunForAsync(20_000), "**/guiding");
            await guide.Page.RunAndWaitForResponseAsync(() => guide.Page.Clock.RunForAsync(30_000), "**/guiding");
        });
        Assert.Equal([200, 200], beats);
    }

    [Fact]
    public async Task News_that_comes_while_a_page_asks_for_earlier_news_is_shown()
    {
        await using var house = await House.Open(3);
        await using var phone = await house.Holding(stage, 3);
        await phone.Page.RouteAsync("**/live*", stream => stream.AbortAsync());
        await phone.Page.ReloadAsync();
        await phone.Reads("room.willing");
        // Whatever is asked from now on waits; both answers come one right after the other.
        await phone.Page.EvaluateAsync("() => { const real = fetch; window.held = []; window.fetch = async (...asked) => { const answer = await real(...asked); if (held) await new Promise(go => held.push(go)); return answer; }; }");
        await phone.Page.EvaluateAsync("() => { dispatchEvent(new CustomEvent('faubourg:you')); }");
        await phone.Page.WaitForFunctionAsync("() => held.length > 0");
        await house.Does(3, "willingness", new { facilitator = true });
        await phone.Page.EvaluateAsync("() => { dispatchEvent(new CustomEvent('faubourg:you')); const all = held; held = null; for (const go of all) go(); }");
        await Assertions.Expect(phone.Page.Locator("#willing")).ToHaveCountAsync(0);
        Assert.Empty(phone.Errors);
    }

    /// <param name="evening">Which is played.</param>
    /// <param name="before">Before each line, with what comes now.</param>
    private async Task Play(string evening, Func<Player, string, Task> before)
    {
        Player player = null!;
        player = new Player(stage.Http, Stage.Evening(evening), Tempo.WithoutPauses)
        {
            OnLine = (_, _, what) => Task.Run(() => before(player, what)).GetAwaiter().GetResult(),
        };
        await Task.Run(() => player.Play(Stop), Stop);
    }
}
