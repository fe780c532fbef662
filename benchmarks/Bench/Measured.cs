using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Faubourg.Bench;

/// <summary>
/// What a whole process cost. The kernel adds it up for the parent when a child ends, over all children, so that each child gets a
/// parent of its own: this program, started as <c>measure</c>.
/// </summary>
internal static class Measured
{
    private const int Children = -1;

    /// <param name="measurer">A program that answers <c>measure</c> with <see cref="Run"/>.</param>
    /// <param name="program">What is measured.</param>
    public static Cost Start(string measurer, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [measurer, "measure", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return new Cost(process.ExitCode, Number(said[0]), Number(said[1]), trouble.Result);
    }

    /// <summary>Runs a program to its end, and says what it cost: CPU seconds, and MiB of memory at most.</summary>
    public static int Run(string program, string[] arguments)
    {
        int code;
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            code = process.ExitCode;
        }

        var usage = new long[18];
        if (Usage(Children, usage) != 0) throw new InvalidOperationException("The kernel does not say what it cost.");
        // struct rusage of Linux on 64 bits: user and system time as seconds and microseconds, then the largest resident set in KiB.
        var cpu = usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{cpu:F3} {usage[4] / 1024.0:F1}"));
        return code;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Usage(int who, [Out] long[] usage);
}
