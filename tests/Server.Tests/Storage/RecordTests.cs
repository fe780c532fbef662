using Faubourg.Ledger;

namespace Faubourg.Server.Tests.Storage;

public sealed class RecordTests
{
    [Fact]
    public async Task The_public_part_of_the_state_is_what_the_leaves_alone_say()
    {
        await using var bench = await Bench.Founded();
        foreach (var step in Evening.Steps())
        {
            await FaultTests.Take(bench, step);
            Assert.Equal(StateJson.PublicOf(bench.Quarter.Now.State), StateJson.PublicOf(bench.OnDisk(leavesOnly: true)));
        }
    }

    [Fact]
    public async Task Leaves_are_numbered_without_a_gap_and_each_disclosure_stands_in_its_leaf()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await host.Close();
        var leaves = host.Column("SELECT bytes FROM leaf ORDER BY seq").Select(b => Leaves.Read((byte[])b)).ToArray();
        Assert.Equal(quarter.Now.State.Size, leaves.Length);
        Assert.Equal(Enumerable.Range(0, leaves.Length), leaves.Select(l => (int)l.Seq));
        Assert.All(leaves, leaf => Assert.Equal(quarter.Now.State.Origin, leaf.Log));
        Assert.All(leaves, leaf => Assert.EndsWith(":00Z", leaf.At));
        var held = host.Column("SELECT d FROM disclosure").Select(d => Disclosure.Read((string)d).Digest);
        Assert.Equal(leaves.SelectMany(l => l.Digests).Order(), held.Order());
    }
}
