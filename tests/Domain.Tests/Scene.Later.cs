using System.Collections.Immutable;
using Faubourg.Domain.Draws;

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
}
