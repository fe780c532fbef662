using System.Diagnostics;
using System.Text.RegularExpressions;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

public sealed partial class DrawTests
{
    [Fact]
    public async Task Dice_typed_by_one_phone_and_seen_by_another_call_the_roles()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Closed(doorway);
        Assert.Contains("The list is closed", await phones[4].Page());
        await phones[0].Say("draw", new { way = "dice", numbers = "3 5 1 4 2 6 6 2" });
        Assert.Equal("NeedsOwnDevice", await phones[0].Refusal("confirmation", new { seen = true }));
        Assert.Contains("Is this what you saw?", await phones[1].Page());
        await phones[1].Say("confirmation", new { seen = true });

        var page = await phones[4].Page();
        Assert.Contains("data-once", page);
        Assert.Contains("35142662", page);
        Assert.Equal([Role.Facilitator, Role.Companion, Role.NoteKeeper], (await doorway.Room()).Roles.Keys);
    }

    [Fact]
    public async Task What_somebody_did_not_see_is_typed_again()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Closed(doorway);
        await phones[0].Say("draw", new { way = "slips", numbers = "0412 7731 9086" });
        await phones[1].Say("confirmation", new { seen = false });

        Assert.Null((await doorway.Room()).Draw!.Typed);
        await phones[1].Say("draw", new { way = "slips", numbers = "0412 7731 9087" });
        await phones[0].Say("confirmation", new { seen = true });
        Assert.Equal("0412;7731;9087", (await doorway.State()).Council.Draws[0].Numbers);
    }

    [Theory]
    [InlineData("dice", "3514266", "NotDice")]
    [InlineData("dice", "35142667", "NotDice")]
    [InlineData("slips", "0412 7731", "NotSlips")]
    [InlineData("hat", null, "NotThatHat")]
    public async Task What_nobody_can_have_seen_is_refused(string way, string? numbers, string refusal)
    {
        await using var doorway = await Doorway.Open();
        var phones = await Closed(doorway);
        Assert.Equal(refusal, await phones[0].Refusal("draw", new { way, numbers }));
    }

    [Fact]
    public async Task Names_from_a_hat_are_typed_in_the_order_drawn()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Closed(doorway);
        var eligible = (await phones[0].Json()).GetProperty("draw").GetProperty("eligible");
        string Hat(string role) => string.Join(", ", eligible.GetProperty(role).EnumerateArray().Reverse());
        await phones[0].Say("draw", new { way = "hat", facilitator = Hat("facilitator"), companion = Hat("companion"), note_keeper = Hat("note-keeper") });
        await phones[1].Say("confirmation", new { seen = true });

        var council = (await doorway.State()).Council;
        Assert.Equal(eligible.GetProperty("facilitator").EnumerateArray().Last().GetInt32(), council.Calls.First(c => c.Role == Role.Facilitator).Number);
        Assert.Contains("Drawn in this order", await phones[2].Page("draws/1"));
    }

    [Theory]
    [InlineData("dice", "35142662")]
    [InlineData("slips", "0412 7731 9086")]
    public async Task Every_line_of_the_transcript_page_prints_in_a_shell_what_stands_beside_it(string way, string numbers)
    {
        await using var doorway = await Doorway.Open();
        var phones = await Closed(doorway);
        await phones[0].Say("draw", new { way, numbers });
        await phones[1].Say("confirmation", new { seen = true });
        var lines = Lines().Matches(await phones[2].Page("draws/1"));

        Assert.True(lines.Count > 10, $"{lines.Count} lines");
        foreach (Match line in lines) Assert.Equal(line.Groups[2].Value, (await Sh(line.Groups[1].Value)).Split(' ')[0]);
        var proof = await phones[2].Json("draws/1");
        Assert.Contains(lines, line => line.Groups[2].Value == proof.GetProperty("seed").GetString());
        Assert.Contains(lines, line => line.Groups[2].Value == proof.GetProperty("roll_sha256").GetString());
    }

    [Fact]
    public async Task While_the_council_lives_its_draw_is_the_rooms_own_and_afterwards_anybodys()
    {
        await using var doorway = await Doorway.Open();
        await Closed(doorway);
        var stranger = new Doorway.Phone(doorway);
        Assert.StartsWith("→", await stranger.Page("draws/1"));
        doorway.Clock.Pass(Duration.FromHours(2));
        await doorway.Opener.Refusal("name");
        await doorway.Convene();
        Assert.Contains("How the draw was made", await stranger.Page("/quarters/lilas/councils/1/draws/1"));
    }

    [Fact]
    public async Task Stepping_back_calls_the_next_and_is_never_asked_why()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Drawn(doorway);
        var first = (await doorway.Room()).Roles[Role.NoteKeeper];
        var holder = phones[first - 2];
        Assert.Contains("step back as note-keeper", await holder.Page());
        await holder.Say("roles/note-keeper");

        Assert.NotEqual(first, (await doorway.Room()).Roles[Role.NoteKeeper]);
        Assert.Equal("NotYourRole", await holder.Refusal("roles/note-keeper"));
        Assert.Equal("NotYourRole", await holder.Refusal("roles/king"));
    }

    [Fact]
    public async Task Whoever_held_a_role_last_time_is_left_out_of_that_hat_by_the_slip_on_their_phone()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Drawn(doorway);
        var held = phones[(await doorway.Room()).Roles[Role.NoteKeeper] - 2];
        doorway.Clock.Pass(Duration.FromHours(2));
        await doorway.Convene();
        foreach (var phone in phones.Prepend(doorway.Opener).Distinct()) await phone.Try("seats", new { token = await doorway.Token() });
        foreach (var phone in phones) await phone.Say("willingness", new { note_keeper = true });
        foreach (var phone in phones[..2]) await phone.Say("heads", new { heads = 6 });
        await phones[0].Say("roll");

        var draw = (await doorway.State()).Council.Draws[0];
        var mark = (await held.Json()).GetProperty("seat").GetProperty("mark").GetString()!;
        var number = draw.Roll.IndexOf(draw.Roll.Single(line => line.EndsWith(';' + mark))) + 1;
        Assert.DoesNotContain(number, draw.Eligible[Role.NoteKeeper]);
        Assert.Equal(phones.Length - 1, draw.Eligible[Role.NoteKeeper].Length);
        Assert.Contains("stayed out of a hat", await phones[0].Page("draws/1"));
    }

    /// <summary>Five phones that would take a role, six heads, the list closed.</summary>
    private static async Task<Doorway.Phone[]> Closed(Doorway doorway)
    {
        var phones = await doorway.Seat(5);
        foreach (var (phone, n) in phones.Select((p, n) => (p, n)))
            await phone.Say("willingness", new { facilitator = true, note_keeper = true, first_time = n < 2 });
        foreach (var phone in phones[..2]) await phone.Say("heads", new { heads = 6 });
        await phones[0].Say("roll");
        return phones;
    }

    private static async Task<Doorway.Phone[]> Drawn(Doorway doorway)
    {
        var phones = await Closed(doorway);
        await phones[0].Say("draw", new { way = "dice", numbers = "35142662" });
        await phones[1].Say("confirmation", new { seen = true });
        return phones;
    }

    private static async Task<string> Sh(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await shell.StandardInput.WriteAsync(line + "\n");
        shell.StandardInput.Close();
        return await shell.StandardOutput.ReadToEndAsync();
    }

    [GeneratedRegex("""<pre class="shell" tabindex="0"><code>(.*?)</code></pre>\s*<p class="prints"><code>([0-9a-f]{64})</code></p>""", RegexOptions.Singleline)]
    private static partial Regex Lines();
}
