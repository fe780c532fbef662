using NodaTime;

namespace Faubourg.Web.Record;

/// <summary>What became of a name or a text beside an entry.</summary>
public enum TextStanding
{
    /// <summary>This host shows it.</summary>
    Here,

    /// <summary>Held, and shown once names in it could be blacked out.</summary>
    KeptBack,

    /// <summary>A later entry says that it was taken out.</summary>
    Erased,

    /// <summary>A later entry says that the law made this host take it out.</summary>
    Withheld,

    /// <summary>Not here, and no entry says why: a finding.</summary>
    Missing,
}

/// <summary>A disclosure as anybody may see it now.</summary>
/// <param name="Digest">As it stands in the entry, base64url.</param>
/// <param name="Name">What it is, <c>question</c>; null where nobody can know any more.</param>
/// <param name="Words">Only where it is <see cref="TextStanding.Here"/>.</param>
/// <param name="By">The entry that took it out.</param>
/// <param name="Until">Kept back until then; null where that depends on the council's end.</param>
public sealed record TextTold(string Digest, string? Name, TextStanding Standing, string? Words = null, long? By = null, Instant? Until = null);
