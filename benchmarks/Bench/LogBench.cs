using System.Diagnostics;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Journal;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Bench;

/// <summary>
/// What hashes, tiles and checkpoints cost: the same durable appends into two files, one leaf and one text a commit, in turns. In
/// one of them nothing is ever signed; in the other as a quarter signs, at most once a second.
/// </summary>
internal static class LogBench
{
    private const int ToWarm = 200, Rounds = 40, InARound = 100;

    private static readonly Duration BetweenCheckpoints = Duration.FromSeconds(1);

    public static IEnumerable<Row> Run()
    {
        Console.Error.WriteLine("Two files grow …");
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-");
        try
        {
            var premises = Premises.In(folder.FullName);
            using var plain = new Grower(folder.FullName, "plain", premises, _ => false);
            using var signed = new Grower(folder.FullName, "signed", premises, age => age >= BetweenCheckpoints);
            using var lone = new Grower(folder.FullName, "lone", premises, _ => true);
            Grower[] all = [plain, signed, lone];
            foreach (var one in all) one.Append(ToWarm);
            foreach (var one in all) one.Took = [];
            for (var round = 0; round < Rounds; round++)
                foreach (var one in all) one.Append(InARound);
            // Sums, not medians: most rounds meet no checkpoint at all.
            var (without, with, each) = (plain.Took.Average(), signed.Took.Average(), lone.Took.Average());
            yield return new Row("log-overhead", with - without, $"ms for {InARound} acts", "the same durable appends, nothing signed", without, "≤ 0.2");
            yield return new Row("log-overhead-lone", each - without, $"ms for {InARound} acts", "the same; each act signed in its commit", without, "none");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Grower : IDisposable
    {
        private readonly LogKey key;
        private readonly SqliteJournal journal;
        private readonly Func<Duration, bool> signs;
        private long size, revision;
        private Instant last = Instant.MinValue;

        public Grower(string folder, string name, Premises premises, Func<Duration, bool> signs)
        {
            this.signs = signs;
            key = LogKey.Make("faubourg.example", premises.Key);
            journal = SqliteJournal.Create(Path.Combine(folder, name + ".db"), premises, key.Origin, key);
            journal.Read();
        }

        /// <summary>Milliseconds of each round.</summary>
        public List<double> Took { get; set; } = [];

        public void Append(int count)
        {
            var began = Stopwatch.GetTimestamp();
            for (var n = 0; n < count; n++)
            {
                var now = SystemClock.Instance.GetCurrentInstant();
                var corner = new CornerPinned((int)size + 1, now, Text.Of("Nowhere to sit between the fountain and the school"));
                var leaf = LeafCodec.Write(corner, key.Origin, size++, now, _ => null);
                var signing = last == Instant.MinValue || signs(now - last) ? new Signing(now, [key.Public]) : null;
                if (journal.Append(revision, [new Accept(++revision, now, [leaf], null)], signing) is not null) last = now;
            }

            Took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        public void Dispose() => journal.Dispose();
    }
}
