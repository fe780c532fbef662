using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class HeadsTests
{
    [Fact]
    public void Two_devices_type_the_same_number_and_the_record_holds_its_band()
    {
        var scene = Gathering();
        scene.Does(Amina, new TypeHeads(1, 12));
        scene.Does(Amina, new TypeHeads(1, 12));
        Assert.Null(scene.Room.Heads);
        scene.Does(Benoit, new TypeHeads(1, 13));
        Assert.Null(scene.Room.Heads);
        scene.Does(Chloe, new TypeHeads(1, 12));
        Assert.Equal(12, scene.Room.Heads);
        Assert.Equal(10, Assert.Single(scene.Journal.Leaves.OfType<HeadsCounted>()).AtLeast);
    }

    [Fact]
    public void They_are_counted_again_before_deciding()
    {
        var scene = Hearing();
        Assert.Null(scene.Room.Heads);
        scene.Does(Amina, Proposal("We mend it."));
        scene.Refuses<CountHeadsAgain>(scene.Facilitator, new MoveOn(1, Step.Hearing));
        scene.Counts(5);
        scene.MovesOn();
        Assert.Equal(5, scene.Council.HeadsAtDeciding);
        scene.Refuses<NotAtThisStep>(Amina, new TypeHeads(1, 6));
    }

    [Fact]
    public void With_more_seats_than_heads_everybody_scans_again()
    {
        var scene = Gathering();
        scene.Refuses<NothingToMend>(Amina, new CallRescan(1));
        scene.Counts(4);
        Assert.True(scene.Room.MoreSeatsThanHeads);
        scene.Does(Amina, new CallRescan(1));
        Assert.Equal(1, scene.Room.PresentCount);
        scene.Refuses<NotSeated>(Benoit, new OpenDoor(1));
        foreach (var who in All[1..4]) scene.Does(who, new TakeSeat(1, new Ticket(Token: Door.Token(scene.Room, scene.Now)), null, SlipOf(who)));
        Assert.False(scene.Room.MoreSeatsThanHeads);
        Assert.Equal(5, scene.Room.Seats.Count);
    }

    [Fact]
    public void Who_scanned_into_the_room_does_not_come_back_by_the_link()
    {
        var scene = Gathering(attendance: Attendance.Both);
        scene.Counts(4);
        scene.Does(Amina, new CallRescan(1));
        scene.Refuses<DoorClosed>(Benoit, new TakeSeat(1, new Ticket(), null, SlipOf(Benoit)));
    }

    [Fact]
    public void Or_decides_by_hands_one_of_the_two_tellers_being_the_guide()
    {
        var scene = Hearing();
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(4);
        scene.MovesOn();
        scene.Puts(1);
        scene.Refuses<UseHands>(Amina, new SayConsent(1, null));
        scene.Refuses<UseHands>(scene.Facilitator, new CloseRound(1));
        scene.Does(Elise, new SayConsent(1, T("I fear the noise.")));
        scene.Does(Elise, new SayConsent(1, T("I fear the noise at night.")));
        Assert.Equal(4, scene.Refuses<MoreHandsThanHeads>(Amina, new TellConsent(1, 5)).Heads);
        string[] others = [.. All[..5].Where(w => w != scene.Facilitator && w != scene.Companion)];
        scene.Does(others[0], new TellConsent(1, 3));
        scene.Does(others[1], new TellConsent(1, 3));
        Assert.True(scene.Room.Deliberation.RoundOpen);
        scene.Does(scene.Facilitator, new TellConsent(1, 3));
        var count = Assert.Single(scene.Council.ConsentCounts);
        Assert.Equal((true, 3, 1, 0), (count.ByHands, count.Consenting, count.Objections, count.Silent));
    }

    [Fact]
    public void Somebody_late_does_not_turn_a_ballot_on_phones_into_one_by_hands()
    {
        var scene = Deciding();
        scene.Does(Amina, new OpenDoor(1));
        scene.Sits(Farid);
        Assert.False(scene.Room.MoreSeatsThanHeads);
        scene.Puts(1);
        scene.AllConsent();
        Assert.NotNull(scene.Council.Decision);
    }

    [Theory]
    [InlineData(0, 0), InlineData(1, 1), InlineData(4, 3), InlineData(5, 5), InlineData(9, 5), InlineData(10, 10), InlineData(1000, 500)]
    public void A_band_is_told_by_its_lower_bound(int heads, int floor) => Assert.Equal(floor, Bands.Of(heads));

    [Fact]
    public void A_band_reaches_up_to_the_next() => Assert.Equal((9, (int?)null), (Bands.Top(5)!.Value, Bands.Top(500)));
}
