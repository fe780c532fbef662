using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What a decision does beside its words follows it at once, and a council that changes another's work has half its heads.</summary>
internal static class OfDeeds
{
    /// <summary>A decision that says it does something is followed by what it does; and no deed stands alone.</summary>
    public static bool Follow(Case c, PublicEvent happened)
    {
        var made = c.Memory.Last as DecisionMade;
        var done = happened as IDeedDone;
        if (made is null || !made.Touches.HasDeed()) return c.Require(done is null, Rule.DeedsFollow, "No decision did this.");
        return c.Require(done is not null && done.Council == made.Council && done.Touches == made.Touches, Rule.DeedsFollow, "The decision did something else.");
    }

    public static void Check(Case c, IDeedDone done)
    {
        if (!done.NeedsWeight(c.Before, c.At) || c.Council(done.Council) is not { } council) return;
        c.Require(
            Councils.Weight.Lacks(council, council.HeadsAtDeciding, Councils.Weight.Notice, done.Changed(c.Before)) is null,
            Rule.Weight,
            "It changes the work of a council with more than twice its heads.");
    }
}
