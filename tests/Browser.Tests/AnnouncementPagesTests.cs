using Faubourg.Web;

namespace Faubourg.Browser.Tests;

/// <summary>From an empty host to an announced council, on a phone.</summary>
public sealed class AnnouncementPagesTests(Stage stage)
{
    [Theory]
    [InlineData(360, false, "en", true)]
    [InlineData(320, true, "fr", true)]
    [InlineData(1280, false, "fr", false)]
    public async Task A_neighbour_founds_pins_convenes_and_changes_without_a_barrier(int width, bool dark, string language, bool scripts)
    {
        await using var neighbour = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        var words = Words.In(language);
        await neighbour.Go("/");
        await Fits(neighbour, "host");
        await neighbour.Tap(words["quarter.found.link"]);
        await Fits(neighbour, "found");
        await Found(neighbour, words);
        var quarter = new Uri(neighbour.Page.Url).AbsolutePath;
        await Fits(neighbour, "quarter-new");
        await Pin(neighbour, words);
        await Convene(neighbour, words);
        await Fits(neighbour, "announcement-opener");
        var council = new Uri(neighbour.Page.Url).AbsolutePath;
        await Change(neighbour, words);
        await Fits(neighbour, "announcement-changed");
        foreach (var (path, picture) in new[] { (quarter, "quarter"), (quarter + "/councils", "past"), (council + "/sheet", "sheet"), (council + "/cancellation", "cancellation"), (council + "/place", "place") })
        {
            await neighbour.Go(path);
            await Fits(neighbour, picture);
        }

        await using var passer = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts));
        await passer.Go(council);
        await Fits(passer, "announcement");
        await passer.Tap(words["announce.worth.act"]);
        await passer.Sees(words["announce.worth.said"]);
        await Fits(passer, "announcement-said");
    }

    [Fact]
    public async Task Convening_takes_five_taps_and_two_lines()
    {
        await using var neighbour = await Visitor.Come(stage, Eyes.Phone);
        var words = Words.In("en");
        await neighbour.Go("/quarters/new");
        await Found(neighbour, words);
        var before = neighbour.Taps;
        await Convene(neighbour, words);
        Assert.InRange(neighbour.Taps - before, 1, 5);
    }

    [Fact]
    public async Task An_open_announcement_turns_into_the_room_by_itself()
    {
        await using var convener = await Visitor.Come(stage, Eyes.Phone);
        var words = Words.In("en");
        await convener.Go("/quarters/new");
        await Found(convener, words);
        await Convene(convener, words);
        await using var passer = await Visitor.Come(stage, Eyes.Phone);
        await passer.Go(new Uri(convener.Page.Url).AbsolutePath);
        await passer.Sees(words["announce.motto"]);
        await convener.Tap(words["announce.open"]);
        await convener.Page.Locator("main form button").First.ClickAsync();
        await passer.Sees(words["room.outside.code"]);
    }

    private static async Task Found(Visitor neighbour, Words words)
    {
        await neighbour.Write("name", "Rue des Lilas");
        await neighbour.Write("place", "Lyon, between the station and the river");
        await neighbour.Choose("languages", "fr");
        await neighbour.Tap(words["quarter.found.act"]);
        await neighbour.Sees(words["quarter.evening"]);
    }

    private static async Task Pin(Visitor neighbour, Words words)
    {
        await neighbour.Tap(words["quarter.pin.act"]);
        await Fits(neighbour, "corner");
        await neighbour.Write("line", "The steps by the school have no rail");
        await neighbour.Tap(words["quarter.pin.act"]);
        await neighbour.Sees("The steps by the school have no rail");
    }

    private static async Task Convene(Visitor neighbour, Words words)
    {
        await neighbour.Tap(words["quarter.convene"]);
        await Fits(neighbour, "convene");
        await neighbour.Write("question", "Who mends the bench by the bakery, and how?");
        await neighbour.Write("place", "In front of the bakery");
        await neighbour.Choose("quick", "now");
        await neighbour.Write("minutes", "60");
        await neighbour.Choose("attendance", "room");
        await neighbour.Choose("method", "consent");
        await neighbour.Tap(words["announce.convene.act"]);
        await neighbour.Sees(words["announce.opener"]);
    }

    private static async Task Change(Visitor neighbour, Words words)
    {
        await neighbour.Tap(words["announce.change.link"]);
        await Fits(neighbour, "change");
        await neighbour.Write("minutes", "5");
        await neighbour.Tap(words["announce.change.act"]);
        await neighbour.Sees(words["form.problems"]);
        await Fits(neighbour, "change-problem");
        await neighbour.Write("minutes", "90");
        await neighbour.Tap(words["announce.change.act"]);
        await neighbour.Sees(words["announce.changed"]);
    }

    /// <summary>No barrier, no sideways scroll, nothing the browser complained of; a picture for people.</summary>
    private static async Task Fits(Visitor neighbour, string picture)
    {
        await neighbour.Look(picture);
        if (neighbour.Eyes.Scripts) Assert.Empty(await neighbour.Barriers());
        Assert.Equal(0, await neighbour.Overhang());
        Assert.Empty(neighbour.Errors);
    }
}
