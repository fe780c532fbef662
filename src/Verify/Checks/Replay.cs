using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>The state of the neighbourhood as its public entries alone give it, and the rules that can be checked from them.</summary>
internal sealed class Replay(Findings findings)
{
    public Quarter Quarter { get; private set; } = Quarter.Unfounded;

    public int Councils { get; private set; }

    public int Draws { get; private set; }

    public int Decisions { get; private set; }

    /// <summary>From when all texts of a council are shown; null: at once.</summary>
    public Instant? ShownFrom(int council) => Quarter.Councils.TryGetValue(council, out var one) ? one.TextsFrom : null;

    public void Next(PublicEvent happened, long seq, Instant at)
    {
        try
        {
            Quarter = happened.Evolve(Quarter, new Stamp(at, seq));
            Count(happened);
        }
        catch (Exception impossible) when (impossible is KeyNotFoundException or ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            findings.Break("replay", seq, "it does not follow from the entries before it");
        }
    }

    private void Count(PublicEvent happened)
    {
        if (happened is CouncilConvened) Councils++;
        else if (happened is DrawRevealed) Draws++;
        else if (happened is DecisionMade) Decisions++;
    }

    /// <summary>After each entry, understood or not.</summary>
    public void Pass(long seq, Instant at) => Quarter = Quarter with { At = at, Size = seq + 1, Texts = Quarter.Texts.Clear() };

    public void End()
    {
    }
}
