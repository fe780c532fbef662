using System.Net;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Record;
using Faubourg.Web;
using Faubourg.Web.Stories;
using NodaTime;

namespace Faubourg.Server.Tests.Stories;

/// <summary>What neighbours tell each other is what the record says, and nothing more.</summary>
public sealed class StoriesTests(RecordHouse house) : IClassFixture<RecordHouse>
{
    [Fact]
    public async Task A_council_that_decided_leaves_a_card_and_what_was_only_said_is_not_told_as_if_it_were_there()
    {
        Assert.Contains("/stories/1", await house.Page(house.Played + "/stories"), StringComparison.Ordinal);
        var card = await house.Page(house.Played + "/stories/1");
        Assert.Contains("Mend the bench ourselves", card, StringComparison.Ordinal);
        Assert.Contains("We asked nobody for permission.", card, StringComparison.Ordinal);
        Assert.Contains("What we said we gained:", card, StringComparison.Ordinal);
        Assert.DoesNotContain("What we have now:", card, StringComparison.Ordinal);
        Assert.DoesNotContain("og:", card, StringComparison.Ordinal);
        Assert.Equal(4, (await house.Page(house.Played + "/stories/1?size=a4")).Split("class=\"card-a6").Length - 1);
        Assert.Contains("Nous n’avons demandé la permission à personne.", await house.Page(house.Played + "/stories/1", "fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_council_refused_is_no_story_and_who_asked_an_institution_did_not_ask_nobody()
    {
        var quarter = (await house.Quarters.Find("rehearsal", TestContext.Current.CancellationToken))!.Quarter;
        var (council, now) = (quarter.Councils[1], quarter.At);
        Assert.Equal("stories.free", StoryTold.Of(quarter, council, now)!.How);
        var asking = council with { Requests = [new Request(1, now, new LocalDate(2026, 6, 1), council.Question, council.Question)] };
        Assert.Equal("stories.wrote", StoryTold.Of(quarter, asking, now)!.How);
        var decided = new Amendment(1, Touches.Jar, council.Question, now, 20, RefusedAt: null);
        Assert.NotNull(StoryTold.Of(With(decided), council, now));
        Assert.Null(StoryTold.Of(With(decided with { RefusedAt = now }), council, now));

        Quarter With(Amendment amendment) => quarter with { Amendments = quarter.Amendments.SetItem(1, amendment) };
    }

    [Fact]
    public async Task Where_nothing_was_decided_there_is_no_story_and_a_page_says_so()
    {
        var quarter = await house.Founded("Rue neuve");
        Assert.Contains("There is no story yet.", await house.Page(quarter + "/stories"), StringComparison.Ordinal);
        using var none = await house.Ask(HttpMethod.Get, quarter + "/stories/1", "text/html");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_almanac_has_first_times_traditions_and_days_with_their_sources()
    {
        var almanac = await house.Page(house.Played + "/almanac");
        Assert.Contains("Our first council met.", almanac, StringComparison.Ordinal);
        Assert.Contains("one word each", almanac, StringComparison.Ordinal);
        Assert.Contains("Journal officiel de la Commune, 21.4.1871", almanac, StringComparison.Ordinal);
        Assert.All(CommuneDays.All(Words.In("fr")), day => Assert.False(day.Says.StartsWith('[') || day.Source.Length == 0));
    }

    [Fact]
    public async Task The_six_steps_are_ticked_by_the_record_alone_and_what_is_not_built_is_said()
    {
        var begun = await house.Page(house.Played + "/first-evening");
        Assert.Equal(3, begun.Split("<li class=\"done\">").Length - 1);
        Assert.Equal(2, begun.Split("This cannot be done here yet.").Length - 1);
        var fresh = await house.Page(await house.Founded("Rue du Puits") + "/first-evening");
        Assert.Equal(0, fresh.Split("<li class=\"done\">").Length - 1);
        Assert.Contains("/councils/new\"", fresh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_anniversary_comes_next_on_its_day_or_the_year_after()
    {
        var day = new Anniversary(new LocalDate(1871, 3, 18), "", "");
        Assert.Equal(new LocalDate(2026, 3, 18), day.Next(new LocalDate(2026, 3, 18)));
        Assert.Equal(new LocalDate(2027, 3, 18), day.Next(new LocalDate(2026, 3, 19)));
        Assert.Equal(156, day.Years(new LocalDate(2026, 12, 1)));
        Assert.Equal(new LocalDate(2026, 2, 28), new Anniversary(new LocalDate(2024, 2, 29), "", "").Next(new LocalDate(2026, 1, 1)));
    }
}
