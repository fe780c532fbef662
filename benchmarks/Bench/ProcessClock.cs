using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Faubourg.Bench;

/// <summary>The CPU clock of another process (clock_getcpuclockid(3), Linux).</summary>
internal static class ProcessClock
{
    /// <summary>All threads, those that ended too (CPUCLOCK_SCHED).</summary>
    private const int Scheduled = 2;

    /// <param name="process">Its number.</param>
    /// <exception cref="Win32Exception">There is no such process, or no such clock here.</exception>
    public static double Seconds(int process) => Read((~process << 3) | Scheduled, out var time) == 0
        ? time.Seconds + (time.Nanoseconds / 1e9)
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
