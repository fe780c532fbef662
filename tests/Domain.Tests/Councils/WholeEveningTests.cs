using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

/// <summary>Councils from convening to the end, as people would hold them.</summary>
public sealed class WholeEveningTests
{
    [Fact]
    public void By_consent_with_dice_an_objection_is_integrated_and_the_council_ends_at_its_closing()
    {
        var scene = Deciding(seats: 6);
        scene.Puts(1);
        foreach (var who in All[..5]) scene.Does(who, new SayConsent(1, null));
        scene.Does(Farid, new SayConsent(1, T("On Saturday nobody is here.")));
        Assert.Null(scene.Council.Decision);

        scene.Does(scene.Facilitator, new AmendProposal(1, 1, T("We mend it on Sunday."), new LocalDate(2026, 11, 29), null, false));
        scene.Does(Farid, new EndConcern(1, 1, End.Integrated));
        scene.Does(scene.Facilitator, new OpenRound(1));
        scene.AllConsent();
        Assert.Equal("We mend it on Sunday.", scene.Quarter.Said(scene.Council.Decision!.What)!.Value);
        Assert.Equal(End.Integrated, Assert.Single(scene.Council.Objections).End);

        scene.MovesOn();
        scene.Does(Chloe, new AddTask(1, T("Bring two planks"), new LocalDate(2026, 11, 29), true));
        scene.Does(David, new TakeTask(1, 1, Text.Of("David", SlipOf(David, "name")), SlipOf(David, "task")));
        scene.Does(Elise, new TakeTask(1, 1, null, SlipOf(Elise, "task")));
        scene.MovesOn();
        scene.Does(Amina, new ClaimGain(1, new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, T("bench"), T("A bench to sit on"))));
        scene.MovesOn();
        scene.Does(Benoit, new ChooseRitual(1, Ritual.OneWord, T("plank, soup, home")));
        foreach (var who in All[..6]) scene.Does(who, new CheckIn(1, 4));
        scene.MovesOn();

        Assert.Equal(Step.Dissolved, scene.Council.Step);
        Assert.Equal(Outcome.Decided, scene.Council.Outcome);
        Assert.Equal(Ending.Closing, scene.Council.Ending);
        Assert.Null(scene.Council.Room);
        Assert.True(scene.Council.Tasks[1] is { Taken: true, Helped: true });
        Assert.All(scene.Journal.RoomRows, row => Assert.NotNull(row.Mark));
    }

    [Fact]
    public void By_resistance_on_phones_the_least_total_is_taken()
    {
        var scene = Deciding(method: Method.Resistance);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [5, 9, 1]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        Assert.Equal(2, scene.Council.Decision!.Proposal);
        Assert.Equal([25, 45, 5], scene.Council.ResistanceCount!.Sums.AsEnumerable());
        Assert.Empty(scene.Journal.RoomRows.OfType<BallotCast>());
        Assert.Empty(scene.Journal.RoomRows.OfType<BallotsClosed>());
        scene.MovesOn();
        Assert.Equal(Step.Tasking, scene.Council.Step);
    }

    [Fact]
    public void By_resistance_with_hands_two_tellers_type_the_same_figures()
    {
        var scene = Deciding(method: Method.Resistance);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        scene.Does(Amina, new TellHands(1, new HandsTold([3, 1, 0], [2, 0, 4])));
        scene.Does(Benoit, new TellHands(1, new HandsTold([3, 2, 0], [2, 0, 4])));
        Assert.Null(scene.Council.Decision);
        scene.Does(Benoit, new TellHands(1, new HandsTold([3, 1, 0], [2, 0, 4])));
        Assert.Equal(1, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void Held_remotely_the_floor_is_on_from_the_start_and_the_link_is_open()
    {
        var scene = Announced(Attendance.Remote);
        scene.WaitsUntil(Evening);
        foreach (var who in All[..4]) scene.Does(who, new TakeSeat(1, new Ticket(), null, SlipOf(who)));
        Assert.All(scene.Room.Seats.Values, seat => Assert.True(seat.Remote));
        Assert.True(scene.Room.Floor.On);
        scene.Counts(4);
        scene.Draws(Benoit, Chloe, David);
        scene.MovesOn();
        scene.Does(Amina, new Faubourg.Domain.Floor.RaiseHand(1, Faubourg.Domain.Floor.Signal.Speak));
        Assert.Equal(scene.SeatOf(Amina).Number, scene.Room.Floor.Speaker);
        scene.Does(Amina, Proposal("We write to the landlord."));
        scene.Counts(4);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        Assert.NotNull(scene.Council.Decision);
    }

    [Fact]
    public void With_a_paper_hat_the_names_are_typed_as_they_were_drawn()
    {
        var scene = Counted();
        foreach (var who in All[..5]) scene.IsWilling(who, AnyRole);
        scene.Does(Chloe, new CloseRoll(1, Way.Hat));
        var hats = scene.Council.Draws[0].Eligible;
        scene.Does(Amina, new TypeDraw(1, Way.Hat, null, hats));
        scene.Does(Chloe, new ConfirmDraw(1, true));
        Assert.Equal(scene.Room.Roll[hats[Role.Facilitator][0]], scene.Room.Roles[Role.Facilitator]);
        Assert.Null(scene.Council.Draws[0].Seed);
        Assert.NotEqual(scene.Room.Roles[Role.Facilitator], scene.Room.Roles[Role.Companion]);
    }

    [Fact]
    public void When_nobody_comes_it_ends_twenty_minutes_after_the_start()
    {
        var scene = Gathering(seats: 2);
        Assert.Empty(scene.WaitsUntil(Evening + Duration.FromMinutes(19)));
        scene.WaitsUntil(Evening + Duration.FromMinutes(20));
        Assert.Equal(Outcome.NobodyCame, scene.Council.Outcome);
        Assert.Empty(scene.Quarter.Slips);
        scene.Refuses<CouncilOver>(Amina, new OpenDoor(1));
    }

    [Fact]
    public void When_time_is_up_what_is_there_is_published_and_the_texts_wait_twelve_hours()
    {
        var scene = Hearing();
        scene.Does(Amina, Proposal("We mend it on Saturday."));
        scene.Waits(Duration.FromHours(3));
        Assert.Equal(Ending.Time, scene.Council.Ending);
        Assert.Equal(Outcome.NoDecision, scene.Council.Outcome);
        Assert.Equal(Evening + Duration.FromMinutes(60), scene.Council.DissolvedAt);
        Assert.Equal(Evening + Duration.FromHours(13), scene.Council.TextsFrom);
        Assert.Single(scene.Council.OnTheWall);
    }
}
