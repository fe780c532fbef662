using System.Diagnostics;
using Faubourg.Domain.Councils;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class KillTests
{
    private const int Rounds = 3;

    private const int AnswersARound = 150;

    [Fact]
    public async Task Killed_in_the_middle_of_its_work_a_host_has_kept_all_that_it_said_it_had()
    {
        using var folder = new Folder();
        var answered = new HashSet<long>();
        var log = new WholeLog();
        for (var round = 0; round < Rounds; round++)
        {
            var before = answered.Count;
            await KillAfter(AnswersARound, folder, answered);
            Assert.True(answered.Count - before >= AnswersARound, $"Only {answered.Count - before} acts were answered in round {round}.");

            // Opened by us now: it recovers, and holds every row that was answered, and no gap.
            var clock = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() };
            await using var quarters = await Quarters.Open(new StorageSettings(folder.Path, "faubourg.example", clock), default);
            var (state, revision) = (await quarters.Find("les-lilas", default))!.Now;
            Assert.True(revision >= answered.Max());
            Assert.Equal(Step.Gathering, state.Councils[1].Step);
            clock.Pass(Duration.FromSeconds(2));
            await (await quarters.Find("les-lilas", default))!.Tick();
            Assert.Equal((state.Size, state.Size), log.Check(Directory.GetFiles(Path.Combine(folder.Path, "quarters"), "*.db").Single()));
            Assert.All(state.Councils[1].Room!.Seats.Values, seat => Assert.StartsWith(seat.Device![10..14], seat.Name!.Value));
        }
        Assert.True(answered.Count >= Rounds * AnswersARound);
        await EveryRowIsThere(folder, answered);
    }

    private static async Task KillAfter(int answers, Folder folder, HashSet<long> answered)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["append", folder.Path]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var last = answered.Count + answers;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            answered.Add(long.Parse(line));
            if (answered.Count == last) child.Kill();
        }
        await child.WaitForExitAsync();
        Assert.Equal(128 + 9, child.ExitCode);
    }

    private static async Task EveryRowIsThere(Folder folder, HashSet<long> answered)
    {
        var path = Directory.GetFiles(Path.Combine(folder.Path, "quarters"), "*.db").Single();
        await using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "SELECT revision FROM leaf UNION SELECT revision FROM room";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) answered.Remove(rows.GetInt64(0));
        Assert.Empty(answered);
    }
}
