namespace Faubourg.Ledger.Tests;

public sealed class LeafHashTests
{
    [Theory]
    [InlineData("", "6E340B9CFFB37A989CA544E6BB780A2C78901D3FB33738768511A30617AFA01D")]
    [InlineData("00", "96A296D224F285C67BEE93C30F8A309157F0DAA35DC5B87E410B78630A09CFC7")]
    public void Agrees_with_the_first_two_leaves_of_the_RFC_6962_vectors(string leaf, string expected)
        => Assert.Equal(expected, Convert.ToHexString(LeafHash.Of(Convert.FromHexString(leaf))));

    [Fact]
    public void Says_the_same_on_every_thread_and_each_time()
    {
        byte[] leaf = [1, 2, 3];
        var expected = LeafHash.Of(leaf);
        Parallel.For(0, 100, _ => Assert.Equal(expected, LeafHash.Of(leaf)));
    }
}
