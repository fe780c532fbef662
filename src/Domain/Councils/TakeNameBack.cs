using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Take my name back."</summary>
/// <param name="Slip">Hash of the slip that was given with the name.</param>
public sealed record TakeNameBack(string Slip) : Act
{
    /// <summary>A leaf holds so many; said again, it takes the others.</summary>
    private const int Most = 200;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        var mine = quarter.Texts.Where(t => t.Value.Slip == Slip).Select(t => t.Key).Take(Most).ToArray();
        return mine.Length == 0
            ? new NoSuchSlip()
            : new DisclosureErased([.. mine.Select(m => m.Seq)], [.. mine.Select(m => m.Name)], Ground.Giver);
    }
}

/// <summary>By whose will words were erased. Never the person.</summary>
public enum Ground { Giver, Council, Law }

/// <param name="Entries">Leaf by leaf.</param>
/// <param name="Fields">The name of the disclosure in each.</param>
[Leaf("disclosure.erased")]
public sealed record DisclosureErased(ImmutableArray<long> Entries, ImmutableArray<string> Fields, Ground Ground) : PublicEvent
{
    public override IEnumerable<TextAt> Erases => Entries.Zip(Fields, (seq, name) => new TextAt(seq, name));

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Texts = quarter.Texts.SetItems(Erases.Select(t => KeyValuePair.Create(t, Text.Erased))),
    };
}
