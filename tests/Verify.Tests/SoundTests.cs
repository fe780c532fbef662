using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

public sealed class SoundTests
{
    [Fact]
    public void A_council_that_was_held_by_the_rules_is_sound()
    {
        var verdict = Sound(Council().Files());
        Assert.True(verdict.Replayed);
        Assert.Equal(1, verdict.Councils);
        Assert.Equal(1, verdict.Draws);
        Assert.Equal(1, verdict.Decisions);
        Assert.Equal(2, verdict.Erased);
        Assert.Equal(0, verdict.Withheld);
        Assert.True(verdict.Held > 10);
    }

    [Fact]
    public void So_is_a_whole_season() => Assert.Equal(4, Sound(Season().Files()).Councils);

    [Fact]
    public void So_is_one_in_which_money_moved() => Assert.Equal(1, Sound(Lived(lane => lane.Collects()).Files()).Councils);

    [Fact]
    public void A_rehearsal_is_said_to_be_one() =>
        Assert.True(Sound(Lived(lane => lane.Evening(), rehearsal: true).Files()).Rehearsal);
}
