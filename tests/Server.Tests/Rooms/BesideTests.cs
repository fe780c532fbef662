namespace Faubourg.Server.Tests.Rooms;

public sealed class BesideTests
{
    [Fact]
    public async Task Four_people_without_a_phone_sit_beside_one_each_with_a_number()
    {
        await using var doorway = await Doorway.Open();
        for (var n = 0; n < 4; n++) await doorway.Opener.Say("neighbours", new { name = $"Neighbour {n + 1}" });

        Assert.Equal("NoMoreBeside", await doorway.Opener.Refusal("neighbours"));
        Assert.Equal([1, 2, 3, 4], (await doorway.Room()).Seats.Values.Where(s => s.Paper is not null).Select(s => s.Paper!.Value));
        Assert.Contains("Pass the phone to number 3", await doorway.Opener.Page("neighbours"));
    }

    [Fact]
    public async Task A_passed_phone_is_blank_then_shows_one_hand_and_stays_there_until_it_is_given_back()
    {
        await using var doorway = await Doorway.Open();
        await doorway.Opener.Say("neighbours", new { name = "Rose" });
        await doorway.Opener.Say("name", new { name = "Amina" });
        Assert.DoesNotContain("Amina", await doorway.Opener.Page("neighbours/1"));

        var hand = await doorway.Opener.Page("neighbours/1/hand");
        Assert.Contains("name=\"paper\" value=\"1\"", hand);
        Assert.DoesNotContain("Amina", hand);
        Assert.DoesNotContain("Let my neighbour in", hand);
        var said = await doorway.Opener.Say("willingness", new { paper = 1, facilitator = true });
        Assert.EndsWith("/neighbours/1/hand", said.GetProperty("location").GetString());
        Assert.NotNull((await doorway.Room()).Seats[2].Willing);
        Assert.Null((await doorway.Room()).Seats[1].Willing);
        Assert.Contains("Give the phone back", await doorway.Opener.Page("neighbours/1/back"));
    }

    [Fact]
    public async Task Whoever_goes_home_from_beside_a_phone_gives_it_back()
    {
        await using var doorway = await Doorway.Open();
        await doorway.Opener.Say("neighbours");
        await doorway.Opener.Say("name", new { name = "Amina" });
        var said = await doorway.Opener.Say("departure", new { paper = 1 });

        Assert.EndsWith("/neighbours/1/back", said.GetProperty("location").GetString());
        Assert.Contains("Give the phone back", await doorway.Opener.Page("neighbours/1/back"));
        Assert.Equal(1, (await doorway.Room()).PresentCount);
    }

    [Fact]
    public async Task Another_phone_cannot_act_for_them()
    {
        await using var doorway = await Doorway.Open();
        var other = (await doorway.Seat(1))[0];
        await doorway.Opener.Say("neighbours");

        Assert.Equal("NotSeated", await other.Refusal("willingness", new { paper = 1 }));
        Assert.StartsWith("→", await other.Page("neighbours/1/hand"));
    }
}
