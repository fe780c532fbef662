using System.Globalization;

namespace Faubourg.Bench;

/// <summary>What this program is started for by itself, in a process of its own; and records to look at.</summary>
internal static class Errand
{
    /// <summary>How it ended; null where the benchmarks are meant.</summary>
    public static async Task<int?> Run(string[] words)
    {
        switch (words)
        {
            case ["raw", var port, var data]:
                await RawServer.Run(Number(port), data);
                return 0;
            case ["measure", var measured, ..]:
                return Measured.Run(measured, words[2..]);
            case ["read", var file]:
                CountBench.Read(file);
                return 0;
            case ["live", var folder, var entries]:
                LongLife.Quarter(Directory.CreateDirectory(folder).FullName, Number(entries));
                return 0;
            case ["rebuild", var lived]:
                await Rebuild.Run(lived);
                return 0;
            case ["rows", var stored]:
                Rebuild.Rows(stored);
                return 0;
            case ["ten-years", var script, .. var fewer]:
                // To be played by ./faubourg rehearse.
                File.WriteAllBytes(script, fewer is [var councils] ? TenYears.Script(Number(councils)) : TenYears.Script());
                return 0;
            case ["pages", var program, var played, var evenings]:
                await using (var served = await Served.Start(program, "serve", "--port", "{port}", "--data", played)) await TenYearsBench.Pages(served, null, Number(evenings));
                return 0;
            default:
                return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
