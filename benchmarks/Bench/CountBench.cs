using System.Globalization;

namespace Faubourg.Bench;

/// <summary>
/// <c>faubourg count</c> as its own process, over PrefLib files on disk. CPU time and peak memory are those of that process, from its
/// start to its result; beside it a bare reader, started likewise, that does nothing but find the lines of the same file.
/// </summary>
internal static class CountBench
{
    private const int Runs = 3, Limit = 256;

    /// <param name="faubourg">The program that counts.</param>
    /// <param name="bench">This program, which also measures and reads.</param>
    public static IEnumerable<Row> Run(string faubourg, string bench)
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-count-").FullName;
        try
        {
            Row[] rows =
            [
                .. Count(faubourg, bench, Path.Combine(folder, "many.soc"), "schulze-10x1m", 10, 1_000_000, 2),
                .. Count(faubourg, bench, Path.Combine(folder, "wide.soc"), "schulze-200x10k", 200, 10_000, 5),
                // As many alternatives as may be: no bar for the time, but it has to keep to the memory.
                .. Count(faubourg, bench, Path.Combine(folder, "widest.soc"), "schulze-2500x200", 2_500, 200, null),
            ];
            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Row> Count(string faubourg, string bench, string file, string name, int candidates, int ballots, int? seconds)
    {
        Console.Error.WriteLine($"{ballots:N0} ballots on {candidates} candidates …");
        Write(file, candidates, ballots);
        var counted = Measure(bench, faubourg, "count", file, "--method", "ranked", "--json");
        var read = Measure(bench, bench, "read", file);
        var size = new FileInfo(file).Length / 1e6;
        yield return new Row($"{name}-s", counted.Cpu, "CPU s", string.Create(CultureInfo.InvariantCulture, $"a bare reader of the same {size:N1} MB"), read.Cpu, seconds is null ? "shown" : $"≤ {seconds}");
        yield return new Row($"{name}-mb", counted.Megabytes, "MiB", "the limit", Limit, $"≤ {Limit}");
    }

    /// <summary>Every ballot ranks everybody, in an order of its own.</summary>
    private static void Write(string file, int candidates, int ballots)
    {
        var random = new Random(4);
        var order = Enumerable.Range(1, candidates).ToArray();
        using var text = new StreamWriter(file) { NewLine = "\n" };
        text.WriteLine($"# DATA TYPE: soc\n# NUMBER ALTERNATIVES: {candidates}\n# NUMBER VOTERS: {ballots}\n# NUMBER UNIQUE ORDERS: {ballots}");
        foreach (var c in order) text.WriteLine($"# ALTERNATIVE NAME {c}: Proposal {c}");
        for (var n = 0; n < ballots; n++)
        {
            random.Shuffle(order);
            text.WriteLine($"1: {string.Join(',', order)}");
        }
    }

    private static (double Cpu, double Megabytes) Measure(string bench, string program, params string[] arguments)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => Measured.Start(bench, program, arguments)).ToArray();
        foreach (var run in runs)
        {
            if (run.Code != 0) throw new InvalidOperationException(run.Trouble);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {run.Cpu:N2} CPU s, {run.Megabytes:N1} MiB"));
        }

        return (runs.Select(r => r.Cpu).Median(), runs.Max(r => r.Megabytes));
    }

    /// <summary>What reading alone costs: the bytes, and where each line ends.</summary>
    public static void Read(string file)
    {
        using var from = File.OpenRead(file);
        var buffer = new byte[1 << 20];
        var lines = 0L;
        for (int got; (got = from.Read(buffer)) > 0;)
            for (var rest = buffer.AsSpan(0, got); rest.IndexOf((byte)'\n') is var at and >= 0; rest = rest[(at + 1)..]) lines++;
        Console.WriteLine(lines);
    }
}
