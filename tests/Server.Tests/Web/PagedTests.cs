using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

/// <summary>However long a neighbourhood has lived: fifty at a time, for people and for programs.</summary>
public sealed class PagedTests(House house) : IClassFixture<House>
{
    private const int Many = 120;

    private const string Old = "/quarters/old";

    [Theory]
    [InlineData("/projects", "projects", "project")]
    [InlineData("/waiting", "waiting", "project")]
    [InlineData("/charges", "charges", "charge")]
    [InlineData("/gains", "gains", "gain")]
    [InlineData("/jars", "jars", "jar")]
    [InlineData("/jars/1", "movements", "movement")]
    [InlineData("/offers", "offers", "offer")]
    public async Task A_long_list_is_told_fifty_at_a_time_and_each_thing_once(string path, string name, string number)
    {
        Lived();
        using var program = house.Script();
        var (sizes, seen) = (new List<int>(), new List<int>());
        for (var next = Old + path; next is not null;)
        {
            var page = JsonDocument.Parse(await program.GetStringAsync(next)).RootElement;
            sizes.Add(page.GetProperty(name).GetArrayLength());
            seen.AddRange(page.GetProperty(name).EnumerateArray().Select(one => one.GetProperty(number).GetInt32()));
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        Assert.Equal([50, 50, 20], sizes);
        Assert.Equal(Enumerable.Range(1, Many), seen.Order());
    }

    [Theory]
    [InlineData("-1", 50)]
    [InlineData("x", 50)]
    [InlineData("99999999999999999999", 50)]
    [InlineData("2147483647", 0)]
    [InlineData("3", 0)]
    public async Task A_page_that_is_none_is_the_first_or_empty(string page, int told)
    {
        Lived();
        using var program = house.Script();
        var answer = JsonDocument.Parse(await program.GetStringAsync($"{Old}/gains?page={page}")).RootElement;
        Assert.Equal(told, answer.GetProperty("gains").GetArrayLength());
        Assert.Equal(told > 0, answer.TryGetProperty("next", out _));
        // What stands above the list is of all of it.
        Assert.Equal(Many, answer.GetProperty("by_domain").EnumerateArray().Sum(domain => domain.GetProperty("claimed").GetInt32()));
    }

    private void Lived()
    {
        var quarters = (QuartersInMemory)house.Services.GetRequiredService<IQuarters>();
        if (quarters.List().Contains("old")) return;
        var now = SystemClock.Instance.GetCurrentInstant();
        var founded = new QuarterFounded(1, "test/q/old", "", "Europe/Paris", ["fr"], false, Text.Of("Rue Longue"), Text.Of("Lyon"), null, []);
        var leaves = Enumerable.Range(1, Many).SelectMany(n => Evening(n, now)).Prepend(founded);
        quarters.Place("old", leaves.Aggregate(Quarter.Unfounded, (quarter, leaf) => Rules.Evolve(quarter, leaf, now)));
    }

    private static IEnumerable<PublicEvent> Evening(int n, Instant now) =>
    [
        (CouncilConvened)Evenings.Convened("Who cooks?") with { Council = n, StartsAt = now },
        new DecisionMade(n, 1, Method.Consent, null, false, Touches.Nothing, null, Text.Of("We cook."), null),
        new ChargeOpened(n, ChargeKind.ToolLibrary, 2, 30, Text.Of("Pans"), Text.Of("The cupboard")),
        new JarOpened(n, Currency.Eur, 1_000_000, true, null, null),
        new TaskOpened(n, 1, null, false, false, false, Text.Of("Soup"), null, null),
        new GainClaimed(n, GainKind.NeedMet, GainDomain.Food, null, Text.Of("soup"), null),
        new OfferLogged(n, OfferKind.Money, null, Text.Of("The city"), Text.Of("Pots"), null),
        new CouncilDissolved(n, Outcome.Decided, Ending.Closing, now, null),
        new JarMoved(1, n, $"{n:x32}", Move.Given, 100, 100 * n, Currency.Eur, 1, null, null, false, null, null),
    ];
}
