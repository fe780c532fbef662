using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>What a quarter serves of its record.</summary>
public sealed class TileTests
{
    [Fact]
    public async Task Tiles_and_bundles_are_those_of_the_leaves_and_partial_ones_have_published_widths_only()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        var published = new HashSet<long> { quarter.Record.Size };
        for (var round = 0; quarter.Now.State.Size < 600; round++)
        {
            host.Clock.Pass(Duration.FromDays(31));
            await Pin(quarter, 1 + round * 7 % 49);
            await quarter.Tick();
            published.Add(quarter.Record.Size);
            host.Clock.Pass(Duration.FromSeconds(1));
            await quarter.Tick();
            published.Add(quarter.Record.Size);
        }
        var (size, record) = (quarter.Record.Size, quarter.Record);
        foreach (var at in TileAt.Of(size)) Assert.NotNull(await record.Tile(at, default));
        var full = (await record.Tile(new TileAt(0, 1, 256), default))!;
        for (var width = 1; width <= 256; width++)
        {
            var expected = width == 256 || published.Contains(256 + width);
            foreach (var level in (int[])[0, TileAt.Entries]) Assert.Equal(expected, await record.Tile(new TileAt(level, 1, width), default) is not null);
            if (expected) Assert.Equal(full[..(width * 32)], (await record.Tile(new TileAt(0, 1, width), default))!);
        }
        // Level 1 had its first hash with leaf 255, its second with leaf 511, and never a third.
        Assert.Equal([true, true, false], new[] { 1, 2, 3 }.Select(w => record.Tile(new TileAt(1, 0, w), default).Result is not null));
        Assert.Null(await record.Tile(new TileAt(0, 3, 1), default));
        Assert.Null(await record.Tile(new TileAt(63, long.MaxValue, 256), default));
        var bundle = Bundle.Read((await record.Tile(new TileAt(TileAt.Entries, 1, 256), default))!);
        Assert.Equal(Enumerable.Range(256, 256), bundle.Select(e => (int)Leaves.Read(e.Span).Seq));
        Assert.Equal((size, size), new WholeLog().Check(Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db").Single()));
    }

    [Fact]
    public async Task Whoever_acted_gets_a_proof_at_once_under_a_checkpoint_that_covers_it()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await Pin(quarter, 5);
        Assert.Equal(1, quarter.Record.Size);
        Assert.Null(await quarter.Record.Entry(5, default));
        var proof = TlogProof.Parse((await quarter.Record.Proof(5, default))!);
        var entry = (await quarter.Record.Entry(5, default))!;
        Assert.True(proof.Verify(entry.Bytes, Policy.Parse(quarter.Record.Policy)).IsAccepted);
        Assert.Equal("Corner 4", Disclosure.Read(Assert.Single(entry.Disclosures)).Value);
        Assert.Equal(quarter.Record.Latest.Note, proof.Checkpoint);
        Assert.Null(await quarter.Record.Proof(6, default));
        Assert.Null(await quarter.Record.Proof(-1, default));
    }

    [Fact]
    public async Task When_a_council_ends_or_a_text_goes_nobody_hears_of_it_before_it_is_signed()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        var unsigned = new List<long>();
        using var watch = quarter.Watch(now =>
        {
            if (now.State.Councils.TryGetValue(1, out var council) && council.IsOver && quarter.Record.Size < now.State.Size) unsigned.Add(now.State.Size);
        });
        await host.Walk(quarter, until: "go on from Closing");
        var last = Evening.Steps().Last();
        await host.Take(quarter, last with { After = Duration.Zero });
        Assert.IsType<Accepted>(await quarter.Submit(new Domain.Councils.TakeNameBack(Evening.SlipOf("name of Casimir")), Evening.Actor("Casimir"), null, default));
        Assert.True(quarter.Now.State.Councils[1].IsOver);
        Assert.Empty(unsigned);
    }

    [Fact]
    public async Task What_a_second_ago_was_stored_is_signed_though_nobody_acts()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await Pin(quarter, 1);
        Assert.Equal(1, quarter.Record.Size);
        // The world's clock of this host goes on while its timer runs.
        host.Clock.Pass(Duration.FromSeconds(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (quarter.Record.Size < 2) await Task.Delay(10, patience.Token);
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_put_right_leaves_nothing_unsigned()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        host.Clock.Pass(Duration.FromDays(3));
        await Pin(quarter, 1);
        host.Clock.Pass(Duration.FromDays(-3));
        await Pin(quarter, 2);
        host.Clock.Pass(Duration.FromSeconds(1));
        await quarter.Tick();
        Assert.Equal(quarter.Now.State.Size, quarter.Record.Size);
        await Pin(quarter, 2);
        quarter = await host.OpenedAgain();
        Assert.Equal(quarter.Now.State.Size, quarter.Record.Size);
    }

    [Fact]
    public async Task Two_histories_of_one_key_are_kept_as_evidence_for_good()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        var one = Note.Parse(quarter.Record.Latest.Note);
        var key = VerifierKey.Parse(quarter.Record.VerifierKeys.Single());
        var other = new Checkpoint(key.Name, 1, [.. new byte[32]]).Text;
        var wrapped = (byte[])host.Column("SELECT wrapped FROM log_key").Single();
        var seed = Faubourg.Storage.Keys.HostKey.In(Path.Combine(host.Folder.Path, "host.key")).Unwrap(wrapped, System.Text.Encoding.UTF8.GetBytes(key.Name));
        using var thief = NoteSigner.Ed25519(key.Name, seed);
        var evidence = Evidence.Of(key, one, new Note(other, [thief.Sign(other)]), new None()).ToString();
        var quarters = await host.Quarters();
        Assert.Null(quarters.EvidenceOf(key.Name));
        Assert.Equal(key.Name, await quarters.Break(evidence, default));
        await host.Close();
        Assert.Equal(evidence, (await host.Quarters()).EvidenceOf(key.Name));

        // A stranger's key that claims the name proves nothing about it.
        using var stranger = NoteSigner.Ed25519(key.Name, new byte[32]);
        var forged = Evidence.Of(stranger.Key, new Note(one.Text, [stranger.Sign(one.Text)]), new Note(other, [stranger.Sign(other)]), new None()).ToString();
        await Assert.ThrowsAsync<LedgerException>(async () => await (await host.Quarters()).Break(forged, default));
    }

    private static Task Pin(LiveQuarter quarter, int corners) => Task.WhenAll(Enumerable.Range(0, corners).Select(async n =>
        Assert.IsType<Accepted>(await quarter.Submit(new PinCorner(Text.Of($"Corner {n}")), Evening.Actor("Casimir"), null, default))));

    private sealed class None : ITiles
    {
        public ReadOnlyMemory<byte> Tile(TileAt at) => throw new LedgerException("none");
    }
}
