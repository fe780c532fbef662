using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Web;
using Faubourg.Web.Record;

namespace Faubourg.Server.Tests.Record;

/// <summary>What programs read of a record, over real HTTP: the prefix of tlog-tiles and what stands beside it.</summary>
public sealed class FilesTests(RecordHouse house) : IClassFixture<RecordHouse>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_tile_is_what_the_ledger_computes_of_the_entries(bool played)
    {
        var quarter = Of(played);
        var checkpoint = await house.Checkpoint(quarter);
        var edge = new Edge();
        var expected = new Dictionary<TileAt, byte[]>();
        edge.OnFull = (at, hashes) => expected[at] = hashes;
        foreach (var entry in await house.Entries(quarter)) edge.Append(LeafHash.Of(entry));
        foreach (var (at, hashes) in edge.Partials()) expected[at] = hashes;

        Assert.Equal(checkpoint.Size, edge.Size);
        Assert.Equal(checkpoint.Root, edge.Root());
        foreach (var at in TileAt.Of(checkpoint.Size, entries: false))
            Assert.Equal(expected[at], await house.Http.GetByteArrayAsync($"{quarter}/record/{at.Path}", Stop));
    }

    [Theory]
    [InlineData("checkpoint", "text/plain; charset=utf-8", "public, max-age=2")]
    [InlineData("policy", "text/plain; charset=utf-8", "public, max-age=2")]
    [InlineData("disclosures.jsonl", "application/jsonl; charset=utf-8", "no-store")]
    [InlineData("entries/0/bytes", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("entries/0/receipt", "application/octet-stream", "public, max-age=2")]
    [InlineData("{tile}", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("{bundle}", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("disclosures/{digest}", "text/plain; charset=utf-8", "no-store")]
    public async Task Each_file_has_its_type_is_kept_as_long_as_it_may_be_and_may_be_read_from_anywhere(string file, string type, string kept)
    {
        foreach (var quarter in new[] { house.Real, house.Played })
        {
            var path = $"{quarter}/record/{await Named(quarter, file)}";
            using var answer = await house.Ask(HttpMethod.Get, path);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
            Assert.Equal((HttpStatusCode.OK, type, kept, "*"), (answer.StatusCode, Said(answer, "Content-Type"), Said(answer, "Cache-Control"), Said(answer, "Access-Control-Allow-Origin")));
            Assert.NotEmpty(bytes);
            Assert.False(answer.Headers.Contains("Set-Cookie"));

            using var head = await house.Ask(HttpMethod.Head, path);
            Assert.Equal((HttpStatusCode.OK, type, kept, "*"), (head.StatusCode, Said(head, "Content-Type"), Said(head, "Cache-Control"), Said(head, "Access-Control-Allow-Origin")));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));

            Assert.Equal(kept != "no-store", answer.Headers.ETag is not null);
            if (answer.Headers.ETag is null) continue;
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
            using var unchanged = await house.Http.SendAsync(again, Stop);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Theory]
    [InlineData("tile/0/001")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/07")]
    [InlineData("tile/0/000.p/255")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/entries/001")]
    [InlineData("tile/entries/0")]
    [InlineData("tile/entries")]
    [InlineData("tile/data/000")]
    [InlineData("tile/")]
    [InlineData("entries/01/bytes")]
    [InlineData("entries/-1/bytes")]
    [InlineData("entries/x/receipt")]
    [InlineData("entries/9999999/receipt")]
    [InlineData("entries/99999999999999999999/bytes")]
    [InlineData("disclosures/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("disclosures/x")]
    [InlineData("evidence")]
    [InlineData("where")]
    public async Task What_no_published_record_has_or_is_spelled_otherwise_is_not_found(string file)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var answer = await house.Ask(method, $"{house.Real}/record/{file}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_rehearsal_stands_under_its_own_prefix_only()
    {
        foreach (var file in new[] { "checkpoint", "tile/0/000.p/1", "policy", "disclosures.jsonl", "entries/0", "" })
        {
            using var there = await house.Ask(HttpMethod.Get, house.Played.Replace("/rehearsals/", "/quarters/", StringComparison.Ordinal) + "/record/" + file);
            using var real = await house.Ask(HttpMethod.Get, house.Real.Replace("/quarters/", "/rehearsals/", StringComparison.Ordinal) + "/record/" + file);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (there.StatusCode, real.StatusCode));
        }

        Assert.Contains("\"rehearsal\":true", await house.Http.GetStringAsync(house.Played + "/record/entries/0/bytes", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Each_receipt_proves_its_entry_and_no_other(bool played)
    {
        var quarter = Of(played);
        var policy = Policy.Parse(await house.Http.GetStringAsync(quarter + "/record/policy", Stop));
        var entries = await house.Entries(quarter);
        foreach (var seq in Enumerable.Range(0, entries.Count))
        {
            using var answer = await house.Ask(HttpMethod.Get, $"{quarter}/record/entries/{seq}/receipt");
            Assert.Equal($"attachment; filename={quarter.Split('/')[^1]}-{seq}.tlog-proof", answer.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal));
            var proof = TlogProof.Parse(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal(seq, proof.Index);
            Assert.True(proof.Verify(entries[seq], policy).IsAccepted);
            Assert.Throws<LedgerException>(() => proof.Verify(entries[(seq + 1) % entries.Count], policy));
            Assert.Equal(entries[seq], await house.Http.GetByteArrayAsync($"{quarter}/record/entries/{seq}/bytes", Stop));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_disclosure_stands_in_its_entry_in_order_and_at_its_own_address(bool played)
    {
        var quarter = Of(played);
        var entries = await house.Entries(quarter);
        var last = (-1L, "");
        var lines = (await house.Http.GetStringAsync(quarter + "/record/disclosures.jsonl", Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var told = JsonDocument.Parse(line);
            var (seq, encoded) = (told.RootElement.GetProperty("seq").GetInt64(), told.RootElement.GetProperty("d").GetString()!);
            var disclosure = Disclosure.Read(encoded);
            Assert.Contains(disclosure.Digest, Leaves.Read(entries[(int)seq]).Digests);
            Assert.True(seq > last.Item1 || (seq == last.Item1 && string.CompareOrdinal(disclosure.Digest, last.Item2) > 0), line);
            last = (seq, disclosure.Digest);
            Assert.Equal(encoded, await house.Http.GetStringAsync($"{quarter}/record/disclosures/{disclosure.Digest}", Stop));
        }
    }

    [Fact]
    public async Task What_can_be_done_by_hand_gives_the_hash_that_the_page_shows()
    {
        var bytes = await house.Http.GetByteArrayAsync(house.Real + "/record/entries/1/bytes", Stop);
        var hash = Convert.ToHexStringLower(SHA256.HashData([0, .. bytes]));
        var page = await house.Page(house.Real + "/record/entries/1");
        Assert.Contains(hash, page, StringComparison.Ordinal);
        Assert.Contains(Encoding.UTF8.GetString(bytes), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_says_what_it_holds_rehearsals_left_out()
    {
        var told = await house.Json("/.well-known/faubourg");
        var quarter = Assert.Single(told.GetProperty("quarters").EnumerateArray(), one => one.GetProperty("prefix").GetString()!.EndsWith(house.Real + "/record/", StringComparison.Ordinal));
        var checkpoint = await house.Checkpoint(house.Real);
        Assert.Equal(checkpoint.Origin, quarter.GetProperty("origin").GetString());
        var key = VerifierKey.Parse(Assert.Single(quarter.GetProperty("vkeys").EnumerateArray()).GetString()!);
        Assert.Equal(checkpoint.Origin, key.Name);
        Assert.DoesNotContain("rehearsal", told.ToString(), StringComparison.OrdinalIgnoreCase);
        using var answer = await house.Ask(HttpMethod.Head, "/.well-known/faubourg");
        Assert.Equal(("*", "application/json; charset=utf-8"), (Said(answer, "Access-Control-Allow-Origin"), Said(answer, "Content-Type")));
    }

    [Fact]
    public async Task Whoever_asks_often_what_the_host_holds_opens_nothing()
    {
        var counted = new Counted(house.Quarters);
        var known = new WellKnown(counted);
        var first = await known.All(Stop);
        var opened = counted.Opened;
        Assert.Equal(first, await known.All(Stop));
        Assert.Equal((first.Count, first.Count), (opened, counted.Opened));

        // But for what has other keys now.
        var quarter = (await house.Quarters.Find(first[0].Slug, Stop))!.Quarter;
        counted.Tell(new Publication(first[0].Slug, quarter, quarter with { Size = quarter.Size + 1 }, 1));
        await known.All(Stop);
        Assert.Equal(opened, counted.Opened);
        counted.Tell(new Publication(first[0].Slug, quarter with { Keys = [] }, quarter, 1));
        await known.All(Stop);
        Assert.Equal(opened + 1, counted.Opened);
    }

    /// <summary>Counts how often one is opened.</summary>
    private sealed class Counted(IQuarters quarters) : IQuarters
    {
        public event Action<Publication>? Published;

        public int Opened { get; private set; }

        public void Tell(Publication published) => Published?.Invoke(published);

        public ValueTask<Snapshot?> Find(string slug, CancellationToken stop)
        {
            Opened++;
            return quarters.Find(slug, stop);
        }

        public IReadOnlyList<string> List() => quarters.List();

        public ValueTask<IRecord?> Record(string slug, CancellationToken stop) => quarters.Record(slug, stop);

        public Task<string> Found(string wanted, Founding founding, CancellationToken stop) => quarters.Found(wanted, founding, stop);

        public Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop) => quarters.Submit(slug, act, actor, key, stop);
    }

    private string Of(bool played) => played ? house.Played : house.Real;

    private async Task<string> Named(string quarter, string file)
    {
        if (!file.Contains('{', StringComparison.Ordinal)) return file;
        var size = (await house.Checkpoint(quarter)).Size;
        var tiles = TileAt.Of(size).ToArray();
        var digest = Leaves.Read((await house.Entries(quarter))[0]).Digests[0];
        return file
            .Replace("{tile}", tiles.First(at => at.Level == 0).Path, StringComparison.Ordinal)
            .Replace("{bundle}", tiles.First(at => at.Level == TileAt.Entries).Path, StringComparison.Ordinal)
            .Replace("{digest}", digest, StringComparison.Ordinal);
    }

    private static string? Said(HttpResponseMessage answer, string header) =>
        (answer.Headers.TryGetValues(header, out var said) || answer.Content.Headers.TryGetValues(header, out said)) ? string.Join(", ", said) : null;
}
