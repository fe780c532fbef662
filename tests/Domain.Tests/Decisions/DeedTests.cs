using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Tests.Gains;

namespace Faubourg.Domain.Tests.Decisions;

public sealed class DeedTests
{
    private const int Many = 20;

    [Fact]
    public void What_another_council_opened_is_changed_by_half_its_heads_for_the_rules_and_for_whoever_checks()
    {
        var quarter = Growth.Shown().Quarter.In(1, c => c with { HeadsAtDeciding = Many });
        Deed[] ofOthers =
        [
            new RenewCharge(1), new EndCharge(1), new ChangeAccount(1, null, null), new ReplaceKeepers(1), new SendLeftovers(1, null),
            new RenewProject(1), new EndProject(1, ProjectEnd.Done), new ConfirmGain(1),
        ];
        Assert.All(ofOthers, deed =>
        {
            Assert.Equal(Many, deed.Changed(quarter));
            var done = Assert.IsType<IDeedDone>(deed.Written(quarter.Councils[1]), exactMatch: false);
            Assert.Equal(Many, done.Changed(quarter));
            Assert.Equal(deed.Touches, done.Touches);
        });
    }
}
