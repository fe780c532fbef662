using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>A digest of which nothing is known.</summary>
/// <param name="Entry">Which entry names it.</param>
/// <param name="Digest">Itself.</param>
/// <param name="Council">Of which council the entry is, where it says.</param>
internal readonly record struct Withheld(long Entry, Digest32 Digest, int? Council);
