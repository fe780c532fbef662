using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Tests.Histories;

namespace Faubourg.Domain.Tests.Months;

public sealed class MonthsTests
{
    [Fact]
    public void In_no_history_of_months_does_what_is_over_come_back() => Assert.NotEmpty(RandomMonths.All);

    [Fact]
    public void A_stranger_who_reads_the_leaves_of_months_finds_no_rule_broken_and_the_same_states()
    {
        foreach (var scene in RandomMonths.All)
        {
            var (auditor, quarter) = (new Auditor(), Quarter.Unfounded);
            foreach (var (happened, at) in scene.Journal.Record)
            {
                Assert.Empty(auditor.Check(quarter, happened, new Stamp(Rules.Minute(at), quarter.Size)));
                quarter = Rules.Evolve(quarter, happened, at);
            }
            Assert.Equal(Canon.Of(scene.Quarter.Gains), Canon.Of(quarter.Gains));
            Assert.Equal(Canon.Of(scene.Quarter.Charges), Canon.Of(quarter.Charges));
            Assert.Equal(quarter.Gains.Values.Select(gain => (gain.Council, gain.Number)).Order(), quarter.Councils.Values.SelectMany(council => council.GainNumbers.Select(number => (council.Number, number))));
        }
    }

    [Fact]
    public void Each_state_and_each_answer_comes_in_some_history()
    {
        var states = RandomMonths.All.SelectMany(s => s.Quarter.Gains.Values.Select(g => g.StateAt(s.Quarter, s.Now))).Distinct();
        Assert.Equal([GainState.Confirmed, GainState.Lapsed, GainState.Over], states.Order());
        var found = RandomMonths.All.SelectMany(s => s.Quarter.Gains.Values.Select(g => Persistence.At(g, 30, s.Quarter, s.Now))).Distinct();
        Assert.Equal(Enum.GetValues<Lasting>().Cast<Lasting?>(), found.Order());
    }
}
