using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

public sealed class ProposalTests
{
    private static Scene WithTwo()
    {
        var scene = Hearing();
        scene.Does(Amina, Proposal("We mend it."));
        scene.Does(Benoit, Proposal("We ask the city."));
        return scene;
    }

    [Fact]
    public void Anyone_seated_proposes_while_we_talk_twenty_six_at_most()
    {
        Gathering().Refuses<NotAtThisStep>(Amina, Proposal("too early"));
        var scene = Hearing();
        scene.Refuses<NotSeated>(Stranger, Proposal("from outside"));
        for (var i = 0; i < Propose.Most; i++) scene.Does(Amina, Proposal("one more"));
        Assert.Equal(26, scene.Refuses<TooManyProposals>(Benoit, Proposal("27")).Most);
        Assert.Empty(scene.Council.Proposals);
    }

    [Fact]
    public void Authors_amend_and_withdraw_their_own_and_nobody_elses()
    {
        var scene = WithTwo();
        scene.Refuses<NotYourProposal>(Benoit, new AmendProposal(1, 1, T("x"), null, null, false));
        scene.Refuses<NotYourProposal>(scene.Facilitator == Amina ? Chloe : scene.Facilitator, new AmendProposal(1, 1, T("x"), null, null, false));
        scene.Does(Amina, new AmendProposal(1, 1, T("We mend it on Sunday."), null, null, true));
        scene.Refuses<NotYourProposal>(Amina, new WithdrawProposal(1, 2));
        scene.Does(Benoit, new WithdrawProposal(1, 2));
        scene.Refuses<NoSuchProposal>(Benoit, new WithdrawProposal(1, 2));
        scene.Counts(5);
        scene.MovesOn();
        Assert.Equal([1], scene.Council.Proposals.Keys);
        Assert.True(scene.Council.Proposals[1].Permission);
    }

    [Fact]
    public void Two_merge_when_both_authors_agree()
    {
        var scene = WithTwo();
        scene.Refuses<NotYourProposal>(Chloe, new MergeProposal(1, 1, 2));
        scene.Refuses<NoSuchProposal>(Amina, new MergeProposal(1, 1, 1));
        scene.Does(Amina, new MergeProposal(1, 1, 2));
        Assert.True(scene.Room.Proposals[1].Stands);
        scene.Does(Benoit, new MergeProposal(1, 2, 1));
        Assert.Equal(2, scene.Room.Proposals[1].MergedInto);
        Assert.True(scene.Room.Proposals[2].Stands);
    }

    [Fact]
    public void Marked_and_seconded_by_two_it_is_not_decided_here()
    {
        var scene = WithTwo();
        scene.Refuses<ReasonIsNeeded>(Amina, new MarkLine(1, 2, null));
        scene.Does(Amina, new MarkLine(1, 2, T("It is not ours to ask.")));
        scene.Refuses<AlreadySaid>(Amina, new MarkLine(1, 2, null));
        scene.Does(Chloe, new MarkLine(1, 2, null));
        Assert.True(scene.Room.Proposals[2].Stands);
        scene.Does(David, new MarkLine(1, 2, null));
        scene.Refuses<NoSuchProposal>(Elise, new MarkLine(1, 2, null));
        scene.Counts(5);
        scene.MovesOn();
        scene.Refuses<NoSuchProposal>(scene.Facilitator, new PutProposal(1, 2));
        scene.Refuses<NoSuchProposal>(Amina, new AskRoom(1, Ask.CallBack, T("but yes"), Subject: 2));
        Assert.Equal(SetAside.Line, scene.Council.Proposals[2].Aside);
        Assert.Contains(scene.Council.OnTheWall, p => p.Number == 2);
    }

    [Fact]
    public void Marked_while_it_is_decided_the_round_stops_and_nothing_of_it_decides()
    {
        var scene = Deciding();
        scene.Puts(1);
        foreach (var who in All[..4]) scene.Does(who, new SayConsent(1, null));
        scene.Does(Amina, new MarkLine(1, 1, T("wait")));
        scene.Does(Chloe, new MarkLine(1, 1, null));
        scene.Does(David, new MarkLine(1, 1, null));
        scene.Refuses<NoRoundIsOpen>(Elise, new SayConsent(1, null));
        Assert.Null(scene.Council.Decision);
        scene.Puts(2);
        scene.AllConsent();
        Assert.Equal(2, scene.Council.Decision!.Proposal);
        scene.Refuses<DecidedAlready>(Amina, new MarkLine(1, 2, T("late")));
    }

    [Fact]
    public void With_everything_set_aside_the_room_may_go_on_without_a_decision()
    {
        var scene = Deciding();
        foreach (var proposal in new[] { 1, 2 })
            foreach (var who in new[] { Amina, Chloe })
                scene.Does(who, new SayOutside(1, proposal, T("not ours")));
        scene.MovesOn();
        Assert.Equal(Step.Closing, scene.Council.Step);
    }

    [Fact]
    public void Two_saying_outside_our_covenant_stop_it_and_more_than_half_call_it_back_with_a_reason()
    {
        var scene = WithTwo();
        scene.Does(Chloe, new SayOutside(1, 2, T("We ask nobody.")));
        scene.Refuses<AlreadySaid>(Chloe, new SayOutside(1, 2, T("We ask nobody.")));
        scene.Does(David, new SayOutside(1, 2, T("We ask nobody.")));
        Assert.False(scene.Room.Proposals[2].Stands);
        scene.Refuses<ReasonIsNeeded>(Benoit, new AskRoom(1, Ask.CallBack, Subject: 2));
        scene.Does(Benoit, new AskRoom(1, Ask.CallBack, T("Asking is no harm."), Subject: 2));
        scene.Answers(Reply.Yes, Amina, Benoit, Elise);
        scene.Answers(Reply.Object, Chloe, David);
        Assert.True(scene.Room.Proposals[2].Stands);
        scene.Refuses<TheRoomCalledItBack>(Elise, new SayOutside(1, 2, T("again")));
        scene.Counts(5);
        scene.MovesOn();
        Assert.Null(scene.Council.Proposals[2].Aside);
        Assert.Equal("Asking is no harm.", scene.Quarter.Said(scene.Council.Proposals[2].CalledBack)!.Value);
        Assert.Single(scene.Journal.Leaves.OfType<ProposalSetAside>());
    }

    [Fact]
    public void Called_back_while_deciding_the_record_says_so_then()
    {
        var scene = Deciding();
        scene.Does(Chloe, new SayOutside(1, 2, T("no")));
        scene.Does(David, new SayOutside(1, 2, T("no")));
        scene.Does(Benoit, new AskRoom(1, Ask.CallBack, T("yes"), Subject: 2));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.Single(scene.Journal.Leaves.OfType<ProposalCalledBack>());
        Decided().Refuses<DecidedAlready>(Amina, new AskRoom(1, Ask.CallBack, T("yes"), Subject: 2));
    }

    [Fact]
    public void What_neighbours_proposed_is_written_when_the_talking_ends()
    {
        var scene = WithTwo();
        Assert.Empty(scene.Journal.Leaves.OfType<ProposalMade>());
        scene.Counts(5);
        scene.MovesOn();
        Assert.Equal(2, scene.Journal.Leaves.OfType<ProposalMade>().Count());
    }

    [Fact]
    public void An_amendment_that_is_not_waiting_cannot_be_refused() =>
        Hearing().Refuses<NoSuchAmendment>(Amina, Proposal("no", Touches.Amendment, 7));
}
