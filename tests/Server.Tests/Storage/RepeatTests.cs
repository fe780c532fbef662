using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class RepeatTests
{
    private static readonly PinCorner Corner = new(Text.Of("Nowhere to sit"));

    [Fact]
    public async Task The_same_key_again_is_the_same_row_also_after_a_new_start()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        var first = Assert.IsType<Accepted>(await quarter.Submit(Corner, Evening.Actor("Casimir"), "key", default));
        var second = Assert.IsType<Accepted>(await quarter.Submit(Corner, Evening.Actor("Casimir"), "key", default));
        quarter = await host.OpenedAgain();
        var third = Assert.IsType<Accepted>(await quarter.Submit(Corner, Evening.Actor("Casimir"), "key", default));
        Assert.Equal([first.Revision, first.Revision], [second.Revision, third.Revision]);
        Assert.Equal([1, 1, 1], new[] { first, second, third }.Select(a => Assert.IsType<CornerPinned>(Assert.Single(a.Events)).Corner));
        Assert.Single(quarter.Now.State.Corners);
    }

    [Fact]
    public async Task Two_taps_at_once_are_one_row()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        var taps = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => quarter.Submit(Corner, Evening.Actor("Casimir"), "key", default)));
        Assert.Single(taps.Select(t => Assert.IsType<Accepted>(t).Revision).Distinct());
        Assert.Single(quarter.Now.State.Corners);
    }

    [Fact]
    public async Task Without_a_key_or_under_another_it_is_done_again()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        foreach (var key in (string?[])[null, null, "one", "other"]) await quarter.Submit(Corner, Evening.Actor("Casimir"), key, default);
        Assert.Equal(4, quarter.Now.State.Corners.Count);
    }

    [Fact]
    public async Task A_key_is_forgotten_within_a_day()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await quarter.Submit(Corner, Evening.Actor("Casimir"), "key", default);
        host.Clock.Pass(Duration.FromHours(22));
        await quarter.Tick();
        Assert.Equal(1L, host.Column("SELECT count(*) FROM idempotency").Single());
        host.Clock.Pass(Duration.FromHours(2));
        await quarter.Tick();
        Assert.Equal(0L, host.Column("SELECT count(*) FROM idempotency").Single());
    }

    [Fact]
    public async Task What_was_refused_is_decided_anew()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "open the door");
        var steps = Evening.Steps().ToDictionary(s => s.Name);
        var wrong = new TakeSeat(1, new Ticket(Token: "wrong"), null, "slip");
        Assert.IsType<Refused>(await quarter.Submit(wrong, Evening.Actor("Casimir"), steps["arrival 2"].Key, default));
        await host.Take(quarter, steps["open the door"]);
        await host.Take(quarter, steps["arrival 2"]);
    }
}
