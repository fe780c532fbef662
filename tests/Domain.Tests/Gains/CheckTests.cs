using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;

namespace Faubourg.Domain.Tests.Gains;

public sealed class CheckTests
{
    private static Scene After(int days, Attendance attendance = Attendance.Room, int heads = 5)
    {
        var scene = Growth.Shown();
        scene.WaitsUntil(scene.Quarter.Gains[1].ClaimedAt + Duration.FromDays(days) - Duration.FromHours(80));
        return Growth.Reckons(scene, attendance, heads);
    }

    private static Lasting? At(Scene scene, int age) => Persistence.At(scene.Quarter.Gains[1], age, scene.Quarter, scene.Now);

    [Fact]
    public void Three_who_agree_say_that_it_still_works()
    {
        var scene = After(30);
        Assert.Equal(Lasting.Unlooked, At(scene, 30));
        Assert.Null(At(scene, 90));
        foreach (var who in All[..3]) scene.Does(who, new CheckGain(2, 1, true));
        scene.Does(David, new CheckGain(2, 1, false));
        scene.MovesOn();
        Assert.Equal(Lasting.Works, At(scene, 30));
        Assert.Equal(GainState.Shown, scene.Quarter.Gains[1].StateAt(scene.Quarter, scene.Now));
    }

    [Fact]
    public void Two_or_as_many_on_the_other_side_say_nothing()
    {
        var scene = After(30);
        foreach (var who in All[..3]) scene.Does(who, new CheckGain(2, 1, true));
        scene.Does(Amina, new CheckGain(2, 1, false));
        scene.MovesOn();
        Assert.Equal(Lasting.Unlooked, At(scene, 30));
    }

    [Fact]
    public void What_works_no_more_is_over_and_does_not_come_back()
    {
        var scene = After(60);
        foreach (var who in All[..4]) scene.Does(who, new CheckGain(2, 1, false));
        scene.MovesOn();
        Assert.Equal(GainState.Over, scene.Quarter.Gains[1].StateAt(scene.Quarter, scene.Now));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Waits(Duration.FromDays(400));
        Assert.All(Persistence.Ages, age => Assert.Equal(Lasting.Over, At(scene, age)));
        var later = Growth.Reckons(scene);
        later.Refuses<NoCheckIsDue>(Amina, new CheckGain(3, 1, true));
        later.Refuses<GainIsOver>(Amina, new TellGain(3, 1, Text.Of("Look!")));
    }

    [Fact]
    public void It_is_looked_at_once_at_each_age_by_five_heads_in_a_room()
    {
        After(29).Refuses<NoCheckIsDue>(Amina, new CheckGain(2, 1, true));
        After(31, Attendance.Remote).Refuses<NeedsARoom>(Amina, new CheckGain(2, 1, true));
        After(31, heads: 4).Refuses<NeedsMoreHeads>(Amina, new CheckGain(2, 1, true));
        var scene = After(31);
        scene.Refuses<NoSuchGain>(Amina, new CheckGain(2, 3, true));
        foreach (var who in All[..3]) scene.Does(who, new CheckGain(2, 1, true));
        scene.WaitsUntil(scene.Council.EndsAt);
        Growth.Reckons(scene).Refuses<NoCheckIsDue>(Amina, new CheckGain(3, 1, true));
    }

    [Fact]
    public void Ages_follow_one_another_and_the_last_waits_a_year()
    {
        int?[] ages = [null, 30, 30, 90, 365, 365, null];
        int[] days = [29, 30, 89, 90, 365, 729, 730];
        Assert.Equal(ages, days.Select(d => Persistence.AgeAt(Duration.FromDays(d))));
    }
}
