using System.Globalization;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Tree;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Oracle;

/// <summary>A log written to plain files as tlog-tiles has them, with proofs beside it for the oracle to check.</summary>
internal sealed class LogFolder : IDisposable
{
    private readonly Grown log;
    private readonly Note signed;

    public LogFolder(long size)
    {
        log = new Grown(size);
        Size = size;
        signed = Signers.Cosigned(new Checkpoint(Signers.Origin, size, [.. log.Edge.Root()]));
        Write("checkpoint", signed.ToString());
        Write("policy", Signers.Policy.ToString());
        foreach (var at in TileAt.Of(size)) File.WriteAllBytes(Place(at.Path), at.Level == TileAt.Entries ? Bundled(at) : log.Tiles[at]);
        foreach (var index in Inclusions) Write($"inclusion/{index}.tlog-proof", Proof(index).ToString());
        foreach (var from in Consistencies) Write($"consistency/{from}", string.Concat(Proofs.Consistency(log, from, size).Select(Line)));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("faubourg-log-").FullName;

    public long Size { get; }

    /// <summary>Around every place where tiles and subtrees end, and some between.</summary>
    public long[] Inclusions => [.. Edges.Concat(Enumerable.Range(1, 20).Select(n => Size * n / 21)).Where(n => n < Size).Distinct()];

    public long[] Consistencies => [.. Edges.Concat(Enumerable.Range(1, 20).Select(n => Size * n / 21)).Append(Size).Where(n => n > 0 && n <= Size).Distinct()];

    private static IEnumerable<long> Edges => [0, 1, 2, 3, 127, 128, 254, 255, 256, 257, 510, 511, 512, 513, 65_534, 65_535, 65_536, 65_537, 69_999];

    private TlogProof Proof(long index) =>
        new(index, Proofs.Inclusion(log, index, Size), signed.ToString(), index % 2 == 0 ? null : [1, 2, 3]);

    private static byte[] Bundled(TileAt at) =>
        Bundle.Write(Enumerable.Range(0, at.Width).Select(i => Grown.Entry((at.Index * TileAt.FullWidth) + i)));

    private static string Line(byte[] hash) => Convert.ToBase64String(hash) + "\n";

    private void Write(string name, string text) => File.WriteAllText(Place(name), text);

    private string Place(string name)
    {
        var place = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        return place;
    }

    /// <summary>Changes one byte of a file, counted from its start or, below 0, from its end.</summary>
    public void Flip(string name, int at)
    {
        var bytes = File.ReadAllBytes(Place(name));
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(Place(name), bytes);
    }

    public string Accepted => string.Create(CultureInfo.InvariantCulture,
        $"accepted: size {Size}, 3 signatures, {TileAt.Of(Size).Count()} tiles, {Size} entries, {Inclusions.Length} inclusion proofs, {Consistencies.Length} consistency proofs\n");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
