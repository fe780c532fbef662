using System.Diagnostics;
using System.Globalization;

namespace Faubourg.Bench;

/// <summary>
/// A quarter that has lived for ten years, made by the rehearsal player: how long any of its pages takes, how long until its state is there
/// after a start, and what that holds.
/// </summary>
internal static class TenYearsBench
{
    private const int Runs = 5;

    public static async Task<IReadOnlyList<Row>> Run(string faubourg, string bench, Served raw)
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-ten-years-").FullName;
        try
        {
            Live(faubourg, folder);
            var (rebuild, read, held, process) = Rebuild(bench, folder);
            await using var served = await Served.Start(faubourg, "serve", "--port", "{port}", "--data", folder);
            var (slowest, peer) = await Pages(served, raw);
            return
            [
                new Row("ten-year-page-p99-ms", slowest, "ms, every kind equally", "raw Kestrel, the bytes of the first page", peer, "≤ 20"),
                new Row("ten-year-rebuild-s", rebuild, "s until its state is there", "the same rows read and dropped", read, "≤ 1"),
                new Row("ten-year-mb", held, "MiB its state holds", "all of the process that rebuilt it", process, "≤ 60"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Plays the ten years into the folder.</summary>
    public static void Live(string faubourg, string folder, int councils = TenYears.Councils)
    {
        Console.Error.WriteLine($"a neighbourhood of ten years, {councils} councils …");
        var script = Path.Combine(folder, "ten-years.json");
        File.WriteAllBytes(script, TenYears.Script(councils));
        var began = Stopwatch.GetTimestamp();
        using var playing = OnBothCores(faubourg, "rehearse", script, "--fast", "--data", folder);
        playing.StandardOutput.ReadToEnd();
        playing.WaitForExit();
        if (playing.ExitCode != 0) throw new InvalidOperationException("The ten years were not played to their end.");
        Console.Error.WriteLine($"  lived in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
    }

    private static (double Rebuild, double Read, double Held, double Process) Rebuild(string bench, string folder)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => (Rebuilt: Once(bench, "rebuild", folder), Read: Once(bench, "rows", folder))).ToArray();
        return (runs.Select(r => r.Rebuilt[0]).Median(), runs.Select(r => r.Read[0]).Median(), runs.Select(r => r.Rebuilt[1]).Median(), runs.Select(r => r.Rebuilt[2]).Median());
    }

    /// <summary>In a process of its own, as after a start.</summary>
    private static double[] Once(string bench, string what, string folder)
    {
        using var process = OnBothCores(bench, what, folder);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{what} failed.");
        return [.. said.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    /// <summary>The benchmarks keep to the second core, and what they start would too.</summary>
    private static Process OnBothCores(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("taskset", ["-c", "0,1", "dotnet", program, .. arguments]) { RedirectStandardOutput = true })!;

    /// <summary>Until the last byte, one request at a time, from the other core: what the server needs and the way to it, never less than its own time.</summary>
    public static async Task<(double Slowest, double Peer)> Pages(Served served, Served? raw, int councils = TenYears.Councils)
    {
        using var pages = new TenYearsPages(served, councils);
        var times = await pages.Measure();
        var routes = times.GroupBy(t => TenYearsPages.Shape(t.Page)).Select(route => (Route: route.Key, P99: route.Select(t => t.Ms).Quantile(0.99), Median: route.Select(t => t.Ms).Median(), Times: route.Count())).OrderByDescending(route => route.P99).ToArray();
        Console.Error.WriteLine($"  {times.Count} pages of {routes.Length} kinds, median {times.Select(t => t.Ms).Median():N1} ms; the slowest:");
        foreach (var (route, p99, median, of) in routes.Take(16)) Console.Error.WriteLine($"  {p99,8:N1} ms, half of them {median,6:N1}  {route} ({of})");
        using var http = new HttpClient { BaseAddress = served.Url };
        return (times.Select(t => t.Ms).Quantile(0.99), raw is null ? 0 : await Peer(await http.GetByteArrayAsync(TenYearsPages.Quarter), raw, times.Count));
    }

    private static async Task<double> Peer(byte[] page, Served raw, int times)
    {
        using var http = new HttpClient { BaseAddress = raw.Url };
        using var given = await http.PostAsync("/page", new ByteArrayContent(page));
        var took = new List<double>();
        for (var n = 0; n < times; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync("/page");
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took.Quantile(0.99);
    }
}
