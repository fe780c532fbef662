using System.Collections.Immutable;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Record;

namespace Faubourg.Web.Record;

/// <summary>
/// The public record of one quarter, as it is served: any caller, any time. Whatever is asked of it is asked anew, so that what was
/// erased is nowhere kept.
/// </summary>
public interface IRecord
{
    /// <summary>In memory: what was signed last and is on the disk.</summary>
    SignedCheckpoint Latest { get; }

    /// <summary>Verifier keys that sign now (C2SP signed-note), the newest first.</summary>
    ImmutableArray<string> VerifierKeys { get; }

    /// <summary>C2SP tlog-policy.</summary>
    string Policy { get; }

    /// <summary>A signed note that says where the record lives (<c>where/v1</c>); null where it never moved.</summary>
    string? Where { get; }

    /// <summary>A hash tile or an entry bundle; null for what no published size has.</summary>
    Task<byte[]?> Tile(TileAt at, CancellationToken ct);

    /// <summary>A disclosure as D; null when it is not held.</summary>
    Task<string?> Disclosure(string digest, CancellationToken ct);

    /// <summary>The picture that an entry shows; null when it is not held.</summary>
    Task<byte[]?> Picture(long seq, CancellationToken ct);

    Task<RecordEntry?> Entry(long seq, CancellationToken ct);

    Task<ImmutableArray<RecordEntry>> Entries(long from, int count, CancellationToken ct);

    /// <summary>A C2SP tlog-proof at a checkpoint that covers the entry, signed for it where there is none yet.</summary>
    Task<string?> Proof(long seq, CancellationToken ct);

    /// <summary>Every disclosure held, as JSON lines.</summary>
    Task WriteDisclosures(Stream to, IReadOnlyDictionary<string, long> hidden, CancellationToken ct);
}
