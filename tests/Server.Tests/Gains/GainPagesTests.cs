using Faubourg.Domain;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Announce;
using Faubourg.Server.Tests.Councils;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Server.Tests.Web;
using Faubourg.Web.Gains;
using NodaTime;

namespace Faubourg.Server.Tests.Gains;

public sealed class GainPagesTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Both_pictures_add_up_to_the_log(int many)
    {
        var (quarter, now) = (Claimed(many), Evenings.End + Duration.FromDays(100));
        var log = new GainLog(quarter, now);
        Assert.Equal(many, log.Count);
        Assert.Equal(many, log.ByDomain.Sum(domain => domain.Sum()));
        // 100 days old and never shown: counted after 30 and after 90 days, each as lapsed.
        Assert.Equal([many, many, 0], log.ByAge.Select(age => age.Sum()));
        Assert.Equal([many, many, 0], log.ByAge.Select(age => age[(int)Lasting.Lapsed]));
        Assert.Equal(Math.Min(many, GainLog.PageLength), log.Page(0).Count());
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_text()
    {
        var quarter = Evenings.Told(
            Evenings.Convened("Who?"),
            new GainClaimed(1, GainKind.NeedMet, GainDomain.Food, 3, Text.Of("=HYPERLINK(\"http://evil\")"), Text.Of("@cmd")));
        var csv = System.Text.Encoding.UTF8.GetString(GainsCsv.Of(quarter with { Councils = quarter.Councils.SetItem(1, quarter.Councils[1] with { Step = Domain.Councils.Step.Dissolved }) }, Evenings.End));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains(",'@cmd,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gain_of_a_council_is_on_the_page_in_json_and_in_the_table()
    {
        var street = await Street.Found(house);
        Assert.Contains("Nothing yet", await street.Page("/gains"), StringComparison.Ordinal);
        await street.Held("Who mends the bench?", days: 3);
        foreach (var language in new[] { "en", "fr" })
        {
            var page = await street.Page("/gains", language);
            Assert.Contains("One bench", page, StringComparison.Ordinal);
            Assert.Equal(2, page.Split("role=\"img\"").Length - 1);
            Assert.Contains("<table>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("[gains.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("[charges.", await street.Page("/charges", language) + await street.Page("/charges/card", language), StringComparison.Ordinal);
        }

        var json = await street.Json("/gains");
        Assert.Equal("claimed", json.GetProperty("gains")[0].GetProperty("state").GetString());
        Assert.Equal(1, json.GetProperty("by_domain").EnumerateArray().Sum(domain => domain.GetProperty("claimed").GetInt32()));
        Assert.Contains("One bench,claimed", await street.Page("/gains.csv"), StringComparison.Ordinal);
        Assert.Equal(0, (await street.Json("/charges")).GetProperty("charges").GetArrayLength());
    }

    [Fact]
    public async Task What_we_look_after_is_proposed_with_its_terms_and_needs_weight()
    {
        await using var table = await Table.Talking();
        var refused = await table.Try(3, "proposals/charge", new { what = "Tools for all", kind = "mediation", covers = "Quarrels", reach = "The kiosk on Tuesdays", places = 1, days = 30 });
        Assert.Equal("NotSuchATerm", refused.Refusal);
        await table.Say(3, "proposals/charge", new { what = "Tools for all", kind = "tool-library", covers = "Drills and ladders", reach = "The blue cupboard", places = 2, days = 30 });
        var page = await table.Page(4, "proposals/1");
        Assert.Contains("Drills and ladders", page, StringComparison.Ordinal);
        Assert.Contains("The blue cupboard", page, StringComparison.Ordinal);
        Assert.Equal("NoSuchGain", (await table.Try(3, "proposals/gain", new { what = "We saw it", gain = 1 })).Refusal);
        Assert.Equal("NoOpenCharge", (await table.Try(3, "proposals/charge-renewal", new { what = "On with it", charge = 1 })).Refusal);
    }

    private static Quarter Claimed(int many) => Evenings.Told(Enumerable.Range(0, many).Select(n =>
        new GainClaimed(1, GainKind.NeedMet, (GainDomain)(n % 10), null, Text.Of("soup"), null)).Prepend<Domain.PublicEvent>(Evenings.Convened("Who cooks?")));
}
