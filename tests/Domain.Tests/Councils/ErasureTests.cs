using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

/// <summary>Words leave the record by decision of a council or by law, and the record says so.</summary>
public sealed class ErasureTests
{
    private static readonly LocalDate Day = new(2026, 11, 1);

    private static Withhold ByLaw(params TextAt[] texts) => new([.. texts], "FR", Order.Court, Day);

    private static TextAt What(Scene scene, int council = 1) => scene.Quarter.Councils[council].Decision!.What;

    /// <summary>The first council decided something; the second that its words go.</summary>
    private static Scene Blanked(Duration? wait = null, TextAt? target = null)
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Decides(2, Touches.Words, target ?? What(scene));
        if (wait is { } time) scene.Waits(time);
        return scene;
    }

    [Fact]
    public void After_seventy_two_hours_the_words_are_gone_from_decision_and_proposal()
    {
        var scene = Blanked();
        var decided = scene.Quarter.Councils[1];
        Assert.Equal("We mend it on Saturday.", scene.Quarter.Said(decided.Decision!.What)!.Value);
        Assert.Empty(scene.Waits(Duration.FromHours(72) - Duration.FromMinutes(1)).OfType<DisclosureErased>());
        var erased = Assert.Single(scene.Waits(Duration.FromMinutes(1)).OfType<DisclosureErased>());
        Assert.Equal((Ground.Council, 2), (erased.Ground, erased.Council));
        Assert.Equal(2, erased.Entries.Length);
        Assert.Null(scene.Quarter.Said(decided.Decision.What)!.Value);
        Assert.Null(scene.Quarter.Said(decided.Proposals[1].What)!.Value);
        Assert.NotNull(scene.Quarter.Said(decided.Proposals[2].What)!.Value);
        Assert.NotNull(scene.Quarter.Amendments[2].DoneAt);
        Assert.Empty(scene.Waits(Duration.FromDays(60)).OfType<DisclosureErased>());
    }

    [Fact]
    public void It_takes_notice_a_room_and_half_the_heads_of_the_council_whose_words_they_are()
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(71))));
        scene.GetsTo(Touches.Words, What(scene));
        Assert.Equal(72, scene.Refuses<NeedsNotice>(Amina, new PutProposal(2, 1)).Hours);
        var crowd = new Scene(Over(8)) { Number = 2 };
        crowd.Decides(2, Touches.Words, What(crowd));
    }

    [Fact]
    public void A_later_council_says_no_in_time()
    {
        var scene = new Scene(Blanked()) { Number = 3 };
        scene.Decides(3, Touches.Amendment, notice: Duration.FromHours(25), amendment: 2);
        Assert.Empty(scene.Waits(Duration.FromDays(30)).OfType<DisclosureErased>());
        Assert.NotNull(scene.Quarter.Said(What(scene))!.Value);
    }

    [Fact]
    public void What_went_meanwhile_is_not_erased_again()
    {
        var scene = Blanked();
        scene.Does("host", ByLaw(What(scene), scene.Quarter.Councils[1].Proposals[1].What));
        Assert.Empty(scene.Waits(Duration.FromDays(30)).OfType<DisclosureErased>());
        Assert.Equal(Standing.Withheld, scene.Quarter.Said(What(scene))!.Standing);
    }

    [Fact]
    public void Words_blacked_out_meanwhile_go_as_they_stand_then()
    {
        var scene = Blanked();
        var target = What(scene);
        scene.Happens(new WordsBlackedOut(1, target.Seq, target.Name, 0, 1, T("██ mend it on Saturday.")));
        var erased = Assert.Single(scene.Waits(Duration.FromHours(72)).OfType<DisclosureErased>());
        Assert.Contains(erased.Erases, e => e.Name == "words");
        Assert.Null(scene.Quarter.Said(target)!.Value);
    }

    [Fact]
    public void Only_what_is_in_the_record_and_not_gone_can_be_proposed()
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(80))));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(5);
        scene.MovesOn();
        scene.Refuses<NoSuchText>(Amina, Proposal("out", Touches.Words, council: 2));
        scene.Refuses<NoSuchText>(Amina, Proposal("out", Touches.Words, council: 2) with { Target = new TextAt(999, "what") });
        scene.Refuses<AmendItInstead>(Amina, Proposal("out", Touches.Words, council: 2) with { Target = scene.Quarter.Horizon });
        scene.Does("host", ByLaw(What(scene)));
        scene.Refuses<ErasedAlready>(Amina, Proposal("out", Touches.Words, council: 2) with { Target = What(scene) });
    }

    [Fact]
    public void Gone_between_proposing_and_deciding_there_is_nothing_to_decide()
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(80))));
        scene.GetsTo(Touches.Words, What(scene));
        scene.Does("host", ByLaw(What(scene)));
        scene.Refuses<ErasedAlready>(Amina, new PutProposal(2, 1));
    }

    [Fact]
    public void The_host_withholds_under_law_and_says_which()
    {
        var scene = Over();
        var erased = Assert.IsType<DisclosureErased>(Assert.Single(scene.Does("host", ByLaw(scene.Council.Question))));
        Assert.Equal((Ground.Law, "FR", Order.Court, Day), (erased.Ground, erased.Country, erased.Order, erased.OrderedOn));
        Assert.Equal(Standing.Withheld, scene.Quarter.Said(scene.Council.Question)!.Standing);
        scene.Refuses<ErasedAlready>("host", ByLaw(scene.Council.Question));
        scene.Refuses<NoSuchText>("host", ByLaw(new TextAt(1, "nothing")));
        scene.Refuses<OnlyTheHost>(Amina, ByLaw(scene.Council.Place));
        scene.Refuses<NoSuchCountry>("host", ByLaw(scene.Council.Place) with { Country = "France" });
        scene.Refuses<NotYetOrdered>("host", ByLaw(scene.Council.Place) with { On = new LocalDate(2026, 11, 23) });
        Assert.Equal(200, scene.Refuses<TooManyTexts>("host", ByLaw()).Most);
        scene.Refuses<ErasedAlready>(Amina, new BlackOut(1, scene.Council.Question, 0, 1, SlipOf(Amina)));
    }
}
