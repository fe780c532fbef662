using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Web.Record;

/// <summary>A checkpoint that may be shown to anybody.</summary>
public sealed record SignedCheckpoint(string Note, long Size, string RootBase64, Instant At);

/// <summary>One leaf with what of its texts is still held.</summary>
public sealed record RecordEntry(long Seq, byte[] Bytes, ImmutableArray<string> Disclosures);
