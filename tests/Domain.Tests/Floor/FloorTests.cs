using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Floor;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Floor;

public sealed class FloorTests
{
    private static Scene On(int seats = 6) => Hearing(seats, Attendance.Remote);

    private static string? Speaker(Scene scene) => scene.Room.Floor.Speaker is { } seat ? scene.Room.Seats[seat].Device : null;

    [Fact]
    public void In_a_room_phones_are_off_and_the_guide_taps_first_time_or_again()
    {
        var scene = Hearing();
        scene.Refuses<FloorIsOff>(Amina, new RaiseHand(1, Signal.Speak));
        scene.Refuses<FloorIsOff>(Amina, new AskOthersFirst(1));
        scene.Does(scene.Companion, new TapTurn(1, true));
        scene.Does(scene.Companion, new TapTurn(1, false));
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new TapTurn(1, true));
        Assert.Equal((1, 2), (scene.Room.Floor.AllFirstTurns, scene.Room.Floor.AllTurns));
        Gathering().Refuses<NotAtThisStep>(Amina, new TapTurn(1, true));
    }

    [Fact]
    public void Who_has_spoken_least_is_first_then_who_asked_first_after_process_and_answers()
    {
        var scene = On();
        scene.Refuses<FloorIsOn>(scene.Companion, new TapTurn(1, true));
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
        Assert.Equal(Amina, Speaker(scene));
        scene.Refuses<YouAreSpeaking>(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Benoit, new RaiseHand(1, Signal.Speak));
        scene.Refuses<AlreadySaid>(Benoit, new RaiseHand(1, Signal.Speak));
        scene.Does(Amina, new EndTurn(1));
        Assert.Equal(Benoit, Speaker(scene));
        foreach (var (who, signal) in new[] { (Amina, Signal.Speak), (Chloe, Signal.Speak), (David, Signal.Answer), (Elise, Signal.Process) })
        {
            scene.Waits(Duration.FromSeconds(1));
            scene.Does(who, new RaiseHand(1, signal));
        }
        Assert.Equal([Elise, David, Chloe, Amina], scene.Room.Floor.Stack.Select(h => scene.Room.Seats[h.Seat].Device));
    }

    [Fact]
    public void A_turn_is_two_minutes()
    {
        var scene = On();
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Benoit, new RaiseHand(1, Signal.Speak));
        scene.Waits(Duration.FromSeconds(119));
        Assert.Equal(Amina, Speaker(scene));
        scene.Waits(Duration.FromSeconds(1));
        Assert.Equal(Benoit, Speaker(scene));
        scene.Minutes(2);
        Assert.Null(Speaker(scene));
        scene.Refuses<NobodySpeaks>(Amina, new EndTurn(1));
        scene.Refuses<NobodySpeaks>(Amina, new Agree(1));
    }

    [Fact]
    public void When_the_speaker_leaves_the_next_has_the_floor()
    {
        var scene = On();
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Chloe, new RaiseHand(1, Signal.Speak));
        scene.Does(Amina, new LeaveSeat(1));
        Assert.Equal(Chloe, Speaker(scene));
    }

    [Fact]
    public void A_hand_goes_down_and_agreement_is_silent()
    {
        var scene = On();
        scene.Refuses<NoHandUp>(Amina, new LowerHand(1));
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Chloe, new RaiseHand(1, Signal.Speak));
        scene.Does(Chloe, new LowerHand(1));
        scene.Does(Chloe, new Agree(1));
        Assert.Single(scene.Room.Floor.Agreeing);
        scene.Does(Chloe, new Agree(1));
        Assert.Empty(scene.Room.Floor.Agreeing);
        scene.Refuses<OnlyTheGuide>(All[..6].First(w => w != Amina && w != scene.Facilitator && w != scene.Companion), new EndTurn(1));
        scene.Does(scene.Facilitator, new EndTurn(1));
        Assert.Null(Speaker(scene));
    }

    [Fact]
    public void Others_first_asked_by_a_third_makes_who_spoke_wait()
    {
        var scene = On();
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Amina, new EndTurn(1));
        scene.Does(Chloe, new AskOthersFirst(1));
        scene.Refuses<AlreadySaid>(Chloe, new AskOthersFirst(1));
        scene.Does(David, new AskOthersFirst(1));
        scene.Refuses<OthersAreFirst>(Amina, new RaiseHand(1, Signal.Speak));
        scene.Does(Amina, new RaiseHand(1, Signal.Process));
        scene.Does(Elise, new RaiseHand(1, Signal.Speak));
        scene.Minutes(10);
        scene.Does(Amina, new RaiseHand(1, Signal.Speak));
    }

    [Fact]
    public void Who_takes_more_than_twice_an_even_share_is_told_so()
    {
        var floor = new TheFloor { Turns = new Dictionary<int, int> { [1] = 5, [2] = 1 }.ToImmutableSortedDictionary() };
        Assert.True(floor.Dominates(1, 6));
        Assert.False(floor.Dominates(2, 6));
        Assert.False(new TheFloor().Dominates(1, 6));
    }
}
