using Faubourg.Domain.Jars;

namespace Faubourg.Domain.Tests.Jars;

public sealed class JarMonthsTests
{
    /// <summary>Never above its goal, below zero, outside its decision, or alive 15 days after its project; nothing made and nothing lost.</summary>
    [Fact]
    public void Money_is_conserved_within_its_decision_through_months_crashes_races_and_retries() => Assert.Null(JarMonths.Wrong);

    [Fact]
    public void And_these_months_came_to_everything_that_money_can_do() => Assert.Empty(
        new HashSet<Type> { typeof(JarOpened), typeof(AccountChanged), typeof(KeepersReplaced), typeof(LeftoversSent), typeof(JarMoved), typeof(JarStopped) }
            .Except(JarMonths.Live()).Select(kind => kind.Name));
}
