using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests;

internal sealed partial class Scene
{
    public Scene()
    {
    }

    /// <summary>The same quarter, later: another council.</summary>
    public Scene(Scene before)
    {
        Quarter = before.Quarter;
        Now = before.Now;
        Journal = before.Journal;
        acts = before.acts;
    }

    /// <summary>The roll closes; one of the willing shows the slip of the first council.</summary>
    public void ClosesTheRoll(string[] willing, string held)
    {
        foreach (var who in willing)
            Does(who, new SayWilling(Number, [.. AnyRole], false, AnyRole.ToImmutableSortedDictionary(r => r, r => SlipOf(who, $"{r} of {Number}")),
                who == held ? [.. AnyRole.Select(r => SlipOf(who, r.ToString()))] : []));
        Does(Cast.Amina, new CloseRoll(Number));
    }

    /// <summary>The council that is announced meets and counts itself; one proposal that touches this is before it.</summary>
    public void GetsTo(Touches touches, TextAt? target = null, int? amendment = null, Deed? deed = null)
    {
        WaitsUntil(Council.StartsAt);
        Opens(5);
        MovesOn();
        Does(Cast.Amina, Proposal("We share what we grow.", touches, amendment, Number) with { Target = target, Deed = deed });
        Counts(5);
        MovesOn();
    }

    /// <summary>A council of weight decides this, and is over.</summary>
    public void Decides(int number, Touches touches, TextAt? target = null, Duration? notice = null, int? amendment = null, Deed? deed = null)
    {
        Assert.Equal(Number, number);
        Does(Cast.Amina, new Convene(Bench(Now + (notice ?? Duration.FromHours(80)))));
        GetsTo(touches, target, amendment, deed);
        Puts(1);
        AllConsent();
        WaitsUntil(Council.EndsAt);
    }

    /// <summary>The host dies and comes back: all it knows is what its journal kept.</summary>
    public void Crashes() => Quarter = Journal.Replay(Quarter.Texts);

    /// <summary>As if an act had brought it.</summary>
    public void Happens(params Event[] happened) => Apply([.. happened]);
}
