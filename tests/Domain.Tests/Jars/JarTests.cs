using Faubourg.Domain.Councils;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using Faubourg.Domain.Tests.Record.Audit;
using NodaTime;
using static Faubourg.Domain.Tests.Jars.Purse;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Jars;

/// <summary>A jar from its decision to its end.</summary>
public sealed class JarTests
{
    private static Jar The(Scene scene, int jar = 1) => scene.Quarter.Jars[jar];

    private static JarPhase Phase(Scene scene, int jar = 1) => The(scene, jar).PhaseAt(scene.Quarter, scene.Now);

    [Fact]
    public void It_opens_with_its_project_72_hours_after_the_minutes()
    {
        var scene = Decided(Founded(), Planks, 2);
        Assert.Equal(JarPhase.Waiting, Phase(scene));
        Assert.True(scene.Quarter.Projects[1].IsOpenAt(scene.Quarter, scene.Now));
        scene.Refuses<JarIsNotOpen>(KeepersOrAll(scene)[0], new MoveMoney(1, SlipFor(KeepersOrAll(scene)[0], 1), Told("a", Move.Given, 500)));
        scene.Waits(Amendment.Delay);
        Assert.Equal(JarPhase.Open, Phase(scene));
        Assert.Equal(2, KeepersOf(scene, 1).Length);
        Moves(scene, "a", Move.Given, 500);
        Assert.Equal(500, The(scene).Level);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    /// <summary>Before it holds nobody keeps it yet: those who will.</summary>
    private static string[] KeepersOrAll(Scene scene) => [.. Cast.All.Where(who => scene.Quarter.Slips.ContainsKey(SlipFor(who, 1)))];

    [Fact]
    public void A_council_that_says_no_in_time_keeps_it_shut_for_ever()
    {
        var scene = Decided(Founded(), Planks, 2);
        scene = Decided(scene, null, touches: Touches.Amendment, amendment: 1);
        Assert.Equal(JarPhase.Refused, Phase(scene));
        scene.Waits(Amendment.Delay);
        Assert.Equal(JarPhase.Refused, Phase(scene));
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Keeper);
    }

    [Fact]
    public void It_takes_its_goal_and_no_more_however_much_was_spent()
    {
        var scene = Opened();
        Moves(scene, "a", Move.Given, 30000);
        var (one, other) = (KeepersOf(scene, 1)[0], KeepersOf(scene, 1)[1]);
        scene.Refuses<AboveTheGoal>(one, Says(scene, one, Told("b", Move.Given, 1)));
        Moves(scene, "c", Move.Spent, 20000);
        scene.Refuses<AboveTheGoal>(one, Says(scene, one, Told("b", Move.Given, 1)));
        scene.Refuses<NotInTheJar>(other, Says(scene, other, Told("d", Move.Spent, 10001)));
        scene.Refuses<WrongAmount>(other, Says(scene, other, Told("d", Move.Spent, 0)));
        Moves(scene, "e", Move.Spent, 10000);
        Assert.Equal(0, The(scene).Level);
    }

    [Fact]
    public void A_spending_is_stopped_within_a_day_by_one_keeper_and_is_final_after_it()
    {
        var scene = Opened();
        Moves(scene, "a", Move.Given, 900);
        Moves(scene, "b", Move.Spent, 400);
        var keeper = KeepersOf(scene, 1)[1];
        scene.Waits(Duration.FromHours(23));
        scene.Refuses<NoSuchSlip>(Cast.Stranger, new StopSpending(1, "nothing", 2));
        scene.Refuses<NoSuchMovement>(keeper, new StopSpending(1, SlipFor(keeper, 1), 1));
        scene.Does(keeper, new StopSpending(1, SlipFor(keeper, 1), 2));
        Assert.Equal(900, The(scene).Level);
        Moves(scene, "c", Move.Spent, 400);
        scene.Waits(Duration.FromHours(24));
        scene.Refuses<ItIsFinal>(keeper, new StopSpending(1, SlipFor(keeper, 1), 3));
        scene.Refuses<NoSuchJar>(keeper, new StopSpending(9, SlipFor(keeper, 1), 3));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void A_mistake_is_corrected_once_by_both()
    {
        var scene = Opened();
        Moves(scene, "a", Move.Given, 5000);
        Moves(scene, "b", Move.Corrected, 5000, of: 1);
        Moves(scene, "c", Move.Given, 500);
        Assert.Equal(500, The(scene).Level);
        var keeper = KeepersOf(scene, 1)[0];
        scene.Refuses<NoSuchMovement>(keeper, Says(scene, keeper, Told("d", Move.Corrected, 5000, of: 1)));
        scene.Refuses<NoSuchMovement>(keeper, Says(scene, keeper, Told("d", Move.Corrected, 400, of: 3)));
        Moves(scene, "e", Move.Spent, 200);
        scene.Refuses<NotInTheJar>(keeper, Says(scene, keeper, Told("d", Move.Corrected, 500, of: 3)));
    }

    [Fact]
    public void After_its_project_it_only_empties_and_14_days_later_it_has_ended()
    {
        var scene = Opened();
        Moves(scene, "a", Move.Given, 900);
        scene.WaitsUntil(scene.Quarter.Projects[1].OverAt(scene.Quarter));
        Assert.Equal(JarPhase.Emptying, Phase(scene));
        var keeper = KeepersOf(scene, 1)[0];
        scene.Refuses<TakesNothingMore>(keeper, Says(scene, keeper, Told("b", Move.Given, 1)));
        Moves(scene, "c", Move.Spent, 200);
        Moves(scene, "d", Move.GivenBack, 600);
        scene.WaitsUntil(The(scene).EndsAt(scene.Quarter) - Duration.FromHours(23));
        scene.Refuses<TooLateToSpend>(keeper, Says(scene, keeper, Told("e", Move.Spent, 100)));
        scene.WaitsUntil(The(scene).EndsAt(scene.Quarter));
        Assert.Equal(JarPhase.Ended, Phase(scene));
        Assert.Equal((0, 100), (The(scene).LevelAt(scene.Quarter, scene.Now), The(scene).UnaccountedAt(scene.Quarter, scene.Now)));
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Keeper);
        scene.Refuses<JarIsNotOpen>(keeper, Says(scene, keeper, Told("f", Move.GivenBack, 100)));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void A_project_that_is_renewed_takes_its_jar_along()
    {
        var scene = Opened();
        var end = scene.Quarter.Projects[1].OverAt(scene.Quarter);
        scene = Decided(scene, new RenewProject(1), touches: Touches.Renewal);
        Assert.True(The(scene).EndsAt(scene.Quarter) > end + Jar.AfterProject);
        scene.WaitsUntil(end);
        Assert.Equal(JarPhase.Open, Phase(scene));
        Moves(scene, "a", Move.Given, 900);
    }

    [Fact]
    public void What_is_left_goes_on_to_another_open_jar_as_a_council_says_and_the_rest_of_it_back()
    {
        var scene = Opened(Planks with { Back = false });
        scene = Decided(scene, Planks with { Goal = 700 }, 2);
        scene.Waits(Amendment.Delay);
        Moves(scene, "a", Move.Given, 1000);
        scene = Decided(scene, new SendLeftovers(1, 2));
        Moves(scene, "b", Move.Given, 100, jar: 2);
        var keeper = KeepersOf(scene, 1)[0];
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.PassedOn, 600, 2)));
        scene.Waits(Amendment.Delay);
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.Spent, 600)));
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.GivenBack, 600)));
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.GivenBack, 1000)));
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.GivenBack, 401)));
        Moves(scene, "back", Move.GivenBack, 150);
        scene.Refuses<NobodyDecidedThis>(keeper, Says(scene, keeper, Told("c", Move.GivenBack, 251)));
        Moves(scene, "d", Move.PassedOn, 600, to: 2);
        Assert.Equal((250, 700), (The(scene).Level, The(scene, 2).Level));
        Moves(scene, "e", Move.GivenBack, 250);
        Assert.Equal(Move.Received, The(scene, 2).Movements[^1].Kind);
        Assert.Equal(3, The(scene).Movements[^1].Council);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Whose_account_it_is_is_told_while_it_waits_and_can_be_blacked_out()
    {
        var scene = Deciding(Founded(), Planks, 2);
        scene.Puts(1);
        scene.AllConsent();
        var account = The(scene).AccountAt(scene.Quarter, scene.Now)!;
        Assert.True(KeptBack.Of(scene.Quarter, scene.Now).Holds(account.Holder!, out _));
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal((JarPhase.Waiting, 1), (Phase(scene), account.Council));
        scene.Does(Cast.Benoit, new BlackOut(1, account.Holder!, 1, 1, SlipOf(Cast.Benoit)));
        Assert.Equal("Atelier ████████", scene.Quarter.Said(account.Holder)!.Value);
        scene = Decided(scene, new ChangeAccount(1, Text.Of("The tool library"), Text.Of("DE89370400440532013000")));
        Assert.Contains(The(scene).Accounts[^1].Number, MinutesTexts.Of(scene.Quarter.Councils[2]));
    }

    [Fact]
    public void Only_another_council_changes_the_account_and_it_opens_no_project()
    {
        var scene = Opened();
        scene = Decided(scene, new ChangeAccount(1, Text.Of("The tool library"), Text.Of("DE89370400440532013000")));
        Assert.Equal(1, The(scene).AccountAt(scene.Quarter, scene.Now).Council);
        scene.Waits(Amendment.Delay);
        Assert.Equal("The tool library", scene.Quarter.Said(The(scene).AccountAt(scene.Quarter, scene.Now).Holder)!.Value);
        Assert.False(scene.Quarter.Projects.ContainsKey(2));
    }

    [Fact]
    public void A_jar_that_is_not_there_or_has_ended_is_not_changed()
    {
        var scene = Opened();
        scene.WaitsUntil(The(scene).EndsAt(scene.Quarter));
        scene = Deciding(scene, Planks, 2);
        Assert.IsType<NoSuchJar>(new ChangeAccount(9, null, null).Refuse(scene.Quarter, scene.Council, scene.Now));
        Assert.IsType<JarIsNotOpen>(new ReplaceKeepers(1).Refuse(scene.Quarter, scene.Council, scene.Now));
        Assert.IsType<NoSuchJar>(new SendLeftovers(2, 2).Refuse(scene.Quarter, scene.Council, scene.Now));
        Assert.IsType<WrongAmount>(new OpenJar(Currency.Eur, Jar.MostGoal + 1, true, null, null).Refuse(scene.Quarter, scene.Council, scene.Now));
    }

    [Fact]
    public void A_book_has_an_end()
    {
        var scene = Opened();
        var keeper = KeepersOf(scene, 1)[0];
        for (var n = 1; n < Jar.MostMovements; n++)
            scene.Happens(new JarMoved(1, n, Hash.Of($"{n}")[..32], n % 2 == 1 ? Move.Given : Move.Corrected, 2, n % 2 * 2, Currency.Eur, 1, null, n % 2 == 1 ? null : n - 1, false, null, null));
        scene.Refuses<BookIsFull>(keeper, Says(scene, keeper, Told("one more", Move.Given, 1)));
        Moves(scene, "a last correction", Move.Corrected, 2, of: Jar.MostMovements - 1);
        Assert.Equal(0, The(scene).Level);
    }
}
