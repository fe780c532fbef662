using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Faubourg.Bench;

/// <summary>
/// A quarter that has lived for ten years, made by the rehearsal player: how long any of its pages takes, how long until its state is there
/// after a start, and what that holds.
/// </summary>
internal static partial class TenYearsBench
{
    private const string Quarter = "/rehearsals/rehearsal";

    /// <summary>Pages that a walk from the quarter's own page finds; a record has an address for each entry, and so many are enough.</summary>
    private const int Most = 4000;

    /// <summary>Of those of one shape, such as an entry of the record: so many, evenly apart.</summary>
    private const int MostOfAShape = 150;

    private const int Runs = 5;

    public static async Task<IReadOnlyList<Row>> Run(string faubourg, string bench, Served raw)
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-bench-ten-years-").FullName;
        try
        {
            Live(faubourg, folder);
            var (rebuild, read, held) = Rebuild(bench, folder);
            await using var served = await Served.Start(faubourg, "serve", "--port", "{port}", "--data", folder);
            var (slowest, peer) = await Pages(served, raw);
            return
            [
                new Row("ten-year-page-p99-ms", slowest, "ms, any page, one core", "raw Kestrel, the same bytes", peer, "≤ 20"),
                new Row("ten-year-rebuild-s", rebuild, "s until its state is there", "the same rows read and dropped", read, "≤ 1"),
                new Row("ten-year-mb", held, "MiB held after that", "the limit", 60, "≤ 60"),
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
        var start = new ProcessStartInfo("dotnet", [faubourg, "rehearse", script, "--fast", "--data", folder]) { RedirectStandardOutput = true };
        using var playing = Process.Start(start)!;
        playing.StandardOutput.ReadToEnd();
        playing.WaitForExit();
        if (playing.ExitCode != 0) throw new InvalidOperationException("The ten years were not played to their end.");
        Console.Error.WriteLine($"  lived in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
    }

    private static (double Rebuild, double Read, double Held) Rebuild(string bench, string folder)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => (Rebuilt: Once(bench, "rebuild", folder), Read: Once(bench, "rows", folder))).ToArray();
        return (runs.Select(r => r.Rebuilt[0]).Median(), runs.Select(r => r.Read[0]).Median(), runs.Select(r => r.Rebuilt[1]).Median());
    }

    /// <summary>In a process of its own, as after a start.</summary>
    private static double[] Once(string bench, string what, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [bench, what, folder]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{what} failed.");
        return [.. said.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    /// <summary>Each page once, by a phone that was never there, one after the other. In another language before, so that what is measured is the page and not its first reader.</summary>
    private static async Task<(double Slowest, double Peer)> Pages(Served served, Served raw)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = served.Url };
        http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var pages = await Walk(http);
        using var french = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = served.Url };
        french.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var times = new List<(double Ms, string Page)>();
        foreach (var page in pages)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await french.GetAsync(page);
            await answer.Content.ReadAsByteArrayAsync();
            times.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, page));
        }

        Console.Error.WriteLine($"  {pages.Count} pages; the slowest:");
        foreach (var (ms, page) in times.OrderByDescending(t => t.Ms).Take(12)) Console.Error.WriteLine($"  {ms,8:N1} ms  {page}");
        return (times.Select(t => t.Ms).Quantile(0.99), await Peer(await french.GetByteArrayAsync(Quarter), raw, pages.Count));
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

    /// <summary>Every address of the quarter that its pages lead to.</summary>
    private static async Task<IReadOnlyList<string>> Walk(HttpClient http)
    {
        var (found, shapes) = (new List<string> { Quarter, Quarter + "/councils?word=cellar", Quarter + "/councils?word=fontaine%C3%A9", Quarter + "/slips" }, new Dictionary<string, int>(StringComparer.Ordinal));
        var known = found.ToHashSet(StringComparer.Ordinal);
        for (var n = 0; n < found.Count; n++)
        {
            using var answer = await http.GetAsync(found[n]);
            if ((int)answer.StatusCode >= 500) throw new InvalidOperationException($"{found[n]}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                var address = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (!address.StartsWith(Quarter, StringComparison.Ordinal) || !known.Add(address)) continue;
                var shape = Digits().Replace(address, "0");
                if (found.Count < Most && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) <= MostOfAShape) found.Add(address);
            }
        }

        return found;
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
