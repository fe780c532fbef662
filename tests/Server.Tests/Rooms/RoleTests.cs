using Faubourg.Domain.Draws;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

public sealed class RoleTests
{
    [Fact]
    public async Task Stepping_back_calls_the_next_and_is_never_asked_why()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Hat.Drawn(doorway);
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
        var phones = await Hat.Drawn(doorway);
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
}
