using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Web.Charges;
using NodaTime;

namespace Faubourg.Server.Tests.Charges;

/// <summary>The picture of a charge's terms, with none, one and very many.</summary>
public sealed class ChargeTermsTests
{
    private static readonly Instant Opened = Evenings.End;

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(10_000, Terms.Most, Terms.MostLanes)]
    public void Terms_stand_in_their_place_and_only_as_many_as_can_be_looked_at(int many, int shown, int lanes)
    {
        var terms = Of(many, Opened + Duration.FromDays(40));
        Assert.Equal((shown, lanes), (terms.All.Count, terms.Lanes));
        Assert.Equal((0d, Terms.Width), (terms.X(terms.From), (int)terms.X(terms.To)));
        Assert.All(terms.All, term => Assert.InRange(terms.X(term.To), terms.X(term.From), Terms.Width));
        Assert.All(terms.All.Where(t => t.Lane is not null).GroupBy(t => t.Lane), lane =>
            Assert.All(lane.Zip(lane.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From)));
        Assert.Equal(Opened + Charge.Consent, terms.To);
    }

    [Fact]
    public void Who_stepped_aside_is_shown_until_that_day_and_what_is_long_over_no_more()
    {
        var early = Opened + Duration.FromDays(10);
        var charge = One with
        {
            Services = [new ServiceTerm(1, 1, Opened, Opened + Duration.FromDays(30)) { EndedAt = early }],
            Renewals = [new DecidedBy(2, Opened + Duration.FromDays(170))],
        };
        Assert.Equal([new Term(Opened, early, true, 0)], new Terms(Quarter.Unfounded, charge, early).All);
        var later = new Terms(Quarter.Unfounded, charge, Opened + Duration.FromDays(200));
        Assert.Empty(later.All);
        Assert.Single(later.Renewed);
        Assert.Equal((Opened + Duration.FromDays(18), Opened + Duration.FromDays(170) + Charge.Consent), (later.From, later.To));
    }

    private static Charge One => new(1, ChargeKind.ToolLibrary, 2, 30, Opened, default!, default!);

    /// <summary>One begins every hour, each for 30 days.</summary>
    private static Terms Of(int many, Instant now) => new(
        Quarter.Unfounded,
        One with { Services = [.. Enumerable.Range(0, many).Select(n => Opened + Duration.FromHours(n % 900)).Order().Select((from, n) => new ServiceTerm(1, n + 1, from, from + Duration.FromDays(30)))] },
        now);
}
