using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;

namespace Faubourg.Server.Tests.Minutes;

public sealed class MinutesViewTests
{
    private static readonly Instant Noon = Evenings.End + Duration.FromHours(12);

    [Fact]
    public void Heads_are_told_in_bands_only()
    {
        var heads = Evenings.Bench().View().Heads!;
        Assert.Equal((10, 19), (heads.From, heads.To));
    }

    [Fact]
    public void Roles_are_told_without_people()
    {
        var view = Evenings.Bench().View();
        Assert.Equal([Role.Facilitator, Role.Companion, Role.NoteKeeper, Role.Spokesperson], view.Roles);
        Assert.Equal((1, 1), (view.FirstTimes, view.PassedOn));
        Assert.Equal("facilitator, companion, note-keeper and spokesperson, one of them for the first time", Evenings.In("en").Roles(view));
        Assert.Equal("facilitation, accompagnement, prise de notes et porte-parole, dont l’un pour la première fois", Evenings.In("fr").Roles(view));
    }

    [Fact]
    public void What_was_left_is_on_the_wall_and_what_two_stopped_is_not() =>
        Assert.Equal(["B"], Evenings.Bench().View().OnTheWall.Select(p => p.Letter));

    [Fact]
    public void When_time_ended_it_decision_and_tasks_are_told_at_once_and_the_rest_waits()
    {
        var view = Evenings.Bench(textsFrom: Noon).View();
        Assert.True(view.Decision!.What.IsHeld);
        Assert.True(view.Proposals[0].What.IsHeld);
        Assert.All(view.Tasks, task => Assert.True(task.What.IsHeld));
        Assert.All(
            new[] { view.Proposals[1].What, view.Objections[0].Reason, view.Gain!.What, view.Care!.Words!, view.Spokesperson!.Sentence, view.Tasks[0].Taker! },
            text => Assert.Equal(Noon, text.KeptBackUntil));
        Assert.Contains("kept back until", Evenings.In("en").Say(view.Gain.What), StringComparison.Ordinal);
        Assert.Contains("for names to be blacked out", Evenings.In("en").Say(view.Gain.What), StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_twelve_hours_are_over_everything_is_told()
    {
        var view = Evenings.Bench(textsFrom: Noon).View(now: Noon);
        Assert.Null(view.TextsFrom);
        Assert.True(view.Gain!.What.IsHeld);
    }

    [Fact]
    public void A_text_that_was_taken_back_is_told_as_such()
    {
        var quarter = Evenings.Bench();
        var taker = quarter.Councils[1].Tasks[1].Taker!;
        quarter = Rules.Evolve(quarter, new DisclosureErased([taker.Seq], [taker.Name], Ground.Giver), Noon);
        var task = quarter.View(Noon).Tasks[0];
        Assert.Equal("[taken back], by Wednesday 25 November", Evenings.In("en").Fate(task));
        Assert.Equal("[retiré par son auteur], pour le mercredi 25 novembre", Evenings.In("fr").Fate(task));
    }

    [Fact]
    public void Words_blacked_out_are_told_as_they_stand_now()
    {
        var quarter = Evenings.Bench();
        var gain = quarter.Councils[1].Gain!.What;
        quarter = Rules.Evolve(quarter, new WordsBlackedOut(1, gain.Seq, gain.Name, 1, 1, quarter.Texts[gain].BlackedOut(1, 1)), Noon);
        Assert.Equal("One █████ for everybody.", quarter.View(Noon).Gain!.What.Words);
    }

    [Fact]
    public void A_council_that_left_things_as_they_are_has_no_decision_and_says_so()
    {
        var view = Evenings.NotTonight().View();
        Assert.Equal(0, view.Count!.Chosen);
        Assert.Equal("We did not agree tonight. That is a result.", Evenings.In("en").Headline(view));
        Assert.Equal(["A", "B"], view.OnTheWall.Select(p => p.Letter));
    }

    [Theory]
    [InlineData("en", "10 to 19 neighbours met for 50 minutes, decided one thing and went home. Nobody asked for permission.")]
    [InlineData("fr", "De 10 à 19 personnes se sont réunies pendant 50 minutes, ont décidé une chose et sont rentrées. Sans demander la permission à personne.")]
    public void The_first_sentence_says_it_all(string language, string sentence) =>
        Assert.Equal(sentence, Evenings.In(language).Lead(Evenings.Bench().View()));
}
