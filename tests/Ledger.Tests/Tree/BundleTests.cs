using CsCheck;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

public sealed class BundleTests
{
    [Fact]
    public void Entries_have_their_length_in_front() => Assert.Equal([0, 1, 7, 0, 0, 0, 2, 8, 9], Bundle.Write([[7], [], [8, 9]]));

    [Fact]
    public void What_is_written_is_read_back() => Gen.Byte.Array[0, 300].Array[0, 256].Sample(entries =>
        Assert.Equal(entries, Bundle.Read(Bundle.Write(entries)).Select(entry => entry.ToArray())), iter: 100);

    [Fact]
    public void The_longest_entry_has_65535_bytes()
    {
        Assert.Equal(65_535, Bundle.Read(Bundle.Write([new byte[65_535]])).Single().Length);
        Assert.Throws<LedgerException>(() => Bundle.Write([new byte[65_536]]));
    }

    [Fact]
    public void A_bundle_has_256_entries_at_most()
    {
        Assert.Equal(256, Bundle.Read(new byte[512]).Count);
        Assert.Throws<LedgerException>(() => Bundle.Read(new byte[514]));
        Assert.Throws<LedgerException>(() => Bundle.Write(Enumerable.Repeat(Array.Empty<byte>(), 257)));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0001")]
    [InlineData("0002ff")]
    [InlineData("ffff00")]
    [InlineData("0001ff00")]
    public void One_that_was_cut_off_is_refused(string hex) => Assert.Throws<LedgerException>(() => Bundle.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Any_bytes_are_a_bundle_written_alike_or_none() => Gen.Byte[0, 3].Array[0, 60].Sample(bytes =>
    {
        if (Refusals.Of(() => Bundle.Read(bytes)) is null) Assert.Equal(bytes, Bundle.Write(Bundle.Read(bytes).Select(entry => entry.ToArray())));
    }, iter: 3000);
}
