namespace Faubourg.Ledger;

/// <summary>What happened, before it has a place in a log.</summary>
/// <param name="Type">A noun and a past participle: <c>jar.moved</c>.</param>
/// <param name="At">The claimed time, <c>YYYY-MM-DDThh:mm:ssZ</c>.</param>
/// <param name="Clear">What anybody may read for ever: enums, numbers, dates and ids of a fixed grammar.</param>
/// <param name="Disclosed">Names and free texts, by name; one name may come more than once.</param>
public sealed record LeafDraft(
    string Type,
    string At,
    SortedDictionary<string, LeafValue> Clear,
    IReadOnlyList<(string Name, string Value)> Disclosed);

/// <summary>A leaf as read back from its bytes.</summary>
/// <param name="Type">Perhaps one we do not know: such a leaf is valid, not understood.</param>
/// <param name="Log">The origin of the log it stands in, so that it cannot be shown as another's.</param>
/// <param name="Seq">Its index there, from 0.</param>
/// <param name="At">The claimed time.</param>
/// <param name="Clear">The body: every field but those that all leaves have.</param>
/// <param name="Digests">Of its disclosures, in ordinal order; empty where it has none.</param>
public sealed record Leaf(
    string Type,
    string Log,
    long Seq,
    string At,
    IReadOnlyDictionary<string, LeafValue> Clear,
    IReadOnlyList<string> Digests);
