using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

/// <summary>What touches others' work needs notice, a room and enough heads, and waits for a no.</summary>
public sealed class WeightTests
{
    /// <summary>A council that is deciding on one proposal that touches something.</summary>
    private static Scene About(Scene before, Touches touches, int number = 1, int heads = 5, Duration? notice = null, Attendance attendance = Attendance.Room, int? amendment = null, int elsewhere = 0)
    {
        var scene = new Scene(before) { Number = number };
        var at = scene.Now + (notice ?? Duration.FromHours(80));
        scene.Does(Amina, new Convene(Bench(at, attendance)));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(5);
        for (var n = 0; n < elsewhere; n++) scene.Does($"far {n}", new TakeSeat(number, new Ticket(), null, SlipOf($"far {n}")));
        scene.MovesOn();
        scene.Does(Amina, Proposal("We share what we grow.", touches, amendment, number));
        scene.Counts(heads);
        scene.MovesOn();
        return scene;
    }

    private static PutProposal Put(Scene scene) => new(scene.Number, 1);

    private static Scene Adopted(Touches touches = Touches.Horizon, int heads = 5)
    {
        var scene = About(Founded(), touches, heads: heads);
        scene.Puts(1);
        if (scene.Room.MoreSeatsThanHeads) throw new InvalidOperationException();
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    [Fact]
    public void Seventy_two_hours_of_notice_five_heads_and_a_room()
    {
        Assert.Equal(72, About(Founded(), Touches.Covenant, notice: Duration.FromHours(71)) is var hasty ? hasty.Refuses<NeedsNotice>(Amina, Put(hasty)).Hours : 0);
        Assert.Equal(5, About(Founded(), Touches.Covenant, heads: 4) is var few ? few.Refuses<NeedsMoreHeads>(Amina, Put(few)).Least : 0);
        var remote = About(Founded(), Touches.Horizon, attendance: Attendance.Remote);
        remote.Refuses<NeedsARoom>(Amina, Put(remote));
        var heavy = About(Founded(), Touches.Covenant);
        heavy.Does(Amina, Put(heavy));
    }

    [Fact]
    public void And_no_more_people_elsewhere_than_heads_in_the_room()
    {
        var outnumbered = About(Founded(), Touches.Horizon, attendance: Attendance.Both, elsewhere: 6);
        outnumbered.Refuses<MoreElsewhereThanHere>(Amina, Put(outnumbered));
        var even = About(Founded(), Touches.Horizon, attendance: Attendance.Both, elsewhere: 5);
        even.Does(Amina, Put(even));
    }

    [Fact]
    public void It_holds_seventy_two_hours_after_the_council_is_over()
    {
        var scene = Adopted();
        var over = scene.Council.DissolvedAt!.Value;
        Assert.Equal(over + Duration.FromHours(72), Assert.Single(scene.Quarter.Amendments).Value.HoldsFrom);
        Assert.Equal("to decide for ourselves", scene.Quarter.Said(scene.Quarter.HorizonAt(over + Duration.FromHours(71)))!.Value);
        Assert.Equal("We share what we grow.", scene.Quarter.Said(scene.Quarter.HorizonAt(over + Duration.FromHours(72)))!.Value);
    }

    [Fact]
    public void A_clause_is_added_to_the_covenant()
    {
        var scene = Adopted(Touches.Covenant);
        Assert.Equal(2, scene.Quarter.CovenantAt(scene.Now).Count());
        Assert.Equal(3, scene.Quarter.CovenantAt(scene.Now + Duration.FromHours(73)).Count());
    }

    [Fact]
    public void A_council_of_as_many_heads_says_no_in_time_with_a_day_of_notice()
    {
        var scene = About(Adopted(), Touches.Amendment, number: 2, notice: Duration.FromHours(25), amendment: 1);
        scene.Does(Amina, Put(scene));
        scene.AllConsent();
        Assert.False(scene.Quarter.Amendments[1].HoldsAt(scene.Now + Duration.FromDays(30)));
        Assert.Equal("to decide for ourselves", scene.Quarter.Said(scene.Quarter.HorizonAt(scene.Now + Duration.FromDays(30)))!.Value);
    }

    [Fact]
    public void Fewer_heads_or_too_late_it_does_not()
    {
        var small = About(Adopted(heads: 11), Touches.Amendment, number: 2, heads: 9, notice: Duration.FromHours(25), amendment: 1);
        Assert.Equal(10, small.Refuses<NeedsMoreHeads>(Amina, Put(small)).Least);

        var late = About(Adopted(), Touches.Amendment, number: 2, notice: Duration.FromMinutes(71 * 60 + 59), amendment: 1);
        late.Minutes(2);
        late.Refuses<NoSuchAmendment>(Amina, Put(late));
    }

    [Fact]
    public void A_no_that_is_decided_after_it_took_effect_undoes_nothing()
    {
        var scene = About(Adopted(), Touches.Amendment, number: 2, notice: Duration.FromMinutes(71 * 60 + 58), amendment: 1);
        scene.Does(Amina, Put(scene));
        scene.WaitsUntil(scene.Quarter.Amendments[1].HoldsFrom);
        scene.AllConsent();
        Assert.Equal(Touches.Amendment, scene.Council.Decision!.Touches);
        Assert.True(scene.Quarter.Amendments[1].HoldsAt(scene.Now));
    }

    [Fact]
    public void What_many_decided_is_not_changed_by_fewer_than_half_of_them()
    {
        var scene = About(Adopted(heads: 21), Touches.Horizon, number: 2, heads: 9);
        Assert.Equal(10, scene.Refuses<NeedsMoreHeads>(Amina, Put(scene)).Least);
    }
}
