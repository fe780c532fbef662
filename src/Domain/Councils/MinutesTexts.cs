using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>Every text in the minutes of a council, and of what grew from it: what may be blacked out. A picture is not words.</summary>
public static class MinutesTexts
{
    public static IEnumerable<TextAt> Of(Council council)
    {
        IEnumerable<TextAt?> texts =
        [
            .. council.Before.SelectMany(b => new[] { b.Question, b.Place }),
            council.Question, council.Place, council.Access, council.Decision?.What, council.Decision?.Needs,
            council.Care?.Words, council.Spokesperson?.Addressee, council.Spokesperson?.Sentence,
            .. council.Proposals.Values.SelectMany(p => new[] { p.What, p.Needs, p.Reason, p.CalledBack }),
            .. council.Objections.Select(o => o.Reason),
            .. council.Gains.SelectMany(g => new[] { g.What, g.Unit }),
            .. council.GainWords,
            .. council.DeedWords,
            .. council.Tasks.Values.SelectMany(t => new[] { t.What, t.Taker, t.Helper }.Concat(t.Before)),
            .. council.Evidence.Select(e => e.Words),
            .. council.Requests.SelectMany(r => new[] { r.Addressee, r.Words, r.Answered?.Words, r.Answered?.Meanwhile }),
            .. council.Corrections.Select(c => c.Words),
        ];
        return texts.OfType<TextAt>();
    }
}
