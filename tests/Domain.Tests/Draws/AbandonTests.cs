using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>A draw that does not come to its end stays in sight.</summary>
public sealed class AbandonTests
{
    private static Scene Closed(Way way = Way.Dice, int seats = 7)
    {
        var scene = Counted(seats);
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1, way));
        return scene;
    }

    private static void GivesUp(Scene scene, params string[] all)
    {
        foreach (var who in all) scene.Does(who, new AbandonDraw(1));
    }

    private static DrawAbandoned Leaf(Scene scene) => Assert.Single(scene.Journal.Leaves.OfType<DrawAbandoned>());

    [Fact]
    public void Three_give_it_up_before_anything_is_known_never_one_alone()
    {
        var scene = Closed();
        GivesUp(scene, Amina, Benoit);
        scene.Refuses<AlreadySaid>(Amina, new AbandonDraw(1));
        Assert.NotNull(scene.Room.Draw);
        GivesUp(scene, Farid);
        Assert.Null(scene.Room.Draw);
        Assert.Equal(new DrawAbandoned(1, 1, DrawPhase.Numbers, null, 0), Leaf(scene));
        Assert.Empty(scene.Room.Roles);
        scene.Refuses<NoRollIsClosed>(Amina, new AbandonDraw(1));
    }

    [Fact]
    public void The_next_one_has_the_next_number_and_whoever_came_meanwhile_is_asked_too()
    {
        var scene = Closed(seats: 5);
        scene.Sits(Farid);
        scene.Refuses<RollIsClosed>(Farid, new SayWilling(1, [.. AnyRole], false, System.Collections.Immutable.ImmutableSortedDictionary<Role, string>.Empty, []));
        GivesUp(scene, Amina, Benoit, Chloe);
        scene.IsWilling(Farid, AnyRole);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        Assert.Equal([1, 2], scene.Council.Draws.Select(d => d.Number));
        Assert.Equal(DrawPhase.Numbers, scene.Council.Draws[0].Abandoned);
        Assert.Contains($"draw;{Origin}/1/2\n", scene.Council.Draws[1].Transcript, StringComparison.Ordinal);
        Assert.Contains(scene.SeatOf(Farid).Number, scene.Room.Roll.Values);
        Assert.All(scene.Council.Calls, call => Assert.Equal(2, call.Draw));
    }

    [Fact]
    public void It_says_how_far_the_draw_had_come()
    {
        var committing = Counted(7);
        committing.WouldCommit(Benoit, Chloe);
        committing.Does(Amina, new CloseRoll(1));
        GivesUp(committing, Amina, Benoit, Farid);
        Assert.Equal(DrawPhase.Committing, Leaf(committing).Phase);

        var revealing = Counted(7);
        revealing.WouldCommit(Benoit, Chloe);
        revealing.Does(Amina, new CloseRoll(1));
        revealing.Commits(Benoit, Chloe);
        GivesUp(revealing, Amina, Benoit, Farid);
        Assert.Equal(DrawPhase.Revealing, Leaf(revealing).Phase);
    }

    [Fact]
    public void Once_numbers_are_typed_it_takes_more_than_half_and_the_record_shows_them()
    {
        var scene = Closed();
        GivesUp(scene, Amina, Benoit);
        scene.Does(Chloe, new TypeDraw(1, Way.Dice, Dice, NoHat));
        Assert.Equal(4, AbandonDraw.Needed(scene.Council, scene.Now));
        GivesUp(scene, Farid);
        Assert.NotNull(scene.Room.Draw);
        GivesUp(scene, Elise);
        Assert.Equal(new DrawAbandoned(1, 1, DrawPhase.Known, Dice, 0), Leaf(scene));
    }

    [Fact]
    public void Doubting_the_numbers_first_makes_them_no_less_known()
    {
        var scene = Closed();
        scene.Does(Chloe, new TypeDraw(1, Way.Dice, Dice, NoHat));
        scene.Does(Benoit, new ConfirmDraw(1, false));
        GivesUp(scene, Amina, Benoit, Chloe);
        Assert.NotNull(scene.Room.Draw);
        GivesUp(scene, David);
        Assert.Equal(new DrawAbandoned(1, 1, DrawPhase.Known, Dice, 1), Leaf(scene));
    }

    [Fact]
    public void Once_the_numbers_are_confirmed_nobody_gives_it_up_and_nobody_closes_another_list()
    {
        var scene = Closed();
        GivesUp(scene, Amina, Benoit);
        scene.Throws(Dice);
        foreach (var who in All[..7]) scene.Refuses<NoRollIsClosed>(who, new AbandonDraw(1));
        scene.Refuses<RollIsClosed>(Amina, new CloseRoll(1));
    }

    [Fact]
    public void Who_left_counts_for_nothing_and_where_fewer_than_three_are_left_all_of_them_do_it()
    {
        var scene = Closed(seats: 4);
        GivesUp(scene, Amina, Benoit);
        scene.Does(Benoit, new LeaveSeat(1));
        Assert.NotNull(scene.Room.Draw);
        scene.Does(Chloe, new LeaveSeat(1));
        Assert.Equal(2, AbandonDraw.Needed(scene.Council, scene.Now));
        GivesUp(scene, David);
        Assert.Null(scene.Room.Draw);
    }

    [Fact]
    public void A_council_that_ends_gives_up_the_draw_that_is_open_and_says_so()
    {
        var scene = Closed();
        scene.Does(Chloe, new TypeDraw(1, Way.Dice, Dice, NoHat));
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal(new DrawAbandoned(1, 1, DrawPhase.Known, Dice, 0), Leaf(scene));
        Assert.IsType<CouncilDissolved>(scene.Journal.Leaves.Last());
        var late = Counted(7);
        late.WouldCommit(Benoit);
        late.Does(Amina, new CloseRoll(1));
        late.Commits(Benoit);
        late.WaitsUntil(late.Council.EndsAt + Duration.FromHours(3));
        Assert.Equal(DrawPhase.Numbers, Leaf(late).Phase);
    }

    [Fact]
    public void A_paper_hat_is_given_up_in_the_same_way()
    {
        var scene = Closed(Way.Hat);
        var hat = scene.Council.Draws[0].Eligible;
        scene.Does(Chloe, new TypeDraw(1, Way.Hat, null, hat));
        GivesUp(scene, Amina, Benoit, Chloe, David);
        Assert.Equal(new DrawAbandoned(1, 1, DrawPhase.Known, null, 0), Leaf(scene));
    }
}
