using Faubourg.Web.Councils;

namespace Faubourg.Server.Tests.Rooms;

public sealed class LostPhoneTests
{
    [Fact]
    public async Task A_lost_phone_is_replaced_when_two_say_so_and_everybody_sees_it()
    {
        await using var doorway = await Doorway.Open();
        var phones = await doorway.Seat(3);
        var room = await doorway.Room();
        var (mark, lost) = (room.Seats[2].Mark, phones[0]);
        var found = new Doorway.Phone(doorway);
        await found.Say("reclaims", new { mark = SeatMarks.Say(Faubourg.Web.Words.In("fr"), mark), token = await doorway.Token() });
        Assert.Contains(SeatMarks.Say(Faubourg.Web.Words.In("en"), mark), await phones[1].Page());
        Assert.Contains("You asked for the seat", await found.Page());

        await phones[1].Say("vouchers", new { seat = 2 });
        Assert.Equal("NotSeated", await found.Refusal("name"));
        await phones[2].Say("vouchers", new { seat = 2 });
        await found.Say("name", new { name = "Léa" });
        Assert.Equal("NotSeated", await lost.Refusal("name"));
    }

    [Fact]
    public async Task Whoever_leaves_is_outside_and_may_scan_again()
    {
        await using var doorway = await Doorway.Open();
        var phone = (await doorway.Seat(1))[0];
        Assert.Contains("Going home?", await phone.Page("departure"));
        await phone.Say("departure");
        Assert.Contains("You had a seat here", await phone.Page());
        await phone.Say("seats", new { token = await doorway.Token() });
        Assert.Equal(2, (await doorway.Room()).Seats.Count);
        Assert.Equal(2, (await doorway.Room()).PresentCount);
    }
}
