using System.Text;
using CsCheck;

namespace Faubourg.Ledger.Tests;

public sealed class DisclosureTests
{
    [Fact]
    public void What_is_made_is_read_back() =>
        Gen.Select(Any.Key, Any.Text, Any.Salt).Sample((name, value, salt) =>
        {
            var made = Disclosure.Make(name, value, salt);
            Assert.Equal(made, Disclosure.Read(made.Encoded));
        });

    [Fact]
    public void Another_salt_is_another_digest() =>
        Gen.Select(Any.Text, Any.Salt, Any.Salt).Where((_, one, other) => !one.SequenceEqual(other))
            .Sample((value, one, other) => Assert.NotEqual(
                Disclosure.Make("name", value, one).Digest,
                Disclosure.Make("name", value, other).Digest));

    [Fact]
    public void A_salt_has_16_bytes()
        => Assert.Throws<ArgumentException>(() => Disclosure.Make("name", "Ana", new byte[15]));

    [Theory]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEA","name","Ana"]""", null)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEA", "name","Ana"]""", LeafFault.NotCanonical)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEA","name"]""", LeafFault.WrongField)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEA","name",7]""", LeafFault.WrongField)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4P","name","Ana"]""", LeafFault.WrongField)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEB","name","Ana"]""", LeafFault.WrongBase64)]
    [InlineData("""["AQIDBAUGBwgJCgsMDQ4PEA","Name","Ana"]""", LeafFault.ForbiddenKey)]
    public void Only_salt_name_and_value_in_canonical_JSON_are_read(string json, LeafFault? fault)
        => Assert.Equal(fault, Faults.Of(() => Disclosure.Read(Base64.Write(Encoding.UTF8.GetBytes(json)))));

    [Fact]
    public void A_text_beyond_the_limit_is_not_made()
        => Assert.Equal(LeafFault.TooLong, Faults.Of(() => Disclosure.Make("text", new string('a', Limits.DisclosureBytes), new byte[16])));
}
