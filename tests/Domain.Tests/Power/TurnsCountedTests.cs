using Faubourg.Domain.Floor;
using Faubourg.Domain.Power;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Power;

public sealed class TurnsCountedTests
{
    [Fact]
    public void An_evening_tells_in_tenths_how_evenly_it_was_shared()
    {
        var scene = Hearing();
        foreach (var first in new[] { true, true, true, false, false, false, false, false }) scene.Does(scene.Companion, new TapTurn(1, first));
        Decides(scene);
        Assert.Equal(new Sharing(4, 6, true), scene.Council.Sharing);
    }

    [Fact]
    public void Another_proposal_than_the_conveners_is_told_as_well()
    {
        var scene = Deciding();
        scene.Puts(2);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal(new Sharing(null, null, false), scene.Council.Sharing);
    }

    [Fact]
    public void Of_fewer_than_five_people_or_of_nothing_nothing_is_told()
    {
        var few = Deciding(seats: 4);
        few.Puts(1);
        few.AllConsent();
        few.WaitsUntil(few.Council.EndsAt);
        Assert.Null(few.Council.Sharing);
        var idle = Hearing();
        idle.WaitsUntil(idle.Council.EndsAt);
        Assert.Null(idle.Council.Sharing);
    }

    private static void Decides(Scene scene)
    {
        scene.Does(Amina, Proposal("We mend it on Saturday."));
        scene.Counts(5);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
    }
}
