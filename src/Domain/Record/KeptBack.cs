using System.Diagnostics.CodeAnalysis;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record;

/// <summary>
/// Texts that are in the record and not shown yet: of a council that still sits, and of one that time ended before its closing,
/// until names could be blacked out. The minutes keep back the same ones.
/// </summary>
public sealed class KeptBack
{
    private readonly Dictionary<TextAt, Instant?> texts = [];

    public bool IsEmpty => texts.Count == 0;

    public IEnumerable<TextAt> Texts => texts.Keys;

    public static KeptBack Of(Quarter quarter, Instant now)
    {
        var waits = new KeptBack();
        foreach (var council in quarter.Councils.Values.Where(council => !council.IsOver || council.TextsFrom > now))
            foreach (var at in Later(council))
                for (TextAt? each = at; each is not null; each = quarter.Restated.GetValueOrDefault(each))
                    waits.texts[each] = council.TextsFrom;
        return waits;
    }

    /// <param name="until">Null where the council still sits.</param>
    public bool Holds(TextAt at, [MaybeNullWhen(true)] out Instant? until) => texts.TryGetValue(at, out until);

    /// <summary>Everything but question, place, decision, tasks and corrections, which are public at once.</summary>
    private static IEnumerable<TextAt> Later(Council council)
    {
        IEnumerable<TextAt?> texts =
        [
            council.Care?.Words, council.Spokesperson?.Addressee, council.Spokesperson?.Sentence,
            .. council.Proposals.Values.Where(p => p.Number != council.Decision?.Proposal).SelectMany(p => new[] { p.What, p.Needs }),
            .. council.Proposals.Values.SelectMany(p => new[] { p.Reason, p.CalledBack }),
            .. council.Gains.SelectMany(g => new[] { g.What, g.Unit }),
            .. council.GainWords,
            .. council.DeedWords,
            .. council.Objections.Select(o => o.Reason),
            .. council.Tasks.Values.SelectMany(t => new[] { t.Taker, t.Helper }.Concat(t.Before)),
        ];
        return texts.OfType<TextAt>();
    }
}
