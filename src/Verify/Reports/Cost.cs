using System.Globalization;

namespace Faubourg.Verify.Reports;

/// <summary>What a check took of this machine.</summary>
/// <param name="CpuSeconds">Of the whole process, from its start.</param>
/// <param name="PeakMegabytes">Largest resident memory, in units of 2^20 bytes; 0 where the system does not say.</param>
internal readonly record struct Cost(double CpuSeconds, double PeakMegabytes)
{
    public static Cost Now() => new(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() || OperatingSystem.IsWindows() ? Environment.CpuUsage.TotalTime.TotalSeconds : 0, Peak());

    private static double Peak()
    {
        const string status = "/proc/self/status", name = "VmHWM:";
        if (!File.Exists(status)) return 0;
        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}
