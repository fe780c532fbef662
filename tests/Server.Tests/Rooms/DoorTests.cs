using System.Net;
using Faubourg.Domain.Councils;
using Faubourg.Web.Councils;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

public sealed class DoorTests
{
    [Fact]
    public async Task A_neighbour_without_scripts_is_seated_in_two_taps()
    {
        await using var doorway = await Doorway.Open();
        var neighbour = new Doorway.Browser(doorway);
        await neighbour.Open($"{doorway.Url}/door/{await doorway.Token()}");
        await neighbour.Press("Take a seat");

        Assert.Equal(2, neighbour.Taps);
        Assert.Contains("You are in.", neighbour.Page);
        Assert.Equal(2, (await doorway.Room()).PresentCount);
    }

    [Fact]
    public async Task Two_taps_are_one_seat_and_no_error()
    {
        await using var doorway = await Doorway.Open();
        var phone = new Doorway.Phone(doorway);
        var token = await doorway.Token();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.Try("seats", new { token })));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, (await doorway.Room()).Seats.Count);
    }

    [Fact]
    public async Task A_picture_that_is_too_old_says_so_and_letters_still_open()
    {
        await using var doorway = await Doorway.Open();
        var old = await doorway.Token();
        var code = await doorway.Code();
        doorway.Clock.Pass(Duration.FromMinutes(2));
        var neighbour = new Doorway.Browser(doorway);
        await neighbour.Open($"{doorway.Url}/door/{old}");
        Assert.Equal(HttpStatusCode.Gone, neighbour.Status);
        Assert.Contains("This door has turned", neighbour.Page);

        await neighbour.Open($"{doorway.Url}/code");
        await neighbour.Press("Take a seat", ("code", $"{code[..3]} {code[3..].ToLowerInvariant()}"), ("name", "Léa"));
        Assert.Contains("called Léa", neighbour.Page);
    }

    [Fact]
    public async Task What_was_typed_beside_wrong_letters_is_not_lost()
    {
        await using var doorway = await Doorway.Open();
        await doorway.Code();
        var neighbour = new Doorway.Browser(doorway);
        await neighbour.Open($"{doorway.Url}/code");
        await neighbour.Press("Take a seat", ("code", "WRONG1"), ("name", "Léa"));

        Assert.Equal(HttpStatusCode.Conflict, neighbour.Status);
        Assert.Contains("value=\"Léa\"", neighbour.Page);
        Assert.Contains("value=\"WRONG1\"", neighbour.Page);
    }

    [Fact]
    public async Task Thirty_wrong_letters_a_minute_are_enough()
    {
        await using var doorway = await Doorway.Open();
        var code = await doorway.Code();
        for (var n = 0; n < CodeTries.Most; n++)
            Assert.Equal("WrongCode", await new Doorway.Phone(doorway).Refusal("seats", new { code = "AAAAA2" }));
        Assert.Equal("TooManyTries", await new Doorway.Phone(doorway).Refusal("seats", new { code }));
        Assert.Equal("TooManyTries", await new Doorway.Phone(doorway).Refusal("reclaims", new { code, mark = "blue-heron" }));

        doorway.Clock.Pass(Duration.FromMinutes(1));
        await new Doorway.Phone(doorway).Say("seats", new { code });
    }

    [Fact]
    public async Task The_door_of_a_room_opens_to_nobody_without_token_or_letters()
    {
        await using var doorway = await Doorway.Open();
        Assert.Equal("DoorClosed", await new Doorway.Phone(doorway).Refusal("seats"));
        Assert.Equal("TokenTooOld", await new Doorway.Phone(doorway).Refusal("seats", new { token = new string('A', 22) }));
        Assert.Equal("NotSeated", await new Doorway.Phone(doorway).Refusal("door"));
    }

    [Fact]
    public async Task From_afar_one_comes_in_by_the_open_link()
    {
        await using var doorway = await Doorway.Open(Attendance.Remote);
        var neighbour = new Doorway.Browser(doorway);
        await neighbour.Open(doorway.Url);
        Assert.Contains("Come in from afar", neighbour.Page);
        await neighbour.Open($"{doorway.Url}/seats/new");
        await neighbour.Press("Take a seat");

        Assert.True((await doorway.Room()).Seats[2].Remote);
    }

    [Fact]
    public async Task Outside_one_reads_question_step_and_end_and_nothing_of_the_room()
    {
        await using var doorway = await Doorway.Open();
        await doorway.Seat(3);
        var stranger = new Doorway.Phone(doorway);
        var page = await stranger.Page() + await stranger.Live("live") + await stranger.Json();

        Assert.Contains("Who mends the bench?", page);
        Assert.Contains("There is still room", page);
        foreach (var seat in (await doorway.Room()).Seats.Values) Assert.DoesNotContain(seat.Mark, page);
        Assert.DoesNotContain("of us are here", page);
        Assert.DoesNotContain("present", page);
    }

    [Fact]
    public async Task What_is_pushed_to_all_holds_no_form_token_letters_or_key()
    {
        await using var doorway = await Doorway.Open();
        var phones = await doorway.Seat(3);
        var code = await doorway.Code();
        var pushed = await phones[0].Live("live");

        Assert.Contains("4 of us are here", pushed);
        Assert.DoesNotContain("<form", pushed);
        Assert.DoesNotContain("<input", pushed);
        Assert.DoesNotContain(await doorway.Token(), pushed);
        Assert.DoesNotContain(code, pushed);
        foreach (var key in (await doorway.Room()).Devices.Keys) Assert.DoesNotContain(key, pushed);
    }

    [Fact]
    public async Task The_door_is_shown_to_seats_only()
    {
        await using var doorway = await Doorway.Open();
        var code = await doorway.Code();
        Assert.Contains(code, await doorway.Opener.Page("door"));
        Assert.Contains(code, await doorway.Opener.Live("door/live"));
        Assert.StartsWith("→", await new Doorway.Phone(doorway).Page("door"));
        Assert.StartsWith("→", await new Doorway.Phone(doorway).Page("door/live"));
        doorway.Clock.Pass(Door.StaysOpen);
        Assert.DoesNotContain(code, await doorway.Opener.Page("door"));
    }

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
