using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Server.Tests.Storage;

/// <summary>What goes with a council goes from every file, in whatever way letters are written.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task Once_a_council_is_dissolved_no_file_holds_a_name_a_device_a_receipt_or_the_key_of_its_door()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "close the count");
        var room = quarter.Now.State.Councils[1].Room!;
        string[] secrets =
        [
            .. Evening.Neighbours, .. Evening.Neighbours.Select(Evening.Device), room.DoorKey,
            .. room.Deliberation.Count!.Ballots.Values.Select(b => b.Receipt), .. room.Seats.Values.Select(s => s.MinutesSlip![..20]),
        ];
        Assert.Equal(6 + 6 + 1 + 6 + 6, secrets.Length);
        Assert.All(secrets, secret => Assert.NotEmpty(Holding(host, secret)));

        await host.Walk(quarter, from: "close the count");
        await quarter.Tick();
        Assert.Equal(Outcome.Decided, quarter.Now.State.Councils[1].Outcome);

        // The slips stay, by their hashes, until their end; the rest is gone while the files are open …
        string[] gone = [.. secrets.SkipLast(6), "Florimond le Grand"];
        Assert.All(gone, secret => Assert.Empty(Holding(host, secret)));
        await host.Close();
        // … and once they are closed.
        Assert.All(gone, secret => Assert.Empty(Holding(host, secret)));
        Assert.Empty(host.Troubles);
    }

    [Theory]
    [InlineData(Method.Resistance)]
    [InlineData(Method.Approval)]
    [InlineData(Method.Score)]
    [InlineData(Method.Ranked)]
    public async Task Once_a_vote_has_closed_no_file_holds_whose_ballot_is_whose_and_a_minute_later_none_holds_a_receipt(Method method)
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "close the count", method: method);
        var ballots = quarter.Now.State.Councils[1].Room!.Deliberation.Count!.Ballots;
        string[] receipts = [.. ballots.Values.Select(b => b.Receipt)];
        // As a row of the journal has it: this seat, this ballot.
        string[] links = [.. ballots.Select(b => $"\"Seat\":{b.Key},\"Ballot\":{{\"Receipt\":\"{b.Value.Receipt}\"")];
        Assert.Equal(6, links.Length);
        Assert.All(links, link => Assert.NotEmpty(Holding(host, link)));

        await host.Walk(quarter, until: "say a name", from: "close the count", method: method);
        await quarter.Tick();
        Assert.All(links, link => Assert.Empty(Holding(host, link)));
        Assert.All(receipts, receipt => Assert.NotEmpty(Holding(host, receipt)));

        host.Clock.Pass(Domain.Decisions.CloseCounting.Check);
        await quarter.Tick();
        await quarter.Tick();
        var council = quarter.Now.State.Councils[1];
        Assert.True(council is { IsOver: false, Decision.Proposal: 1 });
        Assert.Equal(method, council.Decision!.Method);
        Assert.All(receipts, receipt => Assert.Empty(Holding(host, receipt)));
        Assert.Empty(host.Troubles);
    }

    [Fact]
    public async Task Slips_end_in_their_time_and_with_the_last_the_files_are_as_if_nobody_had_been_there()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var slips = quarter.Now.State.Slips.Keys.ToArray();
        Assert.True(slips.Length > 6);
        host.Clock.Pass(NodaTime.Duration.FromDays(400));
        await quarter.Tick();
        await quarter.Tick();
        Assert.Empty(quarter.Now.State.Slips);
        Assert.All(slips, slip => Assert.Empty(Holding(host, slip)));
    }

    [Fact]
    public async Task A_purge_that_a_crash_prevented_is_done_at_the_next_start()
    {
        await using var bench = await Bench.Founded();
        bench.Disk.OnPurge = Fault.NotStored;
        foreach (var step in Evening.Steps()) await FaultTests.Take(bench, step);
        await bench.Quarter.Tick();
        Assert.NotEmpty(bench.Troubles);
        Assert.Contains(Evening.Neighbours, name => bench.Folder.Files().Any(f => Holds(f.Bytes, name)));

        await bench.Restart();
        Assert.All(Evening.Neighbours, name => Assert.DoesNotContain(bench.Folder.Files(), f => Holds(f.Bytes, name)));
    }

    [Fact]
    public async Task While_somebody_reads_the_file_what_was_deleted_waits_and_goes_when_they_have_gone()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "go on from Closing");
        var path = Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db").Single();
        using (var reader = Database.Read(path))
        {
            // An old view of the file, held open.
            Database.Run(reader, "BEGIN; SELECT count(*) FROM room;");
            await host.Walk(quarter, from: "go on from Closing");
            await quarter.Tick();
            Assert.NotEmpty(host.Troubles);
            Assert.NotEmpty(Holding(host, "Brunhilde"));
        }
        await quarter.Tick();
        Assert.Empty(Holding(host, "Brunhilde"));
    }

    [Fact]
    public async Task When_exactly_somebody_tapped_is_forgotten_with_the_council()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await host.Close();
        var times = host.Column("SELECT at FROM journal WHERE revision < (SELECT max(revision) FROM journal WHERE revision NOT IN (SELECT revision FROM room))");
        Assert.NotEmpty(times);
        Assert.All(times, at => Assert.Equal(0, (long)at % 60_000));
        Assert.Equal(0L, Assert.Single(host.Column("SELECT count(*) FROM idempotency WHERE council = 1")));
        Assert.Equal(0L, Assert.Single(host.Column("SELECT count(*) FROM purge_due")));
    }

    internal static IEnumerable<string> Holding(Host host, string secret) =>
        from file in host.Folder.Files()
        where Holds(file.Bytes, secret)
        select file.Name;

    internal static bool Holds(byte[] bytes, string secret) =>
        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(secret)) >= 0);

    /// <summary>Also as it stands in a disclosure: base64url, at whichever third byte it begins.</summary>
    internal static bool Holding(byte[] bytes, string secret) => Holds(bytes, secret) || Enumerable.Range(0, 3).Any(before =>
    {
        var text = Encoding.UTF8.GetBytes(secret);
        // Characters that also hold bits of a neighbour say nothing of it.
        var (from, until) = ((before * 8 + 5) / 6, (before + text.Length) * 8 / 6);
        var written = Faubourg.Ledger.Base64.Write([.. new byte[before], .. text]);
        return bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(written[from..until])) >= 0;
    });
}
