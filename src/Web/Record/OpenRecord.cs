using System.Collections.Immutable;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Storage.Record;

namespace Faubourg.Web.Record;

/// <summary>A record open before somebody: entries told as they may be shown at this moment.</summary>
public sealed class OpenRecord
{
    private readonly Visit _visit;
    private readonly KeptBack _waits;

    private OpenRecord(Visit visit, IRecord record, SignedCheckpoint latest, RecordIndex index)
    {
        (_visit, Kept, Latest, Index) = (visit, record, latest, index);
        _waits = KeptBack.Of(visit.Quarter, visit.Now);
    }

    public IRecord Kept { get; }

    public RecordIndex Index { get; }

    /// <summary>Entries that are signed.</summary>
    public long Size => Latest.Size;

    /// <summary>Which stand of the record this is: what pages are kept under.</summary>
    public long Revision => (_visit.Revision << 24) ^ Latest.Size;

    /// <summary>The checkpoint of this moment; a later one does not change what this reader sees.</summary>
    public SignedCheckpoint Latest { get; }

    /// <summary>Origin, size and root, as signed.</summary>
    public string[] Lines => LinesOf(Latest);

    /// <summary>Null where the quarter of this address has no record behind it.</summary>
    public static async Task<OpenRecord?> Of(Visit visit)
    {
        var services = visit.Context.RequestServices;
        if (await services.GetRequiredService<IQuarters>().Record(visit.Slug, visit.Context.RequestAborted) is not { } record) return null;
        var latest = record.Latest;
        var index = services.GetRequiredService<RecordIndexes>().Of(visit.Quarter.Origin);
        await index.Reach(record, latest.Size, visit.Context.RequestAborted);
        return new OpenRecord(visit, record, latest, index);
    }

    /// <summary>Whoever acted a moment ago need not wait for the next signature: what was written and not signed yet is signed for it.</summary>
    public async Task<EntryTold?> Entry(long seq)
    {
        var stop = _visit.Context.RequestAborted;
        if (seq >= _visit.Quarter.Size) return null;
        if (seq >= Size) await Kept.Proof(seq, stop);
        if (await Kept.Entry(seq, stop) is not { } entry) return null;
        return (await Tell([entry]))[0];
    }

    /// <summary>Told in the order asked for; runs of neighbouring entries are read together.</summary>
    public async Task<ImmutableArray<EntryTold>> Entries(IReadOnlyList<long> wanted)
    {
        var read = new Dictionary<long, RecordEntry>();
        var ascending = wanted.Order().ToList();
        for (var from = 0; from < ascending.Count;)
        {
            var to = from + 1;
            while (to < ascending.Count && ascending[to] == ascending[to - 1] + 1) to++;
            foreach (var entry in await Kept.Entries(ascending[from], to - from, _visit.Context.RequestAborted)) read[entry.Seq] = entry;
            from = to;
        }

        return await Tell([.. wanted.Where(read.ContainsKey).Select(seq => read[seq])]);
    }

    private async Task<ImmutableArray<EntryTold>> Tell(ImmutableArray<RecordEntry> entries)
    {
        var told = entries.Select(Tell).ToImmutableArray();
        if (told.All(entry => entry.Texts.All(text => text.Standing != TextStanding.Missing))) return told;
        // Taken out a moment ago, perhaps: the entry that says so is signed and read before anybody is told that nothing says so.
        var stop = _visit.Context.RequestAborted;
        var now = await _visit.Context.RequestServices.GetRequiredService<IQuarters>().Find(_visit.Slug, stop);
        await Kept.Proof(now!.Quarter.Size - 1, stop);
        await Index.Reach(Kept, Kept.Latest.Size, stop);
        return [.. entries.Select(Tell)];
    }

    private EntryTold Tell(RecordEntry entry) => EntryTold.Of(entry, Index.Erasures, _waits);

    /// <summary>Whether a disclosure that is held may be shown: not before its council ended, nor while names can be blacked out.</summary>
    public async Task<bool> Shows(string digest) => !Index.Erasures.ContainsKey(digest) && !(await KeptBackDigests()).ContainsKey(digest);

    /// <summary>Digests of what is held and not shown yet, and their entries. Nearly always none.</summary>
    public async Task<IReadOnlyDictionary<string, long>> KeptBackDigests()
    {
        var digests = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var texts in _waits.Texts.GroupBy(text => text.Seq))
        {
            var names = texts.Select(text => text.Name).ToHashSet(StringComparer.Ordinal);
            if (await Kept.Entry(texts.Key, _visit.Context.RequestAborted) is not { } entry) continue;
            foreach (var held in entry.Disclosures.Select(Disclosure.Read).Where(d => names.Contains(d.Name))) digests[held.Digest] = texts.Key;
        }

        return digests;
    }

    internal static string[] LinesOf(SignedCheckpoint checkpoint) => checkpoint.Note.Split('\n')[..3];
}
