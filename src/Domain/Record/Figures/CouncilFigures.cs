using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Power;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Convened">All that were announced, or held on paper.</param>
/// <param name="Held">Those that met, whether or not they agreed.</param>
/// <param name="Decided">Those of them that decided.</param>
public sealed record CouncilsCounted(int Convened, int Held, int Decided);

/// <summary>What is counted of one council, apart from what grew of it.</summary>
/// <param name="Number">Which.</param>
/// <param name="Minutes">Its length as announced.</param>
/// <param name="Changes">How often it was changed or moved.</param>
/// <param name="AtDraw">Lower bound of the band of heads counted before the draw; 0 where nobody counted.</param>
/// <param name="AtDrawMost">Its upper bound; null for the last band, and where nobody counted.</param>
/// <param name="AtDeciding">The same before deciding.</param>
/// <param name="AtDecidingMost">Its upper bound.</param>
/// <param name="FirstTimes">How many of the roles were held for the first time.</param>
/// <param name="PassedOn">How often a role went on to the next in order.</param>
/// <param name="Mood">1 to 5; null where too few said.</param>
public sealed record CouncilCounted(
    int Number, int Minutes, int Changes, int AtDraw, int? AtDrawMost, int AtDeciding, int? AtDecidingMost, int FirstTimes, int PassedOn, int? Mood);

/// <param name="Ritual">How councils closed.</param>
/// <param name="Times">How many of those that met.</param>
public sealed record RitualCounted(Ritual Ritual, int Times);

internal sealed class CouncilFigures
{
    private readonly SortedDictionary<int, Sat> councils = [];

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<Sat> All => councils.Values;

    public void Next(PublicEvent happened)
    {
        if (happened is CouncilConvened convened) councils[convened.Council] = new Sat(convened.Council);
        if (Of(happened) is { } number && councils.TryGetValue(number, out var council)) council.Next(happened);
    }

    public CouncilsCounted Counted() => new(councils.Count, councils.Values.Count(c => c.Met), councils.Values.Count(c => c.Outcome == Outcome.Decided));

    public ImmutableArray<CouncilCounted> Each() =>
    [
        .. from c in councils.Values
           let last = c.Calls.GroupBy(call => call.Call.Role).Select(calls => calls.Last().Call).Where(call => call.Number is not null || c.OnPaper)
           select new CouncilCounted(
               c.Number, c.Minutes, c.Changes, c.Heads.AtDraw, Bands.Top(c.Heads.AtDraw), c.Heads.AtDeciding, Bands.Top(c.Heads.AtDeciding),
               last.Count(call => call.FirstTime == true), c.Calls.Count(call => call.Call.Why != Why.Drawn), c.Mood),
    ];

    public ImmutableArray<RitualCounted> Rituals() =>
    [
        .. councils.Values.Where(c => c is { Met: true, Ritual: not null }).CountBy(c => c.Ritual!.Value).OrderBy(r => r.Key).Select(r => new RitualCounted(r.Key, r.Value)),
    ];

    /// <summary>The council whose evening it tells; null for what comes after, and for what is no council's.</summary>
    private static int? Of(PublicEvent happened) => happened switch
    {
        CouncilConvened e => e.Council,
        CouncilChanged e => e.Council,
        PlaceMoved e => e.Council,
        DecisionMade e => e.Council,
        GainClaimed e => e.Council,
        CareHeld e => e.Council,
        TurnsCounted e => e.Council,
        CouncilDissolved e => e.Council,
        HeadsCounted e => e.Council,
        HatFilled e => e.Council,
        DrawRevealed e => e.Council,
        RoleCalled e => e.Council,
        _ => null,
    };
}
