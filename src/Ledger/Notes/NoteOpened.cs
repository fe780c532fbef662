using System.Collections.Immutable;

namespace Faubourg.Ledger.Notes;

/// <summary>A note whose signatures were checked.</summary>
/// <param name="Verified">Those that hold, in the order of their lines; a key may come more than once.</param>
/// <param name="Unknown">By keys that were not given, or whose type we do not understand. They say nothing.</param>
public sealed record NoteOpened(ImmutableArray<Verified> Verified, ImmutableArray<NoteSignature> Unknown);

/// <param name="Key">Whose it is.</param>
/// <param name="Signature">The line.</param>
/// <param name="UnixSeconds">What a cosignature says the time was; null for other types.</param>
public sealed record Verified(VerifierKey Key, NoteSignature Signature, long? UnixSeconds);
