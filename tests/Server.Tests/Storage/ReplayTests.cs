using Faubourg.Domain.Councils;

namespace Faubourg.Server.Tests.Storage;

public sealed class ReplayTests
{
    [Fact]
    public async Task After_every_step_of_an_evening_a_new_start_finds_the_same_state()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        foreach (var step in Evening.Steps())
        {
            await host.Take(quarter, step);
            var (before, revision) = quarter.Now;
            quarter = await host.OpenedAgain();
            Assert.Equal(StateJson.Of(before), StateJson.Of(quarter.Now.State));
            Assert.Equal(revision, quarter.Now.Revision);
        }
        Assert.Equal(Outcome.Decided, quarter.Now.State.Councils[1].Outcome);
        Assert.Empty(host.Troubles);
    }
}
