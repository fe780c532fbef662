using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Faubourg.Bench;

/// <summary>The verifier as its own process, over records on disk; CPU time and peak memory are those of that process, from its start to its verdict.</summary>
internal static class VerifyBench
{
    private const long OpaqueEntries = 1_000_000;

    /// <summary>Twenty evenings a year make about 700 entries: more than a thousand years of them. It takes two minutes to live them.</summary>
    private const long QuarterEntries = 1_000_000;

    /// <summary>Each is run so many times, and the median told.</summary>
    private const int Runs = 3;

    /// <param name="program">The verifier.</param>
    /// <param name="hashes">Only the row about hashes, and memory: the other takes minutes to be lived.</param>
    public static IReadOnlyList<Row> Run(string program, bool hashes)
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-verify-").FullName;
        try
        {
            Row[] opaque = [.. Opaque(program, Path.Combine(folder, "opaque"))];
            return hashes ? opaque : [.. opaque, .. Quarter(program, Path.Combine(folder, "quarter"))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Row> Opaque(string program, string folder)
    {
        Console.Error.WriteLine($"a log of {OpaqueEntries:N0} opaque entries …");
        Directory.CreateDirectory(folder);
        LongLife.Opaque(folder, OpaqueEntries);
        var runs = Measure(program, folder, "--hashes", "--policy", Path.Combine(folder, "policy"));
        yield return new Row("verify-hash-per-cpu-second", OpaqueEntries / runs.Cpu, "entries/CPU s", "bare SHA-256 of the same, one core", Bare(), "≥ 400,000");
        yield return new Row("verify-mb", runs.Megabytes, "MiB at 1,000,000 entries", "the limit", 50, "≤ 50");
    }

    private static IEnumerable<Row> Quarter(string program, string folder)
    {
        Console.Error.WriteLine($"a neighbourhood of {QuarterEntries:N0} entries …");
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        LongLife.Quarter(folder, QuarterEntries);
        Console.Error.WriteLine($"  lived in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
        var runs = Measure(program, folder);
        yield return new Row("verify-full-per-cpu-second", runs.Entries / runs.Cpu, "entries/CPU s", "bare SHA-256 of opaque ones", Bare(), "≥ 80,000");
        yield return new Row("verify-full-mb", runs.Megabytes, "MiB at 1,000,000 entries", "hashes only, the limit", 50, "shown");
    }

    /// <summary>What hashing alone costs: each entry of 200 bytes once as a leaf, and one node for each.</summary>
    private static double Bare()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] leaf = new byte[201], node = new byte[65];
        Span<byte> hash = stackalloc byte[32];
        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (long n = 0; n < OpaqueEntries; n++)
            {
                sha.AppendData(leaf);
                sha.GetHashAndReset(hash);
                sha.AppendData(node);
                sha.GetHashAndReset(hash);
            }

            rates.Add(OpaqueEntries / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return rates.Median();
    }

    private static Cost Measure(string program, string folder, params string[] more)
    {
        var costs = Enumerable.Range(0, Runs).Select(_ => Once(program, [folder, .. more, "--json"])).ToArray();
        foreach (var cost in costs) Console.Error.WriteLine($"  {cost.Entries / cost.Cpu:N0} entries per CPU second, {cost.Megabytes:N1} MiB");
        return new Cost(costs[0].Entries, costs.Select(c => c.Cpu).Median(), costs.Max(c => c.Megabytes));
    }

    private static Cost Once(string program, string[] arguments)
    {
        // As ./faubourg-verify starts it.
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_GCgen0size"] = "0x200000";
        start.Environment["DOTNET_ReadyToRun"] = "0";
        using var process = Process.Start(start)!;
        using var json = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The record is not sound: {json.RootElement.GetProperty("findings")}");
        var cost = json.RootElement.GetProperty("cost");
        return new Cost(json.RootElement.GetProperty("size").GetInt64(), cost.GetProperty("cpu_seconds").GetDouble(), cost.GetProperty("peak_mb").GetDouble());
    }

    private readonly record struct Cost(long Entries, double Cpu, double Megabytes);
}
