namespace Faubourg.Server.Tests.Rooms;

public sealed class HeadsTests
{
    [Fact]
    public async Task Two_phones_type_the_same_number()
    {
        await using var doorway = await Doorway.Open();
        var phones = await doorway.Seat(2);
        await phones[0].Say("heads", new { heads = 4 });
        Assert.Contains("A second one, please", await phones[1].Page());
        await phones[1].Say("heads", new { heads = 5 });
        Assert.Contains("count once more", await phones[1].Page());
        await phones[0].Say("heads", new { heads = 5 });

        Assert.Equal(5, (await doorway.Room()).Heads);
        Assert.Contains("We are 5.", await phones[1].Page());
    }

    [Fact]
    public async Task More_seats_than_heads_are_said_and_everybody_scans_again()
    {
        await using var doorway = await Doorway.Open();
        var phones = await doorway.Seat(3);
        Assert.Equal("NothingToMend", await phones[0].Refusal("rescan"));
        var page = await phones[0].Page("rescan");
        Assert.Contains("nothing needs mending", page);
        Assert.DoesNotContain("action=\"" + doorway.Url + "/rescan\"", page);
        foreach (var phone in phones[..2]) await phone.Say("heads", new { heads = 3 });
        Assert.Contains("4 seats but 3 heads", await phones[2].Page());

        var said = await phones[0].Say("rescan");
        Assert.EndsWith("/door", said.GetProperty("location").GetString());
        Assert.Contains("scan the door once more", await phones[1].Page());
        await phones[1].Say("seats", new { token = await doorway.Token() });
        await doorway.Opener.Say("seats", new { token = await doorway.Token() });
        Assert.Equal(3, (await doorway.Room()).PresentCount);
    }

    [Fact]
    public async Task A_number_out_of_bounds_is_said_beside_the_field()
    {
        await using var doorway = await Doorway.Open();
        var (status, json) = await doorway.Opener.Try("heads", new { heads = 0 });
        Assert.Equal(422, status);
        Assert.True(json.GetProperty("fields").TryGetProperty("heads", out _));
    }
}
