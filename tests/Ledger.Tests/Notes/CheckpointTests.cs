using CsCheck;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class CheckpointTests
{
    /// <summary>The example of C2SP tlog-checkpoint.</summary>
    private const string Example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    [Fact]
    public void The_example_of_the_specification_is_read()
    {
        var checkpoint = Checkpoint.Parse(Example);
        Assert.Equal(("example.com/behind-the-sofa", 20_852_163), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal("0AC5186A91863E8E1D90C808014AA89BF5DA8E3EE1D9F07630F0378F68F1AB62", Convert.ToHexString(checkpoint.Root.AsSpan()));
        Assert.Equal(Example, checkpoint.Text);
    }

    [Fact]
    public void The_empty_log_says_the_hash_of_nothing()
    {
        var empty = new Checkpoint("a.example", 0, [.. Merkle.EmptyRoot]);
        Assert.Equal("a.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", empty.Text);
        Assert.True(empty.IsOfEmpty);
        Assert.False((empty with { Root = [.. new byte[32]] }).IsOfEmpty);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Byte.Array[32], Gen.Int[0, 3]).Sample((size, root, more) =>
        {
            var checkpoint = new Checkpoint("a.example/ß", size, [.. root]) { Extensions = [.. Enumerable.Range(0, more).Select(i => $"ext {i}")] };
            Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.Text));
            Assert.Equal(checkpoint.Text, Checkpoint.Parse(checkpoint.Text).Text);
        });

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("o\n5\n")]
    [InlineData("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")]
    [InlineData("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\next\n")]
    [InlineData("o\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n+5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n-5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n 5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n5e3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n٥\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n")]
    [InlineData("o\n5\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n5\n 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n5\nAAAA\n")]
    [InlineData("o\r\n5\r\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n")]
    public void Another_spelling_is_refused(string text)
    {
        Assert.Null(Refusals.Of(() => Checkpoint.Parse("o\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")));
        Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(text)));
    }

    [Fact]
    public void The_largest_size_is_two_to_the_63_less_one()
        => Assert.Equal(long.MaxValue, Checkpoint.Parse("o\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n").Size);
}
