namespace Faubourg.Ledger.Tests;

public sealed class LeafHashTests
{
    [Theory]
    [InlineData("", "6E340B9CFFB37A989CA544E6BB780A2C78901D3FB33738768511A30617AFA01D")]
    [InlineData("00", "96A296D224F285C67BEE93C30F8A309157F0DAA35DC5B87E410B78630A09CFC7")]
    public void Agrees_with_the_vectors_of_RFC_6962(string leaf, string expected)
        => Assert.Equal(expected, Convert.ToHexString(LeafHash.Of(Convert.FromHexString(leaf))));
}
