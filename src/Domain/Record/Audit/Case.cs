using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>One leaf to be judged, and the state before it.</summary>
internal sealed class Case(Memory memory)
{
    public Memory Memory { get; } = memory;

    public List<Breach> Breaches { get; } = [];

    public Quarter Before { get; private set; } = Quarter.Unfounded;

    public Stamp Stamp { get; private set; }

    public Instant At => Stamp.At;

    private int? about;

    public void Open(Quarter before, Stamp stamp)
    {
        (Before, Stamp, about) = (before, stamp, null);
        Breaches.Clear();
    }

    /// <summary>The sentence is a constant: a sound record costs nothing to put it together.</summary>
    /// <returns>Whether it holds: what follows may rely on it.</returns>
    public bool Require(bool holds, Rule rule, string otherwise)
    {
        if (!holds) Breaches.Add(new Breach(rule, Stamp.Seq, about, otherwise));
        return holds;
    }

    /// <summary>The council that the leaf speaks of; null, and a breach, when there is none.</summary>
    public Council? Council(int number)
    {
        about = number;
        var council = Before.Councils.GetValueOrDefault(number);
        Require(council is not null, Rule.SpeaksOfWhatIs, "There is no such council.");
        return council;
    }

    /// <summary>
    /// The quarter when the council began to decide: what it decides was put before the room then, though the count may close after
    /// somebody else's.
    /// </summary>
    public Quarter WhenPut(int council) => Evening(council).WhenDecidingBegan ?? Before;

    /// <summary>The council, which must not be over.</summary>
    public Council? Living(int number)
    {
        if (Council(number) is not { } council) return null;
        return Require(!council.IsOver, Rule.NothingAfterTheEnd, "The council was over.") ? council : null;
    }

    /// <summary>The council, at one of these steps; a council on paper has no steps.</summary>
    public Council? LivingAt(int number, params ReadOnlySpan<Step> steps)
    {
        if (Living(number) is not { } council) return null;
        return Require(council.OnPaper || steps.Contains(council.Step), Rule.StepsInOrder, "This belongs to another step of the council.") ? council : null;
    }

    public Evening Evening(int number) => Memory.Of(number);
}
