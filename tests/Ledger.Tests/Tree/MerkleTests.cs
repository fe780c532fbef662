using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

/// <summary>The inputs and roots of Certificate Transparency's own tests of RFC 6962 §2.1.</summary>
public sealed class MerkleTests
{
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_are_those_of_the_RFC_6962_vectors(int size, string root)
    {
        var edge = new Edge();
        foreach (var input in Inputs[..size]) edge.Append(LeafHash.Of(Convert.FromHexString(input)));

        Assert.Equal(root, Convert.ToHexStringLower(edge.Root()));
        Assert.Equal(root, Convert.ToHexStringLower(Naive.Root(Inputs[..size].Select(input => LeafHash.Of(Convert.FromHexString(input))).ToArray())));
    }

    [Fact]
    public void A_node_may_be_written_over_what_it_is_made_of()
    {
        var (left, right, node) = (LeafHash.Of([1]), LeafHash.Of([2]), new byte[32]);
        Merkle.Node(left, right, node);
        var over = right.ToArray();
        Merkle.Node(left, over, over);
        Assert.Equal(node, over);
        Merkle.Node(left, right, left);
        Assert.Equal(node, left);
    }

    [Fact]
    public void A_call_that_failed_leaves_nothing_in_the_next()
    {
        var sound = LeafHash.Of([1]);
        Assert.Throws<ArgumentException>(() => Merkle.Leaf([2], new byte[31]));
        Assert.Throws<ArgumentException>(() => Merkle.Node(sound, sound, new byte[31]));
        Assert.Throws<ArgumentException>(() => Merkle.Node(new byte[31], sound, new byte[32]));
        Assert.Throws<ArgumentException>(() => Merkle.Node(sound, new byte[33], new byte[32]));
        Assert.Equal(sound, LeafHash.Of([1]));
    }

    [Fact]
    public void Hashing_allocates_nothing()
    {
        var (entry, hash) = (new byte[200], new byte[32]);
        Merkle.Leaf(entry, hash);
        Merkle.Node(hash, hash, hash);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Merkle.Leaf(entry, hash);
            Merkle.Node(hash, hash, hash);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
