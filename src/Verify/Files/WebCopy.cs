using System.Diagnostics;
using System.Net;
using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Files;

/// <summary>
/// A copy of a served record in a folder of its own, to be checked as any exported one is, and then deleted. Nothing that a server
/// answers makes this program read elsewhere, wait for ever, or fill the disk.
/// </summary>
internal sealed class WebCopy : ICopy
{
    private const int AtOnce = 8;

    /// <summary>All disclosures of a record together.</summary>
    private const long MostDisclosures = 4L << 30;

    /// <summary>All pictures of a record together.</summary>
    private const long MostPictures = 4L << 30;

    /// <summary>Bytes a second, once <see cref="Patience"/> is over: less is no answer.</summary>
    private const int LeastPace = 1 << 10;

    /// <summary>What is left free on the disk, and how often that is looked at.</summary>
    private const long LeastFree = 1L << 30, Look = 64L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), LongPatience = TimeSpan.FromDays(1);

    /// <summary>Slow answers are borne with one by one; so many of them that a day goes by are none.</summary>
    private readonly CancellationTokenSource all = new(LongPatience);

    private long written;

    private readonly HttpClient http;
    private readonly Uri prefix;
    private readonly Policy? policy;
    private readonly Progress progress;

    private WebCopy(Uri prefix, HttpMessageHandler handler, Policy? policy, Progress progress)
    {
        this.policy = policy;
        this.prefix = prefix;
        this.progress = progress;
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Folder = Directory.CreateTempSubdirectory("faubourg-verify-").FullName;
    }

    public IFiles Files => new FolderFiles(Folder);

    private string Folder { get; }

    /// <exception cref="LedgerException">It is no record, or more than one may be.</exception>
    /// <exception cref="IOException">The server could not be reached.</exception>
    public static WebCopy Of(string place, Policy? policy, Progress progress)
    {
        if (!Uri.TryCreate(place.TrimEnd('/') + "/", UriKind.Absolute, out var prefix) || prefix.Query.Length + prefix.Fragment.Length + prefix.UserInfo.Length > 0)
            throw new Commands.UsageException($"{place} is not the address of a record.");
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = Patience,
            MaxConnectionsPerServer = AtOnce,
            MaxResponseHeadersLength = 32,
        };
        var copy = new WebCopy(prefix, handler, policy, progress);
        try
        {
            copy.Fetch().GetAwaiter().GetResult();
            return copy;
        }
        catch (Exception failed)
        {
            copy.Dispose();
            if (failed is OperationCanceledException) throw new IOException($"{place} does not answer, or too slowly.", failed);
            // Said to be compressed, and it is not: that is no fault of the reader's either.
            if (failed is HttpRequestException or HttpIOException or InvalidDataException)
                throw new IOException($"{place} cannot be reached, breaks off, or does not speak HTTP: {failed.Message}", failed);
            throw;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        all.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Fetch()
    {
        if (!await Save("checkpoint", Limits.NoteBytes)) throw new LedgerException($"{prefix} has no checkpoint: it is no record");
        var note = Note.Parse(await File.ReadAllBytesAsync(PathOf("checkpoint")));
        var size = Checkpoint.Parse(note.Text).Size;
        await Save("evidence", 3 * Limits.NoteBytes);
        if (size > MostEntries) throw new LedgerException($"{size} entries are more than this program fetches");
        if (!FirstKey.Signed(note, await First(size), policy) && size > MostUnsigned)
            throw new LedgerException($"{size} entries are more than this program fetches for a checkpoint that the log's first key has not signed. Where the log has another key now, name it: --policy");
        await Save(PlaceCheck.FileName, Limits.NoteBytes);
        var (done, all) = (0, TileAt.Of(size).Count());
        await Parallel.ForEachAsync(TileAt.Of(size), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (tile, _) =>
        {
            var most = tile.Level == TileAt.Entries ? FolderFiles.LongestFile : TileAt.FullWidth * Merkle.HashBytes;
            // The checker says itself what is missing.
            if (!await Save(tile.Path, most) && !tile.IsFull) await Save((tile with { Width = TileAt.FullWidth }).Path, most);
            progress.Fetched(Interlocked.Increment(ref done), all);
        });
        if (!await Save("disclosures.jsonl", MostDisclosures)) await OneByOne(size);
        await Pictures(size);
    }

    /// <summary>
    /// Of each entry that may show one. What the server does not have is in no copy, and the verdict counts it; so it does with what
    /// comes after all that one copy takes.
    /// </summary>
    private async Task Pictures(long size)
    {
        var bytes = 0L;
        await Parallel.ForEachAsync(Showing(size), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seq, _) =>
        {
            var path = PictureCheck.PathOf(seq);
            if (Interlocked.Read(ref bytes) < MostPictures && await Save(path, PictureCheck.Longest)) Interlocked.Add(ref bytes, new FileInfo(PathOf(path)).Length);
        });
    }

    private IEnumerable<long> Showing(long size)
    {
        var (fields, bundles) = (new LeafFields(), new RecordBundles(new FolderFiles(Folder)));
        for (long seq = 0, index = 0; seq < size; index++)
        {
            var at = TileAt.In(size, TileAt.Entries, index)!.Value;
            foreach (var shows in Shows(bundles, fields, at))
            {
                if (shows) yield return seq;
                seq++;
            }
        }
    }

    /// <summary>Of each entry of a bundle; of none where it cannot be read: the checker says why.</summary>
    private static List<bool> Shows(RecordBundles bundles, LeafFields fields, TileAt at)
    {
        var all = new List<bool>();
        try
        {
            foreach (var entry in bundles.Read(at)) all.Add(Shows(fields, entry));
            return all;
        }
        catch (LedgerException)
        {
            return [.. new bool[at.Width]];
        }
    }

    private static bool Shows(LeafFields fields, ReadOnlyMemory<byte> entry)
    {
        try
        {
            fields.Read(entry);
            return fields.Type.SequenceEqual("evidence.shown"u8);
        }
        catch (LeafException)
        {
            return false;
        }
    }

    /// <summary>2^28 entries with their tiles fill any disk of today.</summary>
    private const long MostEntries = 1L << 28;

    /// <summary>A busy neighbourhood's first eighty years: nobody makes others fetch more by lying about a size alone.</summary>
    private const long MostUnsigned = 1L << 16;

    /// <summary>The first entry, from which the key follows; null where it cannot be read: the checker says why.</summary>
    private async Task<ReadOnlyMemory<byte>?> First(long size)
    {
        if (TileAt.In(size, TileAt.Entries, 0) is not { } at) return null;
        if (!await Save(at.Path, FolderFiles.LongestFile) && !at.IsFull) await Save((at with { Width = TileAt.FullWidth }).Path, FolderFiles.LongestFile);
        try
        {
            return new RecordBundles(new FolderFiles(Folder)).Read(at)[0].ToArray();
        }
        catch (LedgerException)
        {
            return null;
        }
    }

    /// <summary>Where the server has no list of disclosures, each digest is asked for; one that is not there is erased or withheld.</summary>
    private async Task OneByOne(long size)
    {
        var fields = new LeafFields();
        var bundles = new RecordBundles(new FolderFiles(Folder));
        await using var list = File.Create(PathOf("disclosures.jsonl"));
        for (long seq = 0, index = 0; seq < size; index++)
        {
            foreach (var entry in Digests(bundles, fields, TileAt.In(size, TileAt.Entries, index)!.Value))
            {
                foreach (var digest in entry)
                    if (await Disclosure(digest) is { } letters)
                        await list.WriteAsync(Encoding.ASCII.GetBytes($"{{\"d\":\"{letters}\",\"seq\":{seq}}}\n"));
                seq++;
            }
        }
    }

    private static List<string[]> Digests(RecordBundles bundles, LeafFields fields, TileAt at)
    {
        var all = new List<string[]>();
        foreach (var entry in bundles.Read(at)) all.Add(DigestsOf(fields, entry));
        return all;
    }

    private static string[] DigestsOf(LeafFields fields, ReadOnlyMemory<byte> entry)
    {
        try
        {
            fields.Read(entry);
            return [.. fields.Digests.ToArray().Select(digest => digest.ToString())];
        }
        catch (LeafException)
        {
            return [];
        }
    }

    private async Task<string?> Disclosure(string digest)
    {
        using var answer = await Ask($"disclosures/{digest}");
        if (answer is null) return null;
        using var memory = new MemoryStream();
        await Copy(answer, memory, Limits.DisclosureBytes * 2, $"disclosures/{digest}");
        var letters = Encoding.ASCII.GetString(memory.ToArray()).TrimEnd('\n');
        return letters.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? letters : null;
    }

    /// <summary>False where the server has no such file.</summary>
    private async Task<bool> Save(string path, long most)
    {
        using var answer = await Ask(path);
        if (answer is null) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        await using var file = File.Create(PathOf(path));
        await Copy(answer, file, most, path);
        return true;
    }

    private async Task<HttpResponseMessage?> Ask(string path)
    {
        using var limit = Limit();
        var answer = await http.GetAsync(new Uri(prefix, path), HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (answer.IsSuccessStatusCode) return answer;
        using (answer)
        {
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
            throw new LedgerException($"{prefix}{path}: the server answered {(int)answer.StatusCode}{((int)answer.StatusCode is >= 300 and < 400 ? $", and points to {answer.Headers.Location}: give that address, if you trust it" : "")}");
        }
    }

    private async Task Copy(HttpResponseMessage answer, Stream to, long most, string path)
    {
        await using var from = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var since = Stopwatch.StartNew();
        for (long read = 0; ;)
        {
            using var limit = Limit();
            var more = await from.ReadAsync(buffer, limit.Token);
            if (more == 0) return;
            if ((read += more) > most) throw new LedgerException($"{path} is longer than {most} bytes");
            if (since.Elapsed > Patience && read < since.Elapsed.TotalSeconds * LeastPace) throw new LedgerException($"{path} comes too slowly: {read} bytes in {since.Elapsed.TotalSeconds:0} seconds");
            Room(more);
            await to.WriteAsync(buffer.AsMemory(0, more));
        }
    }

    private CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(all.Token);
        limit.CancelAfter(Patience);
        return limit;
    }

    /// <summary>A thousand bytes of nothing are sent as one: whoever likes could fill the disk on which much else is written.</summary>
    private void Room(int more)
    {
        var before = Interlocked.Add(ref written, more) - more;
        if (before / Look == (before + more) / Look) return;
        if (new DriveInfo(Folder).AvailableFreeSpace < LeastFree) throw new LedgerException($"{prefix} sends more than this disk has room for");
    }

    private string PathOf(string path) => Path.Combine(Folder, path);
}
