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
}
