using Faubourg.Web;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>Whole evenings through the addresses that neighbours use.</summary>
public sealed class PlayTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly Tempo Impatient = Tempo.WithoutPauses with { ForAnAnswer = TimeSpan.FromMilliseconds(100), BeforeHelp = TimeSpan.Zero };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bench", 190)]
    [InlineData("landlord", 120)]
    [InlineData("no-agreement", 90)]
    public async Task An_evening_is_played_to_the_end_that_its_script_tells(string name, int acts)
    {
        var script = Stage.Evening(name);
        var played = await new Player(stage.Http, script, Tempo.WithoutPauses).Play(Stop);

        Assert.Equal(script.Ends.Outcome, played.Outcome);
        Assert.InRange(played.Accepted.Length, acts, 1000);
        Assert.Equal(played.Accepted.Length, played.Accepted.Select(done => done.Revision).Distinct().Count());

        var page = await stage.Http.GetStringAsync($"/rehearsals/{played.Slug}/councils/{played.Council}", Stop);
        Assert.Contains("This is a rehearsal", page, StringComparison.Ordinal);
        if (script.Ends.Decision is { } decision) Assert.Contains(decision, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    /// <summary>The three months after the evening, as the script tells them; and whatever its councils could decide of others' work, through its forms.</summary>
    [Fact]
    public async Task What_follows_the_evening_is_played_and_told()
    {
        var deeds = new DeedForms(stage);
        var player = new Player(stage.Http, Stage.Whole("bench"), Tempo.WithoutPauses) { OnLine = (_, _, what) => deeds.Before(what).GetAwaiter().GetResult() };
        deeds.Of = player;
        var played = await player.Play(Stop);
        Assert.Equal(DeedForms.All, deeds.Sent);
        var quarter = await stage.Quarter(played.Slug);
        Assert.Equal((6, 2), (quarter.Councils.Count, quarter.Projects.Count));
        // What was lived through is told: a card to print.
        var story = await stage.Http.GetStringAsync($"/rehearsals/{played.Slug}/stories/1", Stop);
        Assert.Contains("We mend our own bench without asking anyone (confirmed by a later council)", System.Net.WebUtility.HtmlDecode(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_every_page_print_and_export_a_rehearsal_says_that_it_is_one()
    {
        string before = "", seated = "";
        Player? player = null;
        player = new Player(stage.Http, Stage.Evening("bench"), Tempo.WithoutPauses)
        {
            OnLine = (_, _, what) =>
            {
                if (what == "Amina sits down first") before = Silent(player!, "", "/sheet", "/council.ics").GetAwaiter().GetResult();
                if (what == "Round two") seated = Silent(player!, "").GetAwaiter().GetResult();
            },
        };
        await player.Play(Stop);
        var over = await Silent(player, "", "/poster", "/poster?size=a3", "/chalk", "/chalk.txt", "/minutes.md", "/minutes.json", "/entry.atom");
        var quarter = await Silent(player, "/../..", "/../../calendar.ics", "/../../feed.atom", "/../../sheet");
        Assert.Equal(("", "", "", ""), (before, seated, over, quarter));
    }

    [Fact]
    public async Task The_example_of_the_format_page_can_be_played() =>
        Assert.Equal("decided", (await new Player(stage.Http, ScriptTests.Read(ScriptTests.Example), Tempo.WithoutPauses).Play(Stop)).Outcome);

    [Fact]
    public async Task What_goes_otherwise_than_written_is_told_with_its_act()
    {
        var script = ScriptTests.Read(ScriptTests.Example.Replace("\"from\": \"tasking\"", "\"from\": \"hearing\"", StringComparison.Ordinal));
        var stumbled = await Assert.ThrowsAsync<StumbledException>(() => new Player(stage.Http, script, Tempo.WithoutPauses).Play(Stop));
        Assert.Equal(20, stumbled.Line + 1);
        Assert.Contains("NotAtThisStep", stumbled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_other_than_written_is_told()
    {
        var script = ScriptTests.Read(ScriptTests.Example.Replace("\"taken\": 1", "\"taken\": 2", StringComparison.Ordinal));
        var stumbled = await Assert.ThrowsAsync<StumbledException>(() => new Player(stage.Http, script, Tempo.WithoutPauses).Play(Stop));
        Assert.Contains("2 tasks taken, not 1", stumbled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_sits_down_proposes_and_asks_the_room_and_the_evening_goes_on_around_them()
    {
        var guest = Stage.Guest(stage.Http);
        Player? player = null;
        player = new Player(stage.Http, Stage.Evening("bench"), Impatient)
        {
            HasGuests = true,
            OnLine = (line, _, what) =>
            {
                if (what.StartsWith("Benoît, Chiara: room.heads", StringComparison.Ordinal) || what.StartsWith("The room counts", StringComparison.Ordinal)) Sit().GetAwaiter().GetResult();
                if (what.StartsWith("Chiara proposes", StringComparison.Ordinal)) Speak().GetAwaiter().GetResult();
            },
        };
        var played = await player.Play(Stop);

        Assert.Equal("decided", played.Outcome);
        var minutes = await guest.Send("guest", HttpMethod.Get, player.CouncilUrl + "/minutes.json", null, Stop);
        Assert.Equal(4, minutes.Json.GetProperty("proposals").GetArrayLength());
        Assert.Contains("armrest", minutes.Json.GetProperty("decision").GetProperty("what").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, minutes.Json.GetProperty("tasks").GetArrayLength());

        async Task Sit()
        {
            var door = await player!.LetIn(Stop);
            await Good(player.CouncilUrl + "/seats", new() { ["token"] = door!.Split('/')[^1] });
        }

        async Task Speak()
        {
            await Good(player!.CouncilUrl + "/proposals", new() { ["what"] = "Sit on the wall instead" });
            await Good(player.CouncilUrl + "/questions", new() { ["kind"] = "names-on-wall" });
        }

        async Task Good(string url, Dictionary<string, object?> body)
        {
            var heard = await guest.Send("guest", HttpMethod.Post, url, body, Stop);
            Assert.True(heard.IsGood, heard.ToString());
        }
    }

    [Fact]
    public async Task A_guest_who_is_drawn_and_does_nothing_is_thanked_and_the_evening_goes_on()
    {
        // Only the guest is willing: every hat holds one name.
        var script = ScriptTests.Read(ScriptTests.Example);
        script = script with { Play = script.Play.RemoveAll(line => line.Do == Forms.SayWilling.Name), Times = [.. script.Times.Where((_, i) => script.Play[i].Do != Forms.SayWilling.Name)] };
        var guest = Stage.Guest(stage.Http);
        Player? player = null;
        player = new Player(stage.Http, script, Impatient)
        {
            HasGuests = true,
            OnLine = (_, _, what) =>
            {
                if (what == "Ada: room.roll") Sit().GetAwaiter().GetResult();
            },
        };
        var played = await player.Play(Stop);
        Assert.Equal("decided", played.Outcome);

        async Task Sit()
        {
            var door = await player!.LetIn(Stop);
            await guest.Send("guest", HttpMethod.Post, player.CouncilUrl + "/seats", new Dictionary<string, object?> { ["token"] = door!.Split('/')[^1] }, Stop);
            var willing = new Dictionary<string, object?> { ["facilitator"] = true, ["note_keeper"] = true };
            Assert.True((await guest.Send("guest", HttpMethod.Post, player.CouncilUrl + "/willingness", willing, Stop)).IsGood);
        }
    }

    /// <summary>Those of a council's addresses at which the word does not stand.</summary>
    private async Task<string> Silent(Player player, params string[] ends)
    {
        var silent = new List<string>();
        foreach (var end in ends)
        {
            using var answer = await stage.Http.GetAsync(player.CouncilUrl + end, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            if (!answer.IsSuccessStatusCode || !Says(text)) silent.Add($"{end} ({(int)answer.StatusCode})");
        }

        return string.Join(", ", silent);
    }

    /// <summary>The address of a page holds the word anyway: that does not count.</summary>
    private static bool Says(string text) =>
        text.Replace("rehearsals", "", StringComparison.Ordinal).Contains("rehearsal", StringComparison.OrdinalIgnoreCase)
        && (text.Contains("is a rehearsal", StringComparison.OrdinalIgnoreCase) || text.Contains("\"rehearsal\":true", StringComparison.Ordinal)
            || text.Contains("REHEARSAL", StringComparison.Ordinal) || text.Contains("Rehearsal", StringComparison.Ordinal));
}
