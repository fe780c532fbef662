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
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        // Said again, it takes the others.
        var mine = quarter.Texts.Where(t => t.Value.Slip == Slip).Select(t => t.Key).Take(DisclosureErased.Most).ToArray();
        return mine.Length == 0 ? new NoSuchSlip() : Erasure.Of(mine, Ground.Giver);
    }
}

/// <summary>By whose will words were erased. Never the person.</summary>
public enum Ground { Giver, Council, Law }

/// <param name="Entries">Leaf by leaf.</param>
/// <param name="Fields">The name of the disclosure in each.</param>
/// <param name="Ground">By whose will.</param>
/// <param name="Country">By law: whose, ISO 3166-1 alpha-2.</param>
/// <param name="Order">By law: who ordered it.</param>
/// <param name="OrderedOn">By law: the day of the order.</param>
/// <param name="Council">By a council: which one decided it.</param>
[Leaf("disclosure.erased")]
public sealed record DisclosureErased(
    ImmutableArray<long> Entries,
    ImmutableArray<string> Fields,
    Ground Ground,
    string? Country = null,
    Order? Order = null,
    NodaTime.LocalDate? OrderedOn = null,
    int? Council = null) : PublicEvent
{
    /// <summary>A leaf holds so many.</summary>
    public const int Most = 200;

    public override IEnumerable<TextAt> Erases => Entries.Zip(Fields, (seq, name) => new TextAt(seq, name));

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Texts = quarter.Texts.SetItems(Erases.Select(t => KeyValuePair.Create(t, Ground == Ground.Law ? Text.Withheld : Text.Erased))),
        Erased = quarter.Erased.SetItems(Erases.Select(t => KeyValuePair.Create(t, stamp.Seq))),
        Amendments = Council is { } number && quarter.Amendments.TryGetValue(number, out var decided)
            ? quarter.Amendments.SetItem(number, decided with { DoneAt = stamp.At })
            : quarter.Amendments,
        Removals = Council is { } done ? quarter.Removals.Remove(done) : quarter.Removals,
    };
}
