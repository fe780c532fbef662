using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Server.Tests.Storage;

/// <summary>One founded quarter on a journal whose disk can fail.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly LogKey key;

    private Bench() => key = LogKey.Make("faubourg.example", Premises.Key);

    public Folder Folder { get; } = new();

    public TestClock Clock { get; } = new();

    public FaultyJournal Disk { get; private set; } = null!;

    public LiveQuarter Quarter { get; private set; } = null!;

    /// <summary>Told of each step that writes, before and after it.</summary>
    public Action<string, bool>? Probe { get; set; }

    public List<Exception> Troubles { get; } = [];

    public static async Task<Bench> Founded()
    {
        var bench = new Bench();
        await bench.Start(SqliteJournal.Create(bench.In("quarter.db"), bench.Premises, bench.key.Origin, bench.key));
        var wish = Evening.Wish;
        var found = new Found(
            bench.key.Origin, bench.key.Public, wish.Zone, wish.Languages, false, wish.Name, wish.Place, wish.Horizon, wish.Covenant);
        await bench.Quarter.Submit(found, Evening.Actor("Adélaïde"), null, default);
        return bench;
    }

    /// <summary>As after a crash: what was in memory is gone.</summary>
    public async Task Restart()
    {
        await Quarter.DisposeAsync();
        await Start();
    }

    public async Task Start()
    {
        await Start(SqliteJournal.Open(In("quarter.db"), Premises));
    }

    /// <summary>What the disk holds, read by somebody who saw nothing of how it came to be.</summary>
    public Quarter OnDisk(bool leavesOnly = false)
    {
        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={In("quarter.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        return new Reading(new Statements(file)).All(leavesOnly).State;
    }

    /// <summary>Rows of the journal that are on the disk.</summary>
    public HashSet<long> Revisions()
    {
        using var file = Database.Read(In("quarter.db"));
        using var sql = new Statements(file);
        using var rows = sql.Rows("SELECT revision FROM leaf UNION SELECT revision FROM room");
        var found = new HashSet<long>();
        while (rows.Read()) found.Add(rows.GetInt64(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Quarter.DisposeAsync();
        Folder.Dispose();
    }

    private async Task Start(SqliteJournal journal)
    {
        Disk = new FaultyJournal(journal);
        var settings = new StorageSettings(Folder.Path, "faubourg.example", Clock) { OnTrouble = Troubles.Add };
        Quarter = await LiveQuarter.Start(new Listed("les-lilas", key.Origin, false, Clock.Now), Disk, settings, (_, _, _) => { });
    }

    /// <summary>Read anew, as by a host that starts.</summary>
    private Premises Premises => Premises.In(Folder.Path) with { Probe = (step, done) => Probe?.Invoke(step, done) };

    private string In(string name) => Path.Combine(Folder.Path, name);
}
