using NodaTime;
using NodaTime.Text;

namespace Faubourg.Browser.Tests;

/// <summary>Every page, in both languages, light and dark: nothing in the way of anybody, and pictures to look at.</summary>
public sealed class PagesTests(Stage stage)
{
    /// <summary>Addresses that are opened and are no pages, or are looked at elsewhere.</summary>
    private static readonly Dictionary<string, string> NoPages = new()
    {
        ["/health"] = "a word for machines",
        ["/openapi.json"] = "for programs",
        ["/rehearsals/{slug}/clock"] = "for players",
        ["/rehearsals/{slug}/seat"] = "leads to the door",
        ["/rehearsals/{slug}/showing/live"] = "a stream",
        ["/q/{slug}"] = "short link, leads to the neighbourhood",
        ["/q/{slug}/{council}"] = "short link, leads to the council",
        [Sight.Quarter + "/calendar.ics"] = "a file",
        [Sight.Quarter + "/feed.atom"] = "a feed",
        [Sight.Council + "/council.ics"] = "a file",
        [Sight.Council + "/live"] = "a stream",
        [Sight.Council + "/announcement/live"] = "a stream",
        [Sight.Council + "/door/live"] = "a stream",
        [Sight.Council + "/wall/live"] = "a stream",
        [Sight.Council + "/neighbours/{paper}/{again}/proposals/{proposal}"] = "leads to the proposal, in the name of whoever holds the phone",
        [Sight.Council + "/chalk.txt"] = "plain text",
        [Sight.Council + "/minutes.md"] = "plain text",
        [Sight.Council + "/minutes.json"] = "for programs",
        [Sight.Council + "/counts.json"] = "for programs",
        [Sight.Council + "/counts.csv"] = "a file",
        [Sight.Council + "/ballots.csv"] = "a file",
        [Sight.Council + "/entry.atom"] = "for feed readers",
        [Sight.Council + "/door/{token}"] = "the page of seats/new, entered by the token: the story and the list below look at it",
        [Sight.Quarter + "/projects/{project}/requests/{request}"] = "there only once something was asked: a form like the others of a project, walked by ActsTests",
        [Sight.Quarter + "/projects/{project}/tasks/{task}/handing"] = "six words for one phone, once a task was handed on: see GrowTests",
        ["/.well-known/faubourg"] = "for programs",
        [Sight.Quarter + "/record/checkpoint"] = "for programs that check",
        [Sight.Quarter + "/record/tile/{**path}"] = "for programs that check",
        [Sight.Quarter + "/record/policy"] = "for programs that check",
        [Sight.Quarter + "/record/where"] = "for programs that check",
        [Sight.Quarter + "/record/evidence"] = "for programs that check",
        [Sight.Quarter + "/record/disclosures.jsonl"] = "for programs that check",
        [Sight.Quarter + "/record/disclosures/{digest}"] = "a line of text",
        [Sight.Quarter + "/record/pictures/{seq}"] = "a picture",
        [Sight.Quarter + "/record/entries/{seq}/bytes"] = "a file",
        [Sight.Quarter + "/record/entries/{seq}/receipt"] = "a file",
        [Sight.Quarter + "/record/fork"] = "there only once a record was forked: the tests of the record look at it",
        [Sight.Council + "/gains/{gain}/evidence"] = "needs a gain of another council: the form of the page after it",
        [Sight.Quarter + "/gains.csv"] = "a file",
        [Sight.Quarter + "/jars"] = "looked at by JarPagesTests, as are the pages of a jar",
        [Sight.Quarter + "/jars/{jar}"] = "open only days after its council: JarPagesTests",
        [Sight.Quarter + "/jars/{jar}/moves"] = "likewise",
        [Sight.Quarter + "/jars/{jar}/sheet"] = "likewise",
        [Sight.Council + "/proposals/jar"] = "JarPagesTests",
        [Sight.Quarter + "/sheets/{sheet}"] = "looked at below, once one was typed",
    };

    [Fact]
    public void No_page_is_left_out()
    {
        var pages = stage.Addresses.Where(address => !Path.HasExtension(address) || NoPages.ContainsKey(address)).Except(NoPages.Keys);
        Assert.Equal([], pages.Except(Sights.Routes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_evening_of_consent()
    {
        await using var inspection = await Inspection.Of(stage);
        var evening = new Rehearsed(stage, "bench", Sights.Bench, inspection);
        await evening.Play();
        await OnPaper(evening, inspection);
        await Called(evening, inspection, off: true);
        await Called(evening, inspection, off: false);
        inspection.FindsNothing();
    }

    [Fact]
    public async Task An_evening_of_resistance_partly_from_afar()
    {
        await using var inspection = await Inspection.Of(stage);
        await new Rehearsed(stage, "landlord", Sights.Landlord, inspection).Play();
        inspection.FindsNothing();
    }

    [Fact]
    public async Task An_evening_that_does_not_agree()
    {
        await using var inspection = await Inspection.Of(stage);
        await new Rehearsed(stage, "no-agreement", Sights.NoAgreement, inspection).Play();
        inspection.FindsNothing();
    }

    [Fact]
    public async Task An_evening_that_puts_its_choices_in_order()
    {
        await using var inspection = await Inspection.Of(stage);
        await new Rehearsed(stage, Acts.ActsTests.Ordered, Sights.Ordered, inspection, Acts.ActsTests.Evening(Acts.ActsTests.Ordered)).Play();
        inspection.FindsNothing();
    }

    [Fact]
    public async Task The_host_itself()
    {
        await using var inspection = await Inspection.Of(stage);
        foreach (var path in Sights.OfTheHost) await inspection.At(path, null, "host " + path.Trim('/').Replace('/', '-'), parts: 1);
        inspection.FindsNothing();
    }

    /// <summary>A council that is called off, or to which nobody comes.</summary>
    private static async Task Called(Rehearsed evening, Inspection inspection, bool off)
    {
        var now = await evening.Now();
        var council = await evening.Act("Benoît", $"/rehearsals/{evening.Slug}/councils", new
        {
            question = "Who sweeps the stairs by the school?",
            place = "on the stairs",
            starts = Minute(now + Duration.FromHours(2)),
            minutes = 45,
            attendance = "room",
            method = "consent",
        });
        var at = council.GetProperty("location").GetString()!;
        if (off) await evening.Act("Benoît", at + "/cancellation", new { });
        else await evening.Act("Benoît", $"/rehearsals/{evening.Slug}/clock", new { at = InstantPattern.General.Format(now + Duration.FromHours(5)) });
        foreach (var page in new[] { "", "/poster", "/chalk" }) await inspection.At(at + page, null, $"minutes {(off ? "called off" : "nobody came")}{page.Replace('/', ' ')}", parts: 3);
    }

    /// <summary>As a form takes it, where the evening is.</summary>
    private static string Minute(Instant at) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(at.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).LocalDateTime);

    /// <summary>A council held on paper: typed by one phone, waiting for another.</summary>
    private static async Task OnPaper(Rehearsed evening, Inspection inspection)
    {
        var sheet = await evening.Act("Mei", $"/rehearsals/{evening.Slug}/sheets", new
        {
            question = "Who waters the lime trees in August?",
            place = "under the lime trees",
            held = Minute(await evening.Now() - Duration.FromDays(2)),
            minutes = 40,
            heads = 9,
            drawn = true,
            proposals = new[] { "Each house one week", "Buy a hose together" },
            decided = 1,
            hands = 9,
            tasks = new[] { "Write the list of weeks" },
        });
        var at = sheet.GetProperty("location").GetString()!;
        await inspection.At(at, evening.SecretOf("Mei"), "sheet typed", parts: 2);
        await inspection.At(at, evening.SecretOf("Uma"), "sheet to confirm", parts: 2);
    }
}
