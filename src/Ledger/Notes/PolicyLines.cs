using System.Collections.Immutable;

namespace Faubourg.Ledger.Notes;

/// <param name="Key">Its name is the origin of the log.</param>
/// <param name="Url">Where it may be reached; means nothing here.</param>
public sealed record PolicyLog(VerifierKey Key, string? Url = null);

/// <param name="Name">Within this policy only.</param>
/// <param name="Key">A key of cosignatures.</param>
/// <param name="Url">Where it may be reached; means nothing here.</param>
public sealed record PolicyWitness(string Name, VerifierKey Key, string? Url = null);

/// <param name="Name">Within this policy only; witnesses and groups share their names.</param>
/// <param name="Needed">How many members must have signed, from 1 to all.</param>
/// <param name="Members">Witnesses and earlier groups; nobody is a member twice, here or elsewhere.</param>
public sealed record PolicyGroup(string Name, int Needed, ImmutableArray<string> Members);
