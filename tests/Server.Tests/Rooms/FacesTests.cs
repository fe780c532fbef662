using Faubourg.Domain.Councils;

namespace Faubourg.Server.Tests.Rooms;

public sealed class FacesTests
{
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
}
