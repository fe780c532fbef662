using System.Net;
using System.Text.Json;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Server.Tests.Storage;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Record;

/// <summary>What was taken back, and what is not shown yet, is in no answer, whatever was asked and kept before.</summary>
public sealed class TakenBackTests
{
    private const string Name = "the carpenter at number nine";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_taken_back_is_in_no_answer_and_every_entry_still_proves_itself()
    {
        await using var house = new RecordHouse();
        await house.InitializeAsync();
        var before = await Everything(house);
        var held = before.Where(one => one.Value.Text.Contains(Name, StringComparison.Ordinal)).Select(one => one.Key).ToArray();
        Assert.Contains(house.Played + "/record?council=1", before.Keys);
        Assert.True(held.Length >= 3, string.Join(", ", held));
        var proofs = await Receipts(house);

        var entry = await TakeBack(house);

        Assert.StartsWith(house.Played + "/record/entries/", entry, StringComparison.Ordinal);
        Assert.Contains("Somebody took their own name back.", await house.Page(entry), StringComparison.Ordinal);
        Assert.DoesNotContain((await Everything(house)).Values, one => one.Text.Contains(Name, StringComparison.Ordinal) || one.Text.Contains(Encoded, StringComparison.Ordinal));
        foreach (var path in held)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path.Split(' ')[0]);
            request.Headers.TryAddWithoutValidation("Accept", path.EndsWith(" json", StringComparison.Ordinal) ? "application/json" : "text/html");
            if (before[path].Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await house.Http.SendAsync(request, Stop);
            Assert.NotEqual(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.DoesNotContain(Name, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        var policy = Policy.Parse(await house.Http.GetStringAsync(house.Played + "/record/policy", Stop));
        foreach (var ((seq, proof), bytes) in proofs.Zip(await house.Entries(house.Played))) Assert.True(proof.Verify(bytes, policy).IsAccepted, $"{seq}");
    }

    [Fact]
    public async Task The_entry_says_by_which_entry_a_name_was_taken_back_and_serves_it_no_more()
    {
        await using var house = new RecordHouse();
        await house.InitializeAsync();
        var task = (await house.Json(house.Played + "/record?council=1")).GetProperty("entries").EnumerateArray()
            .First(one => one.GetProperty("says").GetString()!.Contains("oak planks", StringComparison.Ordinal)).GetProperty("location").GetString()!;
        var taker = (await house.Json(task)).GetProperty("disclosures").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "taker");
        var digest = taker.GetProperty("digest").GetString();
        Assert.Equal(Name, taker.GetProperty("text").GetString());

        var entry = await TakeBack(house);

        taker = (await house.Json(task)).GetProperty("disclosures").EnumerateArray().Single(one => one.GetProperty("digest").GetString() == digest);
        Assert.Equal(("erased", "taker", entry), (taker.GetProperty("standing").GetString(), taker.GetProperty("name").GetString(), $"{house.Played}/record/entries/{taker.GetProperty("by").GetInt64()}"));
        Assert.Contains($"taken back by <a href=\"{entry}\">", await house.Page(task), StringComparison.Ordinal);
        using var gone = await house.Ask(HttpMethod.Get, $"{house.Played}/record/disclosures/{digest}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_the_minutes_keep_back_the_record_keeps_back_too_and_for_as_long()
    {
        const string words = "Paint over the third-floor graffiti of our neighbour";
        var clock = new TestClock();
        await using var house = new RecordHouse { Clock = clock };
        await house.Open();
        var quarter = await house.Founded("Rue du Port");
        var council = await house.Post(1, quarter + "/councils", new { question = "What do we paint?", place = "https://talk.example/paint", quick = "now", minutes = 60, attendance = "remote", method = "consent" });
        for (var seat = 1; seat <= 3; seat++) await house.Post(seat, council + "/seats", new { });
        for (var seat = 1; seat <= 3; seat++) await house.Post(seat, council + "/step", new { from = "gathering" });
        await house.Post(1, council + "/proposals", new { what = words });
        clock.Pass(Duration.FromHours(2));
        await house.Post(1, quarter + "/corners", new { line = "The stairs have no rail" });

        await IsHidden(words, kept: true);
        Assert.Contains("[kept back until", await house.Page(quarter + "/record?council=1"), StringComparison.Ordinal);

        clock.Pass(Duration.FromHours(13));
        await IsHidden(words, kept: false);

        async Task IsHidden(string text, bool kept)
        {
            var entry = (await house.Json(quarter + "/record?council=1")).GetProperty("entries").EnumerateArray().First(one => one.GetProperty("type").GetString() == "proposal.made");
            var digest = (await house.Json(entry.GetProperty("location").GetString()!)).GetProperty("disclosures").EnumerateArray().Single();
            Assert.Equal(kept ? "kept-back" : "here", digest.GetProperty("standing").GetString());
            Assert.Equal(kept, digest.TryGetProperty("until", out _));
            using var alone = await house.Ask(HttpMethod.Get, $"{quarter}/record/disclosures/{digest.GetProperty("digest").GetString()}");
            Assert.Equal(kept ? HttpStatusCode.NotFound : HttpStatusCode.OK, alone.StatusCode);
            var all = (await house.Http.GetStringAsync(quarter + "/record/disclosures.jsonl", Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Disclosure.Read(JsonDocument.Parse(line).RootElement.GetProperty("d").GetString()!).Value).ToArray();
            Assert.Equal(!kept, all.Contains(text));
            Assert.Contains("What do we paint?", all);
            Assert.Equal(!kept, (await house.Page(quarter + "/record")).Contains(text, StringComparison.Ordinal));
            Assert.Equal(!kept, (await house.Page(council)).Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>As it would stand in a disclosure, whatever salt is before it.</summary>
    private static string Encoded { get; } = "dGhlIGNhcnBlbnRlciBhdCBudW1iZXIgbmluZQ";

    /// <summary>Where the taking back stands in the record.</summary>
    private static async Task<string> TakeBack(RecordHouse house)
    {
        var secret = house.Player.SecretOf("Ines");
        var slips = (await house.Json(house.Played + "/slips", secret)).GetProperty("slips").EnumerateArray();
        var words = slips.Single(slip => slip.GetProperty("purpose").GetString() == "name").GetProperty("words").GetString();
        return await house.Post(7, house.Played + "/erasures", new { slip = words });
    }

    private static async Task<List<(long, TlogProof)>> Receipts(RecordHouse house)
    {
        var proofs = new List<(long, TlogProof)>();
        for (var seq = 0; seq < (await house.Checkpoint(house.Played)).Size; seq++)
            proofs.Add((seq, TlogProof.Parse(await house.Http.GetStringAsync($"{house.Played}/record/entries/{seq}/receipt", Stop))));
        return proofs;
    }

    /// <summary>Every address of the quarter and its council, as people and as programs ask for it.</summary>
    private static async Task<Dictionary<string, (string Text, string? Tag)>> Everything(RecordHouse house)
    {
        var council = house.Played + "/councils/1";
        var size = (await house.Checkpoint(house.Played)).Size;
        string[] paths =
        [
            house.Played, house.Played + "/councils", house.Played + "/feed.atom", house.Played + "/slips", "/", "/.well-known/faubourg",
            .. new[] { "", "/poster", "/chalk", "/chalk.txt", "/minutes.md", "/minutes.json", "/entry.atom" }.Select(noun => council + noun),
            .. new[] { "", "?council=1", "?before=20", "/proof", "/disclosures.jsonl", "/checkpoint" }.Select(noun => house.Played + "/record" + noun),
            .. Enumerable.Range(0, (int)size).SelectMany(seq => new[] { "", "/bytes", "/receipt" }.Select(noun => $"{house.Played}/record/entries/{seq}{noun}")),
        ];
        var told = new Dictionary<string, (string, string?)>();
        foreach (var path in paths)
            foreach (var (accept, mark) in new[] { ("text/html", ""), ("application/json", " json") })
            {
                using var answer = await house.Ask(HttpMethod.Get, path, accept);
                told[path + mark] = (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), answer.Headers.ETag?.ToString());
            }

        return told;
    }
}
