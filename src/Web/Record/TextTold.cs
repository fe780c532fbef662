using NodaTime;

namespace Faubourg.Web.Record;

/// <summary>A disclosure as anybody may see it now.</summary>
/// <param name="Digest">As it stands in the entry, base64url.</param>
/// <param name="Name">What it is, <c>question</c>; null where nobody can know any more.</param>
/// <param name="Words">Only where it is <see cref="TextStanding.Here"/>.</param>
/// <param name="By">The entry that took it out.</param>
/// <param name="Until">Kept back until then; null where that depends on the council's end.</param>
public sealed record TextTold(string Digest, string? Name, TextStanding Standing, string? Words = null, long? By = null, Instant? Until = null);
