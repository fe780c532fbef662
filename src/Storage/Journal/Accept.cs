using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using NodaTime;

namespace Faubourg.Storage.Journal;

/// <summary>One row of a journal: an accepted act, or what the clock brought, as it is stored.</summary>
/// <param name="Revision">One more than the row before.</param>
/// <param name="At">When, to the millisecond; never before the row before.</param>
/// <param name="Entries">In the order in which they happened.</param>
/// <param name="Receipt">Under which the act may be asked again.</param>
internal sealed record Accept(long Revision, Instant At, ImmutableArray<Entry> Entries, Receipt? Receipt);

/// <param name="Key">What the act may be asked again under.</param>
/// <param name="Council">Deleted with its room; 0 for acts of the quarter.</param>
/// <param name="Until">Deleted after this at the latest.</param>
internal sealed record Receipt(string Key, int Council, Instant Until)
{
    private const int HashBytes = 16;

    /// <summary>What is stored of a key: short, and the same for any wording of it that a caller chose.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key))[..HashBytes];
}

internal abstract record Entry;

/// <param name="Seq">Index of the leaf.</param>
/// <param name="Bytes">Final.</param>
/// <param name="Texts">Its disclosures.</param>
/// <param name="Erases">Digests of the disclosures to be deleted in the same commit.</param>
internal sealed record LeafEntry(long Seq, byte[] Bytes, ImmutableArray<KeptText> Texts, ImmutableArray<string> Erases) : Entry
{
    /// <summary>The council whose room is deleted in the same commit.</summary>
    public int? Dissolves { get; init; }
}

/// <param name="Digest">Stands in the leaf.</param>
/// <param name="At">Where.</param>
/// <param name="Encoded">Salt, name and words.</param>
/// <param name="Slip">Hash of the slip with which its giver may take it back.</param>
internal sealed record KeptText(string Digest, TextAt At, string Encoded, string? Slip)
{
    /// <summary>Where it is the hash of a picture: its bytes.</summary>
    public byte[]? Picture { get; init; }
}

/// <param name="Council">Whose room.</param>
/// <param name="Kind">Of the event.</param>
/// <param name="Mark">Outlives the room under this name; null for what goes with it.</param>
/// <param name="Body">The event.</param>
/// <param name="Forgets">Rows of this kind in this room are deleted in the same commit.</param>
internal sealed record RoomEntry(int Council, string Kind, string? Mark, byte[] Body, string? Forgets) : Entry;

/// <summary>Rows with these marks are deleted; nothing else is stored.</summary>
internal sealed record EndEntry(ImmutableArray<string> Marks) : Entry;
