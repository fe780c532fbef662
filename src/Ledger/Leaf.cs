namespace Faubourg.Ledger;

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
