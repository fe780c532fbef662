using System.Diagnostics;

namespace Faubourg.Bench;

/// <summary>Durable acts over HTTP: 200 neighbours at once, each waiting for the answer before the next.</summary>
internal static class ActsBench
{
    /// <summary>Counted, not timed: a busy machine makes the run longer, not shorter.</summary>
    private const int ToWarm = 60_000, Counted = 30_000;

    public static async Task<Row> Run(Scene scene, Served raw)
    {
        Console.Error.WriteLine($"{scene.Neighbours} neighbours act …");
        await Drive(scene.Served, scene.Neighbours, scene.Act, ToWarm);
        var ours = await Drive(scene.Served, scene.Neighbours, scene.Act, Counted);
        var body = Wire.Request("POST", "/act", null, "{\"values\":[0,3,7],\"key\":\"abcdefghijklmnopqrstuv\"}", "*/*");
        await Drive(raw, scene.Neighbours, (_, _) => body, ToWarm);
        var theirs = await Drive(raw, scene.Neighbours, (_, _) => body, Counted);
        Console.Error.WriteLine($"  {ours.Done} acts, p99 {ours.P99:N1} ms, {ours.Refused} refused");
        if (ours.Refused > 0) throw new InvalidOperationException($"{ours.Refused} of {ours.Done} acts were refused.");
        return new Row("acts-per-core-second", ours.Done / ours.Cpu, $"acts/CPU s, p99 {ours.P99:N0} ms",
            "Kestrel, one durable SQLite row each", theirs.Done / theirs.Cpu, "≥ 2,500, p99 ≤ 150 ms");
    }

    private static async Task<Driven> Drive(Served server, int neighbours, Func<int, int, byte[]> act, int acts)
    {
        var times = new List<double>[neighbours];
        var (refused, left) = (0, acts);
        var before = server.Cpu;
        await Task.WhenAll(Enumerable.Range(0, neighbours).Select(async i =>
        {
            times[i] = [];
            using var wire = new Wire();
            await wire.Connect(server.Port);
            for (var n = 0; Interlocked.Decrement(ref left) >= 0; n++)
            {
                var sent = Stopwatch.GetTimestamp();
                await wire.Send(act(i, n));
                if (await wire.Answer() >= 300) Interlocked.Increment(ref refused);
                times[i].Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }));
        return new Driven(times.Sum(t => t.Count), server.Cpu - before, times.SelectMany(t => t).Quantile(0.99), refused);
    }

    private sealed record Driven(int Done, double Cpu, double P99, int Refused);
}
