using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Tests.Street;
using NodaTime;

namespace Faubourg.Bench;

/// <summary>Records on disk, as exported: one of opaque entries, and one of a neighbourhood that lives by the rules for many years.</summary>
internal static class LongLife
{
    public const string Key = "of the bench";

    private const int OpaqueBytes = 200;

    /// <summary>Evenings between months in which something grows of every kind: a jar, charges, gains that last, offers, a season.</summary>
    private const int MonthsEvery = 20;

    public static readonly string OpaqueOrigin = "bench.example/opaque";

    public static void Opaque(string folder, long entries)
    {
        using var log = new LogOnDisk(folder);
        var entry = new byte[OpaqueBytes];
        RandomNumberGenerator.Fill(entry);
        for (long n = 0; n < entries; n++)
        {
            BitConverter.TryWriteBytes(entry, n);
            log.Append(entry);
        }

        log.Sign(OpaqueOrigin, Key);
    }

    /// <summary>Evenings by consent and by resistance, corrections, blacked-out words and names taken back, until there are so many entries.</summary>
    public static void Quarter(string folder, long entries)
    {
        using var log = new LogOnDisk(folder);
        using var disclosures = new StreamWriter(Path.Combine(folder, "disclosures.jsonl"), append: false, new ASCIIEncoding());
        var recorder = new Recorder(Key);
        var lane = new Lane(Key, (happened, at) => log.Append(recorder.Leaf(happened, log.Size, at)));
        for (var evening = 0; log.Size < entries; evening++)
        {
            var held = lane.Evening(evening % 3 == 2 ? Method.Resistance : Method.Consent, seats: 5 + (evening % 4), objects: evening % 3 == 0);
            if (evening % 4 == 0) lane.Afterwards(held);
            if (evening % MonthsEvery == 0)
            {
                lane.Months();
                // The quiet at their end, in which nobody convenes.
                lane.Waits(Duration.FromDays(40));
            }

            lane.Forget();
            disclosures.Write(recorder.Drain(log.Size));
        }

        log.Sign(recorder.Origin, Key);
    }
}

/// <summary>Appends to a log in files, holding no more than a bundle.</summary>
internal sealed class LogOnDisk : IDisposable
{
    private readonly string folder;
    private readonly Edge edge = new();
    private readonly List<byte[]> bundle = [];

    public LogOnDisk(string folder)
    {
        this.folder = folder;
        edge.OnFull = (at, hashes) => Save(at.Path, hashes);
    }

    public long Size => edge.Size;

    public void Append(ReadOnlySpan<byte> entry)
    {
        edge.Append(LeafHash.Of(entry));
        bundle.Add(entry.ToArray());
        if (bundle.Count < TileAt.FullWidth) return;
        Flush((Size / TileAt.FullWidth) - 1);
    }

    public void Sign(string origin, string key)
    {
        if (bundle.Count > 0) Flush(Size / TileAt.FullWidth);
        foreach (var (at, hashes) in edge.Partials()) Save(at.Path, hashes);
        Save("checkpoint", Encoding.UTF8.GetBytes(Recorder.Signed(origin, Size, edge.Root(), key).ToString()));
        Save("policy", Encoding.UTF8.GetBytes(Policy.Of(LogKeys.Verifier(origin, key)).ToString()));
    }

    public void Dispose() => bundle.Clear();

    private void Flush(long index)
    {
        Save(new TileAt(TileAt.Entries, index, bundle.Count).Path, Bundle.Write(bundle));
        bundle.Clear();
    }

    private void Save(string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
