using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Quarters;

public sealed class FoundTests
{
    [Fact]
    public void Before_it_is_founded_nothing_happens() => new Scene().Refuses<NotFounded>(Amina, new Convene(Bench()));

    [Fact]
    public void It_is_founded_once_with_its_covenant_as_texts_beside_leaf_nought()
    {
        var scene = Founded();
        scene.Refuses<AlreadyFounded>(Amina, new Found("o/q/x", "k", "UTC", [], false, T("again"), T("here"), null, []));
        Assert.Equal(["We greet newcomers.", "We end on time."], scene.Quarter.Covenant.Select(c => scene.Quarter.Said(c)!.Value));
        Assert.Equal(new TextAt(0, "covenant_b"), scene.Quarter.Covenant[1]);
    }

    [Fact]
    public void Whoever_founded_it_has_no_right_in_it()
    {
        var scene = Founded();
        scene.Does(Benoit, new Convene(Bench()));
        scene.Refuses<OnlyTheConvener>(Amina, new CallOff(1));
        scene.Refuses<OnlyTheConvener>(Amina, new Change(1, Bench()));
    }
}
