using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

/// <summary>How a room comes to decide in another way than was announced.</summary>
public sealed class MethodTests
{
    [Fact]
    public void The_room_consents_to_another_way_and_the_record_says_so()
    {
        var scene = Deciding();
        scene.Does(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Ranked));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.Equal(Method.Ranked, scene.Council.MethodNow);
        Assert.Equal(Method.Consent, scene.Council.Method);
        Assert.Equal((Method.Ranked, 5), Assert.Single(scene.Journal.Leaves.OfType<MethodChosen>()) is var chosen ? (chosen.Method, chosen.AtLeast) : default);
        scene.Refuses<OtherMethod>(scene.Facilitator, new PutProposal(1, 1));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
    }

    [Fact]
    public void One_standing_objection_keeps_the_way_that_was_announced()
    {
        var scene = Deciding();
        scene.Does(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Approval));
        scene.Answers(Reply.Yes, All[..4]);
        scene.Answers(Reply.Object, All[4]);
        Assert.Equal(Method.Consent, scene.Council.MethodNow);
        Assert.Empty(scene.Journal.Leaves.OfType<MethodChosen>());
    }

    [Fact]
    public void Chosen_while_talking_it_is_in_force_when_deciding_begins()
    {
        var scene = Hearing();
        scene.Does(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Score));
        scene.Answers(Reply.Yes, All[..5]);
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(5);
        scene.MovesOn();
        Assert.Equal(Method.Score, scene.Council.MethodNow);
    }

    [Fact]
    public void It_is_not_asked_for_the_way_in_force_while_a_ballot_is_open_or_once_it_is_over()
    {
        var scene = Deciding(method: Method.Approval);
        Assert.IsType<DecidedSoAlready>(scene.Tries(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Approval)).Refusal);
        Assert.IsType<OtherMethod>(scene.Tries(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: 17)).Refusal);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Refuses<BallotIsOpen>(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Consent));
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [0, 1, 0]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        scene.Refuses<DecidedAlready>(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Consent));
        scene.MovesOn();
        scene.Refuses<NotAtThisStep>(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Consent));
    }

    [Fact]
    public void Once_the_room_leaves_things_as_they_are_no_other_way_brings_them_back()
    {
        var scene = Deciding(method: Method.Approval);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        scene.Tells(new HandsTold([4, 1, 1], [], 5));
        scene.Refuses<LeftForTonight>(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Score));
    }

    [Fact]
    public void A_majority_is_never_announced_and_comes_after_two_rounds_of_consent_only()
    {
        var founded = Founded();
        founded.Refuses<OnlyAsLastResort>(Amina, new Convene(Bench(method: Method.Majority)));
        founded.Does(Amina, new Convene(Bench()));
        founded.Refuses<OnlyAsLastResort>(Amina, new Change(1, Bench(method: Method.Majority)));

        var scene = Deciding();
        var majority = new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Majority);
        scene.Puts(1);
        Round(scene);
        Assert.Equal(2, scene.Refuses<OnlyAsLastResort>(Chloe, majority).Rounds);
        scene.Does(scene.Facilitator, new OpenRound(1));
        Round(scene);
        scene.Does(Chloe, majority);
        scene.Answers(Reply.Yes, All[..5]);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        Assert.Equal(4, scene.Refuses<MoreHandsThanVoters>(Amina, new TellHands(1, new HandsTold([2, 2, 1], [], 4))).Voters);
        scene.Tells(new HandsTold([1, 2, 1], [], 5));
        Assert.Equal((1, Method.Majority), (scene.Council.Decision!.Proposal, scene.Council.Decision.Method));
        // Whatever was decided, the objection stays.
        scene.MovesOn();
        Assert.Contains(scene.Council.Objections, o => o is { Round: 2, End: End.Stands });
    }

    private static void Round(Scene scene)
    {
        foreach (var who in All[..4]) scene.Does(who, new SayConsent(1, null));
        scene.Does(All[4], new SayConsent(1, T("It is too late in the year.")));
    }
}
