using System.Collections.Immutable;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Quarters;

/// <summary>Anyone may found a quarter on a host. It gives no right at all.</summary>
public sealed record Found(
    string Origin,
    string Key,
    string Zone,
    ImmutableArray<string> Languages,
    bool Rehearsal,
    Text Name,
    Text Place,
    Text? Horizon,
    ImmutableArray<Text> Covenant) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts) =>
        quarter.IsFounded
            ? new AlreadyFounded()
            : new QuarterFounded(1, Origin, Key, Zone, Languages, Rehearsal, Name, Place, Horizon, Covenant);
}

/// <summary>Leaf 0.</summary>
/// <param name="Format">Version of the leaf formats: 1.</param>
/// <param name="Origin">Identity of the log.</param>
/// <param name="Key">base64 of the first log public key (Ed25519, 32 bytes).</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Languages">ISO 639 codes.</param>
/// <param name="Rehearsal">True when nothing here happened outside a rehearsal.</param>
/// <param name="Name">What the neighbourhood is called.</param>
/// <param name="Place">Where it is, in words.</param>
/// <param name="Horizon">What it is for.</param>
/// <param name="Covenant">Local clauses of its agreement.</param>
[Leaf("quarter.founded")]
public sealed record QuarterFounded(
    int Format,
    string Origin,
    string Key,
    string Zone,
    ImmutableArray<string> Languages,
    bool Rehearsal,
    Text Name,
    Text Place,
    Text? Horizon,
    ImmutableArray<Text> Covenant) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Origin = Origin,
        Rehearsal = Rehearsal,
        Zone = Zone,
        Languages = Languages,
        FoundedAt = stamp.At,
        Keys = [new SigningKey(Key, stamp.Seq)],
        Name = new TextAt(stamp.Seq, "name"),
        Place = new TextAt(stamp.Seq, "place"),
        Horizon = Horizon is null ? null : new TextAt(stamp.Seq, "horizon"),
        Covenant = [.. Covenant.Select((_, i) => new TextAt(stamp.Seq, LeafMap.Item("covenant", i)))],
    };
}

public sealed record AlreadyFounded : Refusal;

public sealed record NotFounded : Refusal;
