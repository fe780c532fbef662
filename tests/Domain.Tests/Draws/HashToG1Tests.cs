using System.Text;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Draws.Bls;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>RFC 9380: appendix J.9.1 for the curve, K.1 for expanding; and the texts that drand's rounds hash to.</summary>
public sealed class HashToG1Tests
{
    private static readonly byte[] Suite = Encoding.ASCII.GetBytes("QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_");

    [Theory]
    [InlineData("", '-', 0,
        "052926add2207b76ca4fa57a8734416c8dc95e24501772c814278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1",
        "08ba738453bfed09cb546dbb0783dbb3a5f1f566ed67bb6be0e8c67e2e81a4cc68ee29813bb7994998f3eae0c9c6a265")]
    [InlineData("abc", '-', 0,
        "03567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3aee664ba5379a7655d3c68900be2f6903",
        "0b9c15f3fe6e5cf4211f346271d7b01c8f3b28be689c8429c85b67af215533311f0b8dfaaa154fa6b88176c229f2885d")]
    [InlineData("abcdef0123456789", '-', 0,
        "11e0b079dea29a68f0383ee94fed1b940995272407e3bb916bbf268c263ddd57a6a27200a784cbc248e84f357ce82d98",
        "03a87ae2caf14e8ee52e51fa2ed8eefe80f02457004ba4d486d6aa1f517c0889501dc7413753f9599b099ebcbbd2d709")]
    [InlineData("q128_", 'q', 128,
        "15f68eaa693b95ccb85215dc65fa81038d69629f70aeee0d0f677cf22285e7bf58d7cb86eefe8f2e9bc3f8cb84fac488",
        "1807a1d50c29f430b8cafc4f8638dfeeadf51211e1602a5f184443076715f91bb90a48ba1e370edce6ae1062f5e6dd38")]
    [InlineData("a512_", 'a', 512,
        "082aabae8b7dedb0e78aeb619ad3bfd9277a2f77ba7fad20ef6aabdc6c31d19ba5a6d12283553294c1825c4b3ca2dcfe",
        "05b84ae5a942248eea39e1d91030458c40153f3b654ab7872d779ad1e942856a20c438e8d99bc8abfbf74729ce1f7ac8")]
    public void A_text_becomes_the_point_that_the_standard_says(string text, char filler, int times, string x, string y)
    {
        var point = HashToG1.Of(Encoding.ASCII.GetBytes(text + new string(filler, times)), Suite).Affine();
        Assert.Equal((x, y), (point.X.ToString(), point.Y.ToString()));
        Assert.True(point.IsInSubgroup());
    }

    [Theory]
    [InlineData("", 0x20, "68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235")]
    [InlineData("abc", 0x20, "d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615")]
    [InlineData("abcdef0123456789", 0x20, "eff31487c770a893cfb36f912fbfcbff40d5661771ca4b2cb4eafe524333f5c1")]
    [InlineData("", 0x80,
        "af84c27ccfd45d41914fdff5df25293e221afc53d8ad2ac06d5e3e29485dadbee0d121587713a3e0dd4d5e69e93eb7cd4f5df4cd103e188cf60cb02edc3edf18" +
        "eda8576c412b18ffb658e3dd6ec849469b979d444cf7b26911a08e63cf31f9dcc541708d3491184472c2c29bb749d4286b004ceb5ee6b9a7fa5b646c993f0ced")]
    public void A_text_is_expanded_as_the_standard_says(string text, int length, string uniform) => Assert.Equal(
        uniform, Convert.ToHexStringLower(HashToG1.Expand(Encoding.ASCII.GetBytes(text), "QUUX-V01-CS02-with-expander-SHA256-128"u8, length)));

    /// <summary>Recomputed with another library (@noble/curves 1.9.7).</summary>
    [Theory]
    [InlineData(123, "9735a60937cc8a96d1473cdd303ba02c69cf1360d87a34dba5e51902914150b802ef068be6e8df54521599aff13401aa")]
    [InlineData(657413, "896e507496fa9c5c2f3b08f05dc102b37e2c7dc977da22afd56281831c6c95f527ee92053dfaabb7e65f9b07e3e0068e")]
    [InlineData(124, "96e377de", "e9a2")]
    [InlineData(3, "b64ca202", "10f6")]
    [InlineData(4, "988aa19d", "c2b3")]
    public void A_round_is_hashed_to_its_point(long round, string begins, string ends = "")
    {
        var text = Points.Text(HashToG1.Of(Beacon.Message(round), Beacon.Tag));
        Assert.StartsWith(begins, text, StringComparison.Ordinal);
        Assert.EndsWith(ends, text, StringComparison.Ordinal);
    }
}
