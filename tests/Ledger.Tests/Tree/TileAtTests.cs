using CsCheck;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

public sealed class TileAtTests
{
    [Theory]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(1, 0, 1, "tile/1/000.p/1")]
    [InlineData(0, 273, 112, "tile/0/273.p/112")]
    [InlineData(0, 1067, 5, "tile/0/x001/067.p/5")]
    [InlineData(63, 999, 255, "tile/63/999.p/255")]
    [InlineData(TileAt.Entries, 0, 256, "tile/entries/000")]
    [InlineData(TileAt.Entries, 1000, 7, "tile/entries/x001/000.p/7")]
    public void A_tile_has_one_path_and_the_path_one_tile(int level, long index, int width, string path)
    {
        Assert.Equal(path, new TileAt(level, index, width).Path);
        Assert.True(TileAt.TryParse(path, out var at));
        Assert.Equal(new TileAt(level, index, width), at);
    }

    [Fact]
    public void Any_tile_is_read_back_from_its_path() =>
        Gen.Select(Gen.Int[-1, 63], Gen.Long[0, long.MaxValue / 256], Gen.Int[1, 256]).Sample((level, index, width) =>
            TileAt.TryParse(new TileAt(level, index, width).Path, out var at) && at == new TileAt(level, index, width), iter: 2000);

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/Entries/000")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001/x000")]
    [InlineData("tile/0/xx001/000")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/257")]
    [InlineData("tile/0/000.p/-1")]
    [InlineData("tile/0/000.p/5/")]
    [InlineData("tile/0.p/5")]
    [InlineData("tile/0/ 00")]
    [InlineData("tile/0/٠٠٠")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/999")]
    public void Another_spelling_is_no_path(string path) => Assert.False(TileAt.TryParse(path, out _));

    [Fact]
    public void A_log_of_256_is_one_full_tile_and_one_hash_above_it()
        => Assert.Equal(["tile/0/000", "tile/1/000.p/1"], TileAt.Of(256, entries: false).Select(tile => tile.Path));

    [Fact]
    public void A_log_of_70000_has_the_tiles_that_the_specification_counts()
    {
        var tiles = TileAt.Of(70_000).ToLookup(tile => tile.Level);

        Assert.Equal([.. Enumerable.Range(0, 273).Select(i => new TileAt(0, i, 256)), new(0, 273, 112)], tiles[0]);
        Assert.Equal([new(1, 0, 256), new(1, 1, 17)], tiles[1]);
        Assert.Equal([new(2, 0, 1)], tiles[2]);
        Assert.Equal(tiles[0].Select(tile => tile with { Level = TileAt.Entries }), tiles[TileAt.Entries]);
    }

    [Fact]
    public void An_empty_log_has_no_tiles() => Assert.Empty(TileAt.Of(0));

    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(255, 0, 0, 255)]
    [InlineData(256, 0, 0, 256)]
    [InlineData(256, 0, 1, null)]
    [InlineData(257, 0, 1, 1)]
    [InlineData(257, 0, 2, null)]
    [InlineData(257, -1, 1, 1)]
    [InlineData(257, 0, -1, null)]
    [InlineData(257, -2, 0, null)]
    [InlineData(-1, 0, 0, null)]
    [InlineData(long.MaxValue, 7, 0, 127)]
    [InlineData(long.MaxValue, 8, 0, null)]
    [InlineData(long.MaxValue, 63, 0, null)]
    [InlineData(long.MaxValue, 0, long.MaxValue / 256, 255)]
    [InlineData(long.MaxValue, 0, long.MaxValue, null)]
    public void Which_tile_stands_there_follows_from_the_size(long size, int level, long index, int? width)
        => Assert.Equal(width, TileAt.In(size, level, index)?.Width);
}
