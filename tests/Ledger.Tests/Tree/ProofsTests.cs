using CsCheck;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

public sealed class ProofsTests
{
    private static readonly Grown Log = new(1200);
    private static readonly byte[][] Leaves = [.. Log.Leaves];

    private static readonly Gen<(int Index, int Size)> Entry =
        Gen.Select(Gen.Int[0, 1199], Gen.Int[1, 1200]).Where((index, size) => index < size);

    private static readonly Gen<(int From, int To)> Sizes =
        Gen.Select(Gen.OneOf(Gen.Int[1, 1200], Gen.Int[0, 10].Select(n => 1 << n)), Gen.Int[1, 1200]).Where((from, to) => from <= to);

    [Fact]
    public void They_are_those_of_the_definition()
    {
        Entry.Sample((index, size) =>
            Assert.Equal(Naive.Path(index, Leaves.AsSpan(0, size)), Proofs.Inclusion(new Grown(size), index, size)), iter: 200);
        Sizes.Sample((from, to) =>
            Assert.Equal(Naive.Subproof(from, Leaves.AsSpan(0, to), given: true), Proofs.Consistency(new Grown(to), from, to)), iter: 200);
    }

    [Fact]
    public void An_entry_is_included_where_it_stands_and_nowhere_else() =>
        Gen.Select(Entry, Entry).Sample((entry, other) =>
        {
            var (path, root) = (Proofs.Inclusion(new Grown(entry.Size), entry.Index, entry.Size), Root(entry.Size));
            Assert.True(Proofs.IsIncluded(Leaves[entry.Index], entry.Index, entry.Size, root, path));
            Assert.False(Proofs.IsIncluded(Leaves[^1], entry.Index, entry.Size, Root(1199), path) && entry.Size != 1199);
            if (other.Index != entry.Index) Assert.False(Proofs.IsIncluded(Leaves[entry.Index], other.Index, entry.Size, root, path));
        }, iter: 300);

    [Fact]
    public void One_other_bit_one_hash_more_or_less_is_no_proof() =>
        Gen.Select(Entry, Sizes, Gen.Int[0, int.MaxValue], Gen.Int[0, 255]).Sample((entry, sizes, which, bit) =>
        {
            var path = Proofs.Inclusion(new Grown(entry.Size), entry.Index, entry.Size);
            foreach (var forged in Forged([.. path], which, bit))
                Assert.False(Proofs.IsIncluded(Leaves[entry.Index], entry.Index, entry.Size, Root(entry.Size), forged));

            var log = new Grown(sizes.To);
            foreach (var forged in Forged([.. Proofs.Consistency(log, sizes.From, sizes.To)], which, bit))
                Assert.False(Proofs.IsPrefix(sizes.From, Root(sizes.From), sizes.To, Root(sizes.To), forged));
            foreach (var forged in Forged([.. Proofs.Prefix(log, sizes.From, sizes.To)], which, bit))
                Assert.Null(Proofs.PrefixRoot(sizes.From, sizes.To, Root(sizes.To), forged));
        }, iter: 300);

    [Fact]
    public void The_earlier_tree_is_the_beginning_of_the_later() => Sizes.Sample((from, to) =>
    {
        var log = new Grown(to);
        var proof = Proofs.Consistency(log, from, to);
        Assert.True(Proofs.IsPrefix(from, Root(from), to, Root(to), proof));
        Assert.Equal(Root(from), Proofs.PrefixRoot(from, to, Root(to), Proofs.Prefix(log, from, to)));

        var other = new Grown(to, seed: 1);
        if (to <= 1) return;
        Assert.Equal(from <= 1, Proofs.IsPrefix(from, Root(from), to, other.Edge.Root(), Proofs.Consistency(other, from, to)));
        Assert.False(Proofs.IsPrefix(from, Root(from), to, other.Edge.Root(), proof) && from != to);
    }, iter: 300);

    [Fact]
    public void The_empty_tree_is_the_beginning_of_every_other()
    {
        Assert.True(Proofs.IsPrefix(0, Merkle.EmptyRoot, 9, Root(9), []));
        Assert.True(Proofs.IsPrefix(0, Merkle.EmptyRoot, 0, Merkle.EmptyRoot, []));
        Assert.False(Proofs.IsPrefix(0, Root(1), 9, Root(9), []));
        Assert.False(Proofs.IsPrefix(0, Root(1), 0, Root(1), []));
        Assert.False(Proofs.IsPrefix(0, Merkle.EmptyRoot, 9, Root(9), [Root(9)]));
    }

    [Fact]
    public void Trees_of_one_size_are_one_tree_or_none_is_the_others_beginning()
    {
        Assert.True(Proofs.IsPrefix(9, Root(9), 9, Root(9), []));
        Assert.False(Proofs.IsPrefix(9, Root(9), 9, Root(8), []));
        Assert.False(Proofs.IsPrefix(9, Root(9), 9, Root(9), [Root(9)]));
    }

    [Fact]
    public void Sizes_the_wrong_way_round_prove_nothing_and_are_not_proved()
    {
        Assert.False(Proofs.IsPrefix(9, Root(9), 8, Root(8), []));
        Assert.False(Proofs.IsPrefix(-1, Root(9), 8, Root(8), []));
        Assert.False(Proofs.IsIncluded(Leaves[0], 0, 0, Merkle.EmptyRoot, []));
        Assert.False(Proofs.IsIncluded(Leaves[0], -1, 1, Leaves[0], []));
        Assert.Throws<LedgerException>(() => Proofs.Consistency(Log, 9, 8));
        Assert.Throws<LedgerException>(() => Proofs.Consistency(Log, -1, 8));
        Assert.Throws<LedgerException>(() => Proofs.Inclusion(Log, 8, 8));
        Assert.Throws<LedgerException>(() => Proofs.Inclusion(Log, -1, 8));
    }

    [Fact]
    public void Hashes_of_another_length_prove_nothing()
    {
        Assert.False(Proofs.IsIncluded(Leaves[0], 0, 2, Root(2), [[.. Leaves[1], 0]]));
        Assert.False(Proofs.IsIncluded([1], 0, 1, [1], []));
        Assert.False(Proofs.IsIncluded(Leaves[0], 0, 1, [], []));
        Assert.False(Proofs.IsPrefix(1, [], 2, Root(2), [Leaves[1]]));
        Assert.False(Proofs.IsPrefix(1, [1], 1, [1], []));
        Assert.Null(Proofs.PrefixRoot(1, 2, [1], []));
    }

    [Fact]
    public void They_reach_to_the_longest_log_there_can_be()
    {
        var tiles = new Uniform();
        Gen.Select(Gen.OneOf(Gen.Long[1, long.MaxValue], Gen.Long[long.MaxValue - 3, long.MaxValue], Gen.Int[0, 62].Select(n => 1L << n)), Gen.Long[0, long.MaxValue])
            .Sample((to, pick) =>
            {
                var root = Edge.From(tiles, to).Root();
                var index = pick % to;
                var path = Proofs.Inclusion(tiles, index, to);
                Assert.True(path.Length <= Limits.ProofHashes);
                Assert.True(Proofs.IsIncluded(Uniform.Leaf, index, to, root, path));
                Assert.False(Proofs.IsIncluded(LeafHash.Of([0]), index, to, root, path));

                var from = index + 1;
                var proof = Proofs.Consistency(tiles, from, to);
                Assert.True(proof.Length <= Limits.ProofHashes);
                Assert.True(Proofs.IsPrefix(from, Edge.From(tiles, from).Root(), to, root, proof));
                Assert.Equal(Edge.From(tiles, from).Root(), Proofs.PrefixRoot(from, to, root, Proofs.Prefix(tiles, from, to)));
            }, iter: 150);
    }

    [Fact]
    public void A_proof_of_any_shape_holds_or_does_not() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Long, Gen.Byte.Array[31, 33].Array[0, 66]).Sample((index, size, other, path) =>
        {
            Assert.False(Proofs.IsIncluded(Leaves[0], index, size, Root(5), path));
            Assert.False(Proofs.IsPrefix(index, Root(4), size, Root(5), path));
            Assert.Null(Proofs.PrefixRoot(Math.Abs(index % 100) + 1, other, Root(5), path));
        }, iter: 3000);

    private static byte[] Root(int size) => Naive.Root(Leaves.AsSpan(0, size));

    private static IEnumerable<List<byte[]>> Forged(List<byte[]> path, int which, int bit)
    {
        yield return [.. path, Leaves[0]];
        if (path.Count == 0) yield break;
        yield return path[..^1];
        yield return path[1..];
        var flipped = path[which % path.Count].ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        yield return [.. path[..(which % path.Count)], flipped, .. path[((which % path.Count) + 1)..]];
    }
}
