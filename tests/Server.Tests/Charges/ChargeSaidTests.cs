using System.Net;
using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using Faubourg.Ledger.Keys;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Charges;

/// <summary>A council that time ended keeps its words back for twelve hours: so does the page of what it took on.</summary>
public sealed class ChargeSaidTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Words_of_a_charge_wait_as_long_as_those_of_its_minutes()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        using var reader = house.Browser();
        using var program = house.Script();
        var quarters = (QuartersInMemory)house.Services.GetRequiredService<IQuarters>();
        foreach (var (slug, from, shown) in new (string, Instant?, bool)[] { ("waits", now + Duration.FromHours(12), false), ("closed", null, true), ("waited", now - Duration.FromHours(1), true) })
        {
            quarters.Place(slug, TakenOn(now, from));
            foreach (var told in new[]
            {
                await reader.GetStringAsync($"/quarters/{slug}/charges"),
                await program.GetStringAsync($"/quarters/{slug}/charges"),
                await reader.GetStringAsync($"/quarters/{slug}/calendar.ics"),
            })
            {
                Assert.Equal(shown, told.Contains("Ladders of Mr Blue", StringComparison.Ordinal));
                Assert.True(shown || !told.Contains("Ring at number 9", StringComparison.Ordinal));
            }

            // Whoever serves from that evening on opens their slip: it shows no more than the page of charges.
            var opened = await program.PostAsync($"/quarters/{slug}/slips", new FormUrlEncodedContent([new("slip", Served)]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
            var page = await reader.PostAsync($"/quarters/{slug}/slips", new FormUrlEncodedContent([new("slip", Served)]), TestContext.Current.CancellationToken);
            Assert.Equal(shown, (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("Ladders of Mr Blue", StringComparison.Ordinal));
        }
    }

    private static readonly string Served = string.Join(' ', SpokenWord.Of(new byte[32], 6));

    private static Quarter TakenOn(Instant now, Instant? textsFrom)
    {
        Event[] leaves =
        [
            new QuarterFounded(1, "test/q/waits", "", "Europe/Paris", ["fr"], false, Text.Of("Rue Lente"), Text.Of("Lyon"), null, []),
            (CouncilConvened)Evenings.Convened("Who keeps the ladders?") with { StartsAt = now },
            new ChargeOpened(1, ChargeKind.ToolLibrary, 2, 30, Text.Of("Ladders of Mr Blue"), Text.Of("Ring at number 9")),
            new CouncilDissolved(1, Outcome.Decided, Ending.Time, now, textsFrom),
            new SlipLeft(1, new Slip(Slips.HashOf(Served), Purpose.Service, 1, now + Duration.FromDays(30), 1, Charge: 1)),
        ];
        return leaves.Aggregate(Quarter.Unfounded, (quarter, leaf) => Rules.Evolve(quarter, leaf, now));
    }
}
