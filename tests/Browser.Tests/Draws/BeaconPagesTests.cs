using Faubourg.Domain.Draws;
using Microsoft.Playwright;
using NodaTime;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>A lot for a jury, decided by a real round of the beacon that somebody brings on their phone.</summary>
public sealed class BeaconPagesTests(Stage stage)
{
    private const int Seats = 6;

    private static readonly string Answer = $$"""
        {"round":{{House.Round}},"randomness":"fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
         "signature":"{{House.Signature}}"}
        """;

    [Theory]
    [InlineData(true, "en", false)]
    [InlineData(false, "fr", true)]
    public async Task A_round_brought_by_hand_draws_a_jury(bool scripts, string language, bool dark)
    {
        await using var house = await House.Open(Seats);
        foreach (var seat in new[] { 1, 2, 3 }) await house.Does(seat, "step", new { from = "gathering" });
        await using var bringer = await house.Holding(stage, 3, new Eyes(Dark: dark, Language: language, Scripts: scripts));
        await OpenLot(house, bringer);
        foreach (var seat in new[] { 4, 5, 6 }) await house.Does(seat, "willingness", new { lot = true });
        // A phone with scripts takes part: two phases are planned for it.
        house.Now = Beacon.TimeOf(House.Round) - Phases.BeforeTheRound - (scripts ? Phases.Each + Phases.Each : Duration.Zero);
        await Close(house, bringer);
        Assert.Equal(House.Round, (await house.State()).Draws[0].Round);

        await bringer.Press("draws.bring");
        await Fits(bringer, "beacon");
        Assert.Contains(Beacon.Chain + "/public/123", await bringer.Page.Locator("main ol a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        foreach (var (typed, sentence) in new[]
        {
            ("no signal, sorry", bringer.Words["draws.beacon.unread"]),
            (Answer, bringer.Words["refusal.RoundNotYet", ("round", House.Round)]),
            (Answer.Replace("123", "124", StringComparison.Ordinal), bringer.Words["refusal.WrongRound", ("round", House.Round)]),
        })
        {
            await Bring(bringer, typed);
            await bringer.Sees(sentence);
            Assert.Equal(typed, await bringer.Page.Locator("[name=answer]").InputValueAsync());
        }

        house.Now = Beacon.TimeOf(House.Round);
        await Bring(bringer, House.Signature.Replace("b75c", "b75d", StringComparison.Ordinal));
        await bringer.Sees(bringer.Words["refusal.NotTheBeacon", ("round", House.Round)]);
        await Bring(bringer, language == "en" ? Answer : House.Signature.ToUpperInvariant());
        await bringer.Sees(bringer.Words["room.role.Juror"]);
        Assert.Equal(3, (await house.Room()).Serving[Role.Juror].Length);
        await Proven(house, bringer);
        Assert.Empty(bringer.Errors.Concat(bringer.Strays));
    }

    private static async Task OpenLot(House house, Visitor visitor)
    {
        await visitor.Go(house.Council + "/lots/new");
        await Fits(visitor, "lot");
        await visitor.Choose("role", "juror");
        await visitor.Write("places", "3");
        await visitor.Press("draws.lot.act");
        await visitor.Reads("draws.lot.willing");
        await visitor.Press("draws.lot.yes");
        await visitor.Reads("draws.lot.said.yes");
        await Fits(visitor, "lot-open");
    }

    private static async Task Close(House house, Visitor visitor)
    {
        await visitor.Go(house.Council + "/roll");
        await Fits(visitor, "lot-close");
        await visitor.Page.Locator("#beacon > summary").ClickAsync();
        await visitor.Press("draws.close.Beacon");
        if (visitor.Eyes.Scripts) await visitor.Sees(visitor.Words["draws.bring"]);
        else await visitor.Go(house.Council);
    }

    private static async Task Bring(Visitor visitor, string typed)
    {
        await visitor.Write("answer", typed);
        await visitor.Press("draws.beacon.act");
    }

    private static async Task Proven(House house, Visitor visitor)
    {
        await visitor.Go(house.Council + "/draws/1");
        await visitor.Reads("draws.sure.Beacon");
        if (visitor.Eyes.Scripts) await Assertions.Expect(visitor.Page.Locator("[data-redone].same")).ToBeVisibleAsync();
        await Fits(visitor, "beacon-proof");
        await visitor.Go(house.Council);
        await visitor.Press("room.more");
        var before = (await house.Room()).Serving[Role.Juror];
        if (!await visitor.Page.Locator("form[action$='/roles/juror'] button").IsVisibleAsync()) return;
        await visitor.Page.Locator("form[action$='/roles/juror'] button").ClickAsync();
        await visitor.Go(house.Council);
        Assert.NotEqual(before, (await house.Room()).Serving[Role.Juror]);
    }

    private static async Task Fits(Visitor visitor, string picture)
    {
        await visitor.Look(picture);
        if (visitor.Eyes.Scripts) Assert.Empty(await visitor.Barriers());
        Assert.True(await visitor.Overhang() <= 0, $"{picture}: {await visitor.Widest()}");
    }
}
