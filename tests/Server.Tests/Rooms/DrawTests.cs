using Faubourg.Domain.Draws;

namespace Faubourg.Server.Tests.Rooms;

public sealed class DrawTests
{
    [Fact]
    public async Task Dice_typed_by_one_phone_and_seen_by_another_call_the_roles()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Hat.Closed(doorway);
        Assert.Contains("The list is closed", await phones[4].Page());
        await phones[0].Say("draw", new { way = "dice", numbers = "3 5 1 4 2 6 6 2" });
        Assert.Equal("NeedsOwnDevice", await phones[0].Refusal("confirmation", new { seen = true }));
        Assert.Contains("Is this what you saw?", await phones[1].Page());
        await phones[1].Say("confirmation", new { seen = true });

        var page = await phones[4].Page();
        Assert.Contains("data-once", page);
        Assert.Contains("<span class=\"die\">3</span>", page);
        Assert.Equal([Role.Facilitator, Role.Companion, Role.NoteKeeper], (await doorway.Room()).Roles.Keys);
    }

    [Fact]
    public async Task What_somebody_did_not_see_is_typed_again()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Hat.Closed(doorway, "slips");
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
        var phones = await Hat.Closed(doorway, way);
        Assert.Equal(refusal, await phones[0].Refusal("draw", new { way, numbers }));
    }

    [Fact]
    public async Task Names_from_a_hat_are_typed_in_the_order_drawn()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Hat.Closed(doorway, "hat");
        var eligible = (await phones[0].Json()).GetProperty("draw").GetProperty("eligible");
        string Numbers(string role) => string.Join(", ", eligible.GetProperty(role).EnumerateArray().Reverse());
        await phones[0].Say("draw", new { way = "hat", facilitator = Numbers("facilitator"), companion = Numbers("companion"), note_keeper = Numbers("note-keeper") });
        await phones[1].Say("confirmation", new { seen = true });

        var council = (await doorway.State()).Council;
        Assert.Equal(eligible.GetProperty("facilitator").EnumerateArray().Last().GetInt32(), council.Calls.First(c => c.Role == Role.Facilitator).Number);
        Assert.Contains("Drawn in this order", await phones[2].Page("draws/1"));
    }
}
