using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Draws;

namespace Faubourg.Bench;

/// <summary>
/// A hat for a great city: a million tickets hashed, and put into the order of call. Beside it the same number of hashes of texts as
/// long, and nothing else. CPU time of this process, the median of some runs.
/// </summary>
internal static class TicketsBench
{
    private const int Tickets = 1_000_000, Runs = 5;

    private static readonly Dictionary<int, int> OneEach = [];

    public static IEnumerable<Row> Run()
    {
        Console.Error.WriteLine("A million tickets …");
        var seed = Hash.Of("bench");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var order = Vl1.Order(seed, "juror", Enumerable.Range(1, Tickets), OneEach);
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (1024.0 * 1024);
        // A fast wrong order is no good.
        if (order[0].Hash != Enumerable.Range(1, Tickets).Min(n => Vl1.Ticket(seed, "juror", n))) throw new InvalidOperationException("That is not the first.");

        var ordered = Median(() => Vl1.Order(seed, "juror", Enumerable.Range(1, Tickets), OneEach));
        yield return new Row("tickets-1m-s", ordered, "CPU s", "bare SHA-256 of texts as long", Median(() => Bare(seed)), "≤ 3");
        yield return new Row("tickets-1m-mb", megabytes, "MiB", "hash, number and ticket of each, once", Tickets * 40 / (1024.0 * 1024), "shown");
    }

    private static void Bare(string seed)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = System.Text.Encoding.ASCII.GetBytes($"{seed}|juror|500000|1");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var n = 0; n < Tickets; n++)
        {
            text[^3] = (byte)('0' + (n % 10));
            sha.AppendData(text);
            sha.GetHashAndReset(hash);
        }
    }

    private static double Median(Action once) => Enumerable.Range(0, Runs).Select(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        once();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }).Median();
}
