using CsCheck;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

public sealed class EdgeTests
{
    private static readonly Gen<int> Size = Gen.OneOf(Gen.Int[0, 20], Gen.Int[250, 520], Gen.Int[0, 3000]);

    [Fact]
    public void Its_root_is_that_of_the_tree_as_defined() => Size.Sample(size =>
    {
        var log = new Grown(size);
        Assert.Equal(Naive.Root(log.Leaves.ToArray()), log.Edge.Root());
    }, iter: 200);

    [Fact]
    public void It_leaves_exactly_the_tiles_that_a_log_of_its_size_has() => Size.Sample(size =>
    {
        var log = new Grown(size);
        Assert.Equal(TileAt.Of(size, entries: false).Order(ByPath), log.Tiles.Keys.Order(ByPath));
        Assert.All(log.Tiles, tile => Assert.Equal(tile.Key.Bytes, tile.Value.Length));
    }, iter: 200);

    [Fact]
    public void Read_back_from_its_tiles_it_grows_as_if_it_had_never_stopped() =>
        Gen.Select(Size, Gen.Int[0, 600]).Sample((size, more) =>
        {
            var edge = Edge.From(new Grown(size), size);
            Assert.Equal(new Grown(size).Edge.Root(), edge.Root());
            for (var i = 0; i < more; i++) edge.Append(LeafHash.Of(Grown.Entry(size + i)));

            var whole = new Grown(size + more);
            Assert.Equal(whole.Edge.Root(), edge.Root());
            Assert.Equal(whole.Edge.Partials().Select(p => p.At), edge.Partials().Select(p => p.At));
            Assert.Equal(whole.Edge.Partials().SelectMany(p => p.Hashes), edge.Partials().SelectMany(p => p.Hashes));
        }, iter: 100);

    [Fact]
    public void A_copy_grows_alone_and_tells_nobody()
    {
        var told = 0;
        var edge = new Grown(255).Edge;
        edge.OnFull = (_, _) => told++;
        var before = edge.Root();

        var copy = edge.Copy();
        copy.Append(LeafHash.Of([1]));
        copy.Append(LeafHash.Of([2]));

        Assert.Equal((255, 257, 0), (edge.Size, copy.Size, told));
        Assert.Equal(before, edge.Root());
        edge.Append(LeafHash.Of([1]));
        edge.Append(LeafHash.Of([2]));
        Assert.Equal(copy.Root(), edge.Root());
        Assert.Equal(1, told);
    }

    [Fact]
    public void It_is_not_read_from_tiles_that_are_missing_or_too_short()
    {
        Assert.Throws<LedgerException>(() => Edge.From(new Grown(5), 6));
        Assert.Throws<LedgerException>(() => Edge.From(new Short(), 6));
        Assert.Throws<LedgerException>(() => Edge.From(new Grown(5), -1));
        Assert.Throws<ArgumentException>(() => new Edge().Append([1, 2, 3]));
    }

    [Fact]
    public void The_longest_log_there_can_be_has_a_root_and_takes_no_more()
    {
        var edge = Edge.From(new Same(), long.MaxValue);
        Assert.Equal(8, edge.Partials().Count());
        Assert.Equal(32, edge.Root().Length);
        Assert.Throws<LedgerException>(() => edge.Append(new byte[32]));

        var last = Edge.From(new Same(), long.MaxValue - 1);
        last.Append(new byte[32]);
        Assert.Equal(long.MaxValue, last.Size);
    }

    private static readonly Comparer<TileAt> ByPath = Comparer<TileAt>.Create((one, other) => string.CompareOrdinal(one.Path, other.Path));

    private sealed class Short : ITiles
    {
        public ReadOnlyMemory<byte> Tile(TileAt at) => new byte[at.Bytes - 1];
    }
}
