namespace Faubourg.Ledger.Tests.Oracle;

/// <summary>Logs that our code wrote, before code that nobody here wrote.</summary>
public sealed class OracleTests(OracleProgram oracle) : IClassFixture<OracleProgram>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(70_000)]
    public void It_accepts_checkpoint_tiles_entries_proofs_and_cosignatures(long size)
    {
        using var log = new LogFolder(size);
        Assert.Equal((0, log.Accepted), oracle.Check(log.Path));
    }

    [Theory]
    [InlineData("checkpoint", 60)]
    [InlineData("checkpoint", -3)]
    [InlineData("policy", 80)]
    [InlineData("tile/0/000", 0)]
    [InlineData("tile/0/001.p/1", -1)]
    [InlineData("tile/1/000.p/1", 7)]
    [InlineData("tile/entries/000", 1)]
    [InlineData("tile/entries/000", 100)]
    [InlineData("tile/entries/001.p/1", -1)]
    [InlineData("inclusion/255.tlog-proof", 60)]
    [InlineData("consistency/128", 3)]
    public void It_would_have_refused_one_other_byte(string file, int at)
    {
        using var log = new LogFolder(257);
        log.Flip(file, at);

        var (code, said) = oracle.Check(log.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("refused: ", said);
    }

    [Fact]
    public void It_would_have_refused_a_tile_that_is_not_the_logs()
    {
        using var log = new LogFolder(257);
        File.WriteAllBytes(Path.Combine(log.Path, "tile/0/002"), new byte[8192]);
        Assert.Equal((1, "refused: tile/0/002: no such tile in a log of this size\n"), oracle.Check(log.Path));
    }
}
