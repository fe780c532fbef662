using Faubourg.Domain.Offers;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Tests.Seasons;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;
using static Faubourg.Domain.Tests.Seasons.Carried;

namespace Faubourg.Domain.Tests.Offers;

public sealed class OfferTests
{
    private static readonly LogOffer Money = new(OfferKind.Money, null, T("the city"), T("2,000 euros"), T("their logo"));

    [Fact]
    public void Anybody_logs_an_offer_and_a_council_of_weight_answers_it()
    {
        var scene = Logged();
        Assert.Equal(OfferStanding.Waiting, Standing(scene));
        scene = scene.Carries(new AnswerOffer(1, OfferAnswer.OnOurTerms));
        Assert.Equal(OfferStanding.Answering, Standing(scene));
        scene.Waits(Amendment.Delay);
        Assert.Equal(OfferStanding.Answered, Standing(scene));
        Assert.Equal(new OfferReply(1, OfferAnswer.OnOurTerms), scene.Quarter.Offers[1].Reply(scene.Quarter));
        var later = scene.Next();
        later.Refuses<NoOpenOffer>(Amina, Of(later, new AnswerOffer(1, OfferAnswer.Accept)));
        later.Refuses<NoOpenOffer>(Amina, Of(later, new AnswerOffer(2, OfferAnswer.Accept)));
    }

    [Fact]
    public void An_answer_that_another_council_says_no_to_leaves_the_offer_waiting()
    {
        var scene = Logged().Carries(new AnswerOffer(1, OfferAnswer.Accept));
        var other = new Scene(scene) { Number = 2 };
        other.Decides(2, Touches.Amendment, notice: Duration.FromHours(30), amendment: 1);
        Assert.Equal(OfferStanding.Waiting, Standing(other));
        var third = other.Carries(new AnswerOffer(1, OfferAnswer.Decline));
        Assert.Equal(new OfferReply(3, OfferAnswer.Decline), third.Quarter.Offers[1].Reply(third.Quarter));
    }

    [Fact]
    public void Those_that_lapse_at_once_count_too_for_there_are_not_more_than_fifty_in_ninety_days()
    {
        var scene = Founded();
        var yesterday = Money with { AnswerBy = scene.Now.InUtc().Date.PlusDays(-1) };
        for (var n = 0; n < LogOffer.Most; n++) scene.Does(Amina, yesterday);
        scene.Waits(Duration.FromDays(10));
        scene.Refuses<TooManyOffers>(Amina, Money);
        scene.Waits(LogOffer.Waits);
        scene.Does(Amina, Money);
    }

    [Fact]
    public void Unanswered_it_lapses_and_does_not_come_back()
    {
        var scene = Logged();
        scene.Waits(LogOffer.Waits - Duration.FromMinutes(1));
        Assert.Equal(OfferStanding.Waiting, Standing(scene));
        scene.Waits(Duration.FromMinutes(1));
        Assert.Equal(OfferStanding.Lapsed, Standing(scene));
        scene.Happens(new OfferAnswered(1, 1, OfferAnswer.Accept));
        Assert.Equal(OfferStanding.Lapsed, Standing(scene));
    }

    [Fact]
    public void Its_date_is_within_a_year_and_it_lapses_when_that_day_is_over_everywhere()
    {
        var scene = Founded();
        var today = scene.Now.InUtc().Date;
        scene.Refuses<AnswerWithinAYear>(Amina, Money with { AnswerBy = today.PlusDays(-2) });
        scene.Refuses<AnswerWithinAYear>(Amina, Money with { AnswerBy = today.PlusDays(400) });
        scene.Does(Amina, Money with { AnswerBy = today.PlusDays(3) });
        Assert.Equal(today.PlusDays(4).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12), scene.Quarter.Offers[1].Until);
    }

    [Fact]
    public void Fifty_may_wait()
    {
        var scene = Founded();
        for (var n = 0; n < LogOffer.Most; n++) scene.Does(Amina, Money);
        scene.Refuses<TooManyOffers>(Amina, Money);
        scene.Waits(LogOffer.Waits);
        scene.Does(Amina, Money);
    }

    private static Scene Logged()
    {
        var scene = Founded();
        scene.Does(Amina, Money);
        return scene;
    }

    private static OfferStanding Standing(Scene scene) => scene.Quarter.Offers[1].At(scene.Quarter, scene.Now);
}
