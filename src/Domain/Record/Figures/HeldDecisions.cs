using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>Which decisions about others' work hold: 72 hours after their minutes, unless another council said no.</summary>
internal sealed class HeldDecisions
{
    private readonly Dictionary<int, (Instant From, Instant? Refused)> decided = [];

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case DecisionMade { Touches: Touches.Amendment, Amendment: { } other }:
                if (decided.TryGetValue(other, out var refused) && refused.Refused is null && at < refused.From) decided[other] = (refused.From, at);
                break;
            case DecisionMade made when made.Touches.IsOfOthers():
                decided[made.Council] = (at + Amendment.Delay, null);
                break;
            case CouncilDissolved over when decided.TryGetValue(over.Council, out var waits):
                decided[over.Council] = (over.Due + Amendment.Delay, waits.Refused);
                break;
        }
    }

    /// <summary>From when it holds; null where it was refused, or is no such decision.</summary>
    public Instant? From(int council) => decided.TryGetValue(council, out var one) && one.Refused is null ? one.From : null;

    public Instant? RefusedAt(int council) => decided.TryGetValue(council, out var one) ? one.Refused : null;

    public bool Knows(int council) => decided.ContainsKey(council);

    public bool Holds(int council, Instant now) => From(council) <= now;
}
