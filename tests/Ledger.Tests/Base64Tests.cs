using CsCheck;

namespace Faubourg.Ledger.Tests;

public sealed class Base64Tests
{
    [Fact]
    public void What_is_written_is_read_back() => Gen.Byte.Array[0, 40].Sample(bytes => Assert.Equal(bytes, Base64.Read(Base64.Write(bytes))));

    [Theory]
    [InlineData("AA==")]
    [InlineData("AB")]
    [InlineData("AAB")]
    [InlineData("A")]
    [InlineData("A A")]
    [InlineData(" AAAA")]
    [InlineData("AAAA\n")]
    [InlineData("+/AA")]
    public void Another_spelling_of_the_same_bytes_is_refused(string text)
        => Assert.Equal(LeafFault.WrongBase64, Faults.Of(() => Base64.Read(text)));
}
