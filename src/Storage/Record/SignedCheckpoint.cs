using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Storage.Record;

/// <summary>A checkpoint that is on the disk and may be shown to anybody.</summary>
/// <param name="Note">The signed note, all signature lines (C2SP tlog-checkpoint).</param>
/// <param name="Size">How many leaves it covers.</param>
/// <param name="RootBase64">The root over them: base64 of 32 bytes, as in the note.</param>
/// <param name="At">When it was signed, in the quarter's time.</param>
public sealed record SignedCheckpoint(string Note, long Size, string RootBase64, Instant At);

/// <summary>One leaf with what of its texts is still held.</summary>
/// <param name="Seq">Its index.</param>
/// <param name="Bytes">As hashed.</param>
/// <param name="Disclosures">Each as D = base64url of JSON [salt, name, value], by name.</param>
public sealed record RecordEntry(long Seq, byte[] Bytes, ImmutableArray<string> Disclosures);
