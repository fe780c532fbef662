using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>
/// The quarters of a host: <c>host.db</c> (slugs and origins), <c>host.key</c>, <c>erasures.log</c>, and
/// <c>quarters/&lt;id&gt;.db</c> for each, with <c>quarters/&lt;id&gt;.pictures/</c>. One process has a folder at a time.
/// </summary>
public sealed partial class Quarters : IAsyncDisposable
{
    private static readonly Duration RehearsalsLast = Duration.FromHours(24);

    private readonly StorageSettings settings;
    private readonly FileStream held;
    private readonly Premises premises;
    private readonly HostFile host;
    private readonly Timer rehearsalsEnd;
    private readonly Timer idleLeave;
    private readonly SemaphoreSlim founding = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<LiveQuarter>>> live = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> broken;
    private ImmutableArray<HostRow> founded = [];
    private Action<LiveQuarter, Published, Published>? onPublished;

    private Quarters(StorageSettings settings)
    {
        this.settings = settings;
        Private(settings.Folder);
        Private(Path.Combine(settings.Folder, "quarters"));
        held = new FileStream(In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        premises = Premises.In(settings.Folder);
        host = HostFile.In(In("host.db"));
        broken = new(host.Evidence().Select(e => KeyValuePair.Create(e.Origin, e.Text)), StringComparer.Ordinal);
        rehearsalsEnd = new Timer(_ => _ = EndRehearsals());
        idleLeave = new Timer(_ => _ = LetIdleGo(), null, EveryMinute, EveryMinute);
    }

    /// <summary>Opens a host's folder, mends what a crash left half done, and wakes every quarter in which something is awaited.</summary>
    /// <exception cref="IOException">Another process has the folder, or it cannot be written.</exception>
    public static async Task<Quarters> Open(StorageSettings settings, CancellationToken ct)
    {
        var quarters = new Quarters(settings);
        try
        {
            quarters.Mend();
            await quarters.EndRehearsals().ConfigureAwait(false);
            await quarters.Wake(ct).ConfigureAwait(false);
            return quarters;
        }
        catch
        {
            await quarters.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What a data folder holds, whoever has it open.</summary>
    public static IReadOnlyList<Listed> ListIn(string folder) => HostFile.ReadIn(Path.Combine(folder, "host.db"));

    /// <summary>In order of founding.</summary>
    public IReadOnlyList<Listed> List() => [.. founded.Select(r => r.Listed)];

    /// <summary>
    /// Calls after every publication of any quarter, with the states before and after, in their order within a quarter, from that
    /// quarter's own loop: be quick.
    /// </summary>
    public event Action<LiveQuarter, Published, Published> Published
    {
        add => onPublished += value;
        remove => onPublished -= value;
    }

    /// <summary>Null when there is none of this name.</summary>
    public async ValueTask<LiveQuarter?> Find(string slug, CancellationToken ct)
    {
        while (true)
        {
            LiveQuarter quarter;
            if (live.TryGetValue(slug, out var there) && there is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                quarter = await there.Value.ConfigureAwait(false);
            else if (founded.FirstOrDefault(r => r.Listed.Slug == slug) is { } row)
                quarter = await Load(row).WaitAsync(ct).ConfigureAwait(false);
            else
                return null;
            if (quarter.Touch()) return quarter;
            await quarter.Gone.Task.WaitAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a log key and founds a quarter under the wanted slug, or one like it.</summary>
    /// <exception cref="ArgumentException">Not 3 to 40 of a–z, 0–9 and hyphens.</exception>
    /// <exception cref="NotStoredException">The disk failed.</exception>
    public async Task<LiveQuarter> Found(string wantedSlug, FoundingWish wish, CancellationToken ct)
    {
        if (!Slugs.IsSound(wantedSlug)) throw new ArgumentException("A slug is 3 to 40 of a–z, 0–9 and hyphens.", nameof(wantedSlug));
        await founding.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var first = LogKey.Make(settings.HostName, premises.Key);
            var row = Reserve(wantedSlug, first, wish.Rehearsal);
            // Reserved, and no file: Mend takes the reservation back.
            var quarter = await FoundIn(row, first, wish).ConfigureAwait(false);
            // Founded, though nobody was told: Mend completes it.
            host.Set(row.Id, Stage.Founded);
            live[row.Listed.Slug] = new Lazy<Task<LiveQuarter>>(Task.FromResult(quarter));
            founded = founded.Add(row with { Stage = Stage.Founded });
            ArmRehearsalsEnd();
            return quarter;
        }
        finally
        {
            founding.Release();
        }
    }

    private async Task<LiveQuarter> FoundIn(HostRow row, LogKey first, FoundingWish wish)
    {
        LiveQuarter? quarter = null;
        try
        {
            var journal = SqliteJournal.Create(FileOf(row.Id), premises, first.Origin, first);
            quarter = await LiveQuarter.Start(row.Listed, journal, settings, Tell).ConfigureAwait(false);
            // A file without leaf 0: Mend takes both back.
            await quarter.Submit(Act(first, wish), new Actor(""), null, CancellationToken.None).ConfigureAwait(false);
            return quarter;
        }
        catch
        {
            // Nobody was told that it exists, so it does not.
            if (quarter is not null) await quarter.DisposeAsync().ConfigureAwait(false);
            Delete(row);
            throw;
        }
    }

    /// <summary>
    /// Keeps the proof that a log showed two histories: its origin is broken from now on, for good. Anybody may bring it, for it
    /// proves itself.
    /// </summary>
    /// <param name="evidence">A file of <c>faubourg-fork/v1</c>.</param>
    /// <param name="ct">Withdraws it.</param>
    /// <returns>The origin.</returns>
    /// <exception cref="LedgerException">It proves no fork, or the key is not known as the log's.</exception>
    public async Task<string> Break(string evidence, CancellationToken ct)
    {
        var proven = Evidence.Parse(evidence);
        var key = Convert.ToBase64String(proven.Key.PublicKey.AsSpan());
        // Only of records that are kept here, or whoever makes keys of their own could fill the disk with their forks. And not what a
        // stolen key signed after key-bearers had replaced it: that is void.
        var known = founded.FirstOrDefault(r => r.Listed.Origin == proven.Origin) is { } row
            && (await Load(row).WaitAsync(ct).ConfigureAwait(false)).Now.State.Keys
                .Any(k => k.Key == key && !k.IsVoid(proven.Larger.Size));
        if (!known) throw new LedgerException("it is not known here that this key is the log's");
        host.Keep(proven.Origin, evidence);
        broken.TryAdd(proven.Origin, evidence);
        return proven.Origin;
    }

    /// <summary>The proof that this origin showed two histories; null while none is known.</summary>
    public string? EvidenceOf(string origin) => broken.GetValueOrDefault(origin);

    public async ValueTask DisposeAsync()
    {
        await rehearsalsEnd.DisposeAsync().ConfigureAwait(false);
        await idleLeave.DisposeAsync().ConfigureAwait(false);
        // What they began ends first.
        await founding.WaitAsync().ConfigureAwait(false);
        foreach (var quarter in live.Values.Where(q => q.IsValueCreated && q.Value.IsCompletedSuccessfully))
            await (await quarter.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        host.Dispose();
        founding.Dispose();
        await held.DisposeAsync().ConfigureAwait(false);
    }

    private void Tell(LiveQuarter quarter, Published before, Published after) => onPublished?.Invoke(quarter, before, after);

    private HostRow Reserve(string wanted, LogKey first, bool rehearsal)
    {
        var now = Instant.FromUnixTimeMilliseconds(settings.Clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        foreach (var slug in Slugs.From(wanted))
        {
            var row = new HostRow(first.Id, new Listed(slug, first.Origin, rehearsal, now), Stage.Founding);
            if (host.TryAdd(row)) return row;
        }
        throw new InvalidOperationException("Numbers ended.");
    }

    private static Found Act(LogKey first, FoundingWish wish) => new(
        first.Origin, first.Public, wish.Zone, wish.Languages, wish.Rehearsal, wish.Name, wish.Place, wish.Horizon, wish.Covenant);

    /// <summary>Foundings and departures that a crash cut short are ended, one way or the other.</summary>
    private void Mend()
    {
        foreach (var row in host.Rows())
        {
            if (row.Stage == Stage.Founding && IsFounded(row)) host.Set(row.Id, Stage.Founded);
            else if (row.Stage != Stage.Founded) Delete(row);
        }
        founded = [.. host.Rows()];
    }

    /// <summary>One damaged file keeps nobody else's quarter closed.</summary>
    private async Task Wake(CancellationToken ct)
    {
        foreach (var row in founded)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                if (Awaits(row)) await Load(row).ConfigureAwait(false);
            }
            catch (Exception trouble) when (trouble is IOException or InvalidDataException or DbException)
            {
                settings.OnTrouble(trouble);
            }
        }
    }

    private bool IsFounded(HostRow row)
    {
        if (!File.Exists(FileOf(row.Id))) return false;
        try
        {
            using var journal = SqliteJournal.Open(FileOf(row.Id), premises);
            return journal.Read().State.IsFounded;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or DbException)
        {
            return false;
        }
    }

    private bool Awaits(HostRow row)
    {
        using var journal = SqliteJournal.Open(FileOf(row.Id), premises);
        return journal.Awaits;
    }

    private async Task<LiveQuarter> Load(HostRow row)
    {
        var loading = live.GetOrAdd(row.Listed.Slug, _ => new Lazy<Task<LiveQuarter>>(() => Task.Run(() => LiveQuarter.Start(
            row.Listed, SqliteJournal.Open(FileOf(row.Id), premises), settings, Tell))));
        try
        {
            var quarter = await loading.Value.ConfigureAwait(false);
            asleep.TryRemove(row.Listed.Slug, out _);
            return quarter;
        }
        catch
        {
            // Whoever comes next tries anew.
            live.TryRemove(KeyValuePair.Create(row.Listed.Slug, loading));
            throw;
        }
    }

    /// <summary>Rehearsals older than a day go whole.</summary>
    private async Task EndRehearsals()
    {
        await founding.WaitAsync().ConfigureAwait(false);
        try
        {
            var now = settings.Clock.GetCurrentInstant();
            foreach (var row in founded.Where(r => r.Listed.Rehearsal && r.Listed.FoundedAt + RehearsalsLast <= now))
                await End(row).ConfigureAwait(false);
            ArmRehearsalsEnd();
        }
        catch (Exception trouble)
        {
            settings.OnTrouble(trouble);
        }
        finally
        {
            founding.Release();
        }
    }

    private async Task End(HostRow row)
    {
        // From here on Mend would end it.
        host.Set(row.Id, Stage.Leaving);
        founded = founded.Remove(row);
        if (live.TryRemove(row.Listed.Slug, out var there))
            await (await there.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        Delete(row);
    }

    private void Delete(HostRow row)
    {
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(FileOf(row.Id) + end);
        Pictures.Beside(FileOf(row.Id)).Forget();
        premises.HighWater.Forget(row.Id);
        host.Remove(row.Id);
    }

    private void ArmRehearsalsEnd()
    {
        var rehearsals = founded.Where(r => r.Listed.Rehearsal).Select(r => r.Listed.FoundedAt).ToArray();
        if (rehearsals.Length == 0) return;
        var wait = rehearsals.Min() + RehearsalsLast - settings.Clock.GetCurrentInstant();
        rehearsalsEnd.Change((long)Math.Max(1000, Math.Ceiling(wait.TotalMilliseconds)), Timeout.Infinite);
    }

    /// <summary>What neighbours say in their rooms is for nobody else on this machine.</summary>
    private static void Private(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string FileOf(string id) => Path.Combine(settings.Folder, "quarters", id + ".db");

    private string In(string name) => Path.Combine(settings.Folder, name);
}
