using System.Collections.Immutable;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Record;

namespace Faubourg.Web.Record;

/// <summary>The record as the host's folder has it.</summary>
internal sealed class StoredRecord(QuarterRecord kept) : IRecord
{
    public SignedCheckpoint Latest => kept.Latest;

    public ImmutableArray<string> VerifierKeys => kept.VerifierKeys;

    public string Policy => kept.Policy;

    public string? Where => kept.Where;

    public Task<byte[]?> Tile(TileAt at, CancellationToken ct) => kept.Tile(at, ct);

    public Task<string?> Disclosure(string digest, CancellationToken ct) => kept.Disclosure(digest, ct);

    public Task<byte[]?> Picture(long seq, CancellationToken ct) => kept.Picture(seq, ct);

    public Task<RecordEntry?> Entry(long seq, CancellationToken ct) => kept.Entry(seq, ct);

    public Task<ImmutableArray<RecordEntry>> Entries(long from, int count, CancellationToken ct) => kept.Entries(from, count, ct);

    public Task<string?> Proof(long seq, CancellationToken ct) => kept.Proof(seq, ct);

    public Task WriteDisclosures(Stream to, IReadOnlyDictionary<string, long> hidden, CancellationToken ct) => kept.WriteDisclosures(to, hidden, ct);
}
