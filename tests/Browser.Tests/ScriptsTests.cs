using System.Globalization;
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
