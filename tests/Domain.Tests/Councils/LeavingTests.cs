using Faubourg.Domain.Councils;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

/// <summary>"We must leave": the decision now, tasks, one word, out.</summary>
public sealed class LeavingTests
{
    private static void Leaves(Scene scene)
    {
        foreach (var who in All[..3])
            if (!scene.Room.Leaving)
                scene.Does(who, new MustLeave(1));
    }

    [Fact]
    public void The_guide_says_so_or_any_three()
    {
        var scene = Gathering();
        scene.Does(Amina, new MustLeave(1));
        scene.Refuses<AlreadySaid>(Amina, new MustLeave(1));
        scene.Does(Benoit, new MustLeave(1));
        Assert.False(scene.Room.Leaving);
        scene.Does(Chloe, new MustLeave(1));
        Assert.Equal(Step.Closing, scene.Council.Step);
        scene.Refuses<NotAtThisStep>(Amina, new MustLeave(1));

        var guided = Hearing();
        guided.Does(guided.Facilitator, new MustLeave(1));
        Assert.True(guided.Room.Leaving);
    }

    [Fact]
    public void From_talking_with_a_proposal_straight_to_deciding_without_counting_heads()
    {
        var scene = Hearing();
        scene.Does(Amina, Proposal("We mend it."));
        Leaves(scene);
        Assert.Equal(Step.Deciding, scene.Council.Step);
        Assert.NotEmpty(scene.Council.Proposals);
        scene.Puts(1);
        scene.AllConsent();
        scene.MovesOn();
        Assert.Equal(Step.Tasking, scene.Council.Step);
        scene.MovesOn();
        Assert.Equal(Step.Closing, scene.Council.Step);
    }

    [Fact]
    public void From_deciding_the_room_may_go_without_a_decision_and_no_ballot_decides_later()
    {
        var scene = Deciding();
        scene.Puts(1);
        Leaves(scene);
        Assert.Equal(Step.Deciding, scene.Council.Step);
        scene.MovesOn();
        Assert.Equal(Step.Closing, scene.Council.Step);
        scene.Refuses<Faubourg.Domain.Decisions.NoRoundIsOpen>(Amina, new Faubourg.Domain.Decisions.SayConsent(1, null));
        scene.MovesOn();
        Assert.Equal(Outcome.NoDecision, scene.Council.Outcome);
    }

    [Fact]
    public void From_reckoning_straight_to_the_closing()
    {
        var scene = Reckoning();
        Leaves(scene);
        Assert.Equal(Step.Closing, scene.Council.Step);
    }

    [Fact]
    public void What_the_room_was_asked_is_dropped()
    {
        var scene = Tasking();
        scene.Does(Amina, new AskRoom(1, Ask.NamesOnWall));
        Leaves(scene);
        Assert.Null(scene.Room.Asked);
        scene.Minutes(2);
        Assert.False(scene.Room.NamesOnWall);
    }
}
