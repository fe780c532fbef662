using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>Words are taken out of the record for good: by their giver, by a council, or by law.</summary>
internal static class Erasure
{
    /// <summary>Only what was disclosed and is not erased yet. Whether this host still holds the words changes nothing.</summary>
    public static Refusal? Refuse(Quarter quarter, IEnumerable<TextAt> texts)
    {
        foreach (var at in texts)
        {
            if (!quarter.Texts.ContainsKey(at)) return new NoSuchText();
            if (quarter.Erased.ContainsKey(at)) return new ErasedAlready();
        }
        return null;
    }

    /// <summary>
    /// Why a council may not take out this text; null when it may. What the neighbourhood stands for is amended, or an erasure
    /// would change it without the room's consent.
    /// </summary>
    public static Refusal? RefuseTarget(Quarter quarter, TextAt? target)
    {
        if (target is null) return new NoSuchText();
        if (target.Seq == 0 || quarter.Amendments.Values.Any(a => a.Touches is Touches.Covenant or Touches.Horizon && quarter.Latest(a.Wording) == quarter.Latest(target)))
            return new AmendItInstead();
        return Refuse(quarter, [quarter.Latest(target)]);
    }

    /// <summary>
    /// What goes with the target: the words as they stand now, and where a council adopted them, its decision and the proposal
    /// both. Empty when nothing is left.
    /// </summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="target">Where the text was disclosed.</param>
    /// <param name="council">In whose minutes it stands.</param>
    public static TextAt[] Reach(Quarter quarter, TextAt target, int? council)
    {
        var same = council is { } number ? Twin(quarter, quarter.Councils[number], target) : null;
        return [.. new[] { target, same }.OfType<TextAt>().Select(quarter.Latest).Where(t => !quarter.Erased.ContainsKey(t)).Distinct().Order()];
    }

    /// <summary>In whose minutes the text stands; null for none.</summary>
    public static Council? CouncilOf(Quarter quarter, TextAt target) => quarter.Councils.Values
        .FirstOrDefault(c => MinutesTexts.Of(c).Any(t => t == target || quarter.Latest(t) == quarter.Latest(target)));

    public static DisclosureErased Of(IReadOnlyCollection<TextAt> texts, Ground ground) =>
        new([.. texts.Select(t => t.Seq)], [.. texts.Select(t => t.Name)], ground);

    /// <summary>When the erasure that this council decided is to be carried out; null when it is refused, done, or none.</summary>
    public static Instant? DueAt(Quarter quarter, Amendment decided) =>
        decided is { Touches: Touches.Words, RefusedAt: null, DoneAt: null, Target: { } target }
        && quarter.Councils[decided.Number].IsOver
        && Reach(quarter, target, decided.TargetCouncil).Length > 0
            ? decided.HoldsFrom
            : null;

    private static TextAt? Twin(Quarter quarter, Council council, TextAt target)
    {
        if (council.Decision is not { } decision || !council.Proposals.TryGetValue(decision.Proposal, out var proposal)) return null;
        var latest = quarter.Latest(target);
        bool Is(TextAt? at) => at is not null && quarter.Latest(at) == latest;
        return Is(decision.What) ? proposal.What : Is(proposal.What) ? decision.What
            : Is(decision.Needs) ? proposal.Needs : Is(proposal.Needs) ? decision.Needs : null;
    }
}

/// <summary>A clause, or what the neighbourhood is for: changed by an amendment.</summary>
public sealed record AmendItInstead : Refusal;
