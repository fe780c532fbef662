using System.Diagnostics;
using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A disk that is really full: a process that may write no file larger than so much (RLIMIT_FSIZE, signal ignored).</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task On_a_full_disk_acts_are_refused_nothing_accepted_is_lost_and_with_room_it_goes_on_by_itself()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The limit is set by prlimit.");
        using var folder = new Folder();
        // SIGXFSZ is ignored by the shell and so by its child: a write beyond the limit fails with EFBIG, as on a full disk.
        var script = $"trap '' XFSZ; exec \"{Environment.ProcessPath}\" fill \"{folder.Path}\"";
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The runtime keeps code it has just made in a file of memory, to which the limit would apply too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var child = Process.Start(start)!;
        var (said, trouble) = (child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
        await child.WaitForExitAsync();
        var lines = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(child.ExitCode == 0, await said + await trouble);

        // It was told of so many, then the disk was full, then, with room again and no new start, it went on.
        var accepted = lines.Where(l => l.StartsWith("accepted ", StringComparison.Ordinal)).Select(l => long.Parse(l[9..], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(["full", "room"], lines.Where(l => !l.StartsWith("accepted ", StringComparison.Ordinal)));
        Assert.NotEqual("full", lines[0]);
        Assert.StartsWith("accepted ", lines[^1], StringComparison.Ordinal);

        var path = Directory.GetFiles(Path.Combine(folder.Path, "quarters"), "*.db").Single();
        var clock = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() };
        await using var quarters = await Quarters.Open(new StorageSettings(folder.Path, "faubourg.example", clock), default);
        var quarter = (await quarters.Find("les-lilas", default))!;
        clock.Pass(Duration.FromSeconds(2));
        await quarter.Tick();
        Assert.True(quarter.Now.Revision >= accepted.Max());
        Assert.True(quarter.Now.State.Size >= accepted.Length);
        Assert.Equal((quarter.Now.State.Size, quarter.Now.State.Size), new WholeLog().Check(path));
    }
}

/// <summary>The process of that test: acts until the disk is full, then makes room, and goes on.</summary>
internal static class Filling
{
    private const int InARow = 5, After = 20;

    public static async Task<int> Run(string folder)
    {
        var clock = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() };
        await using var quarters = await Quarters.Open(new StorageSettings(folder, "faubourg.example", clock), default);
        var quarter = await quarters.Found("les-lilas", Evening.Wish, default);
        await Limit("409600");
        // The log beside the file is full first; reading anew empties it into the file, and there is room again for some acts.
        var (n, refused) = (0, 0);
        for (; refused < InARow; n++) refused = await Pin(quarter, clock, n) ? 0 : refused + 1;
        Console.Out.Write("full\n");
        // What somebody does who finds the disk full: there is room again, and nobody starts anything anew.
        await Limit("unlimited");
        Console.Out.Write("room\n");
        for (var i = 0; i < After; i++)
            if (!await Pin(quarter, clock, n + i)) return 3;
        return 0;
    }

    private static async Task Limit(string bytes)
    {
        using var room = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", $"--fsize={bytes}:unlimited"])!;
        await room.WaitForExitAsync();
        if (room.ExitCode != 0) throw new InvalidOperationException($"prlimit: {room.ExitCode}");
    }

    private static async Task<bool> Pin(LiveQuarter quarter, TestClock clock, int n)
    {
        // Corners lapse after 30 days, and 50 may stand at once.
        clock.Pass(Duration.FromDays(1));
        try
        {
            var line = new string('x', 900) + n.ToString(CultureInfo.InvariantCulture);
            var answer = await quarter.Submit(new PinCorner(Text.Of(line)), Evening.Actor("Casimir"), null, default);
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"accepted {((Accepted)answer).Revision}\n"));
            return true;
        }
        catch (NotStoredException)
        {
            return false;
        }
    }
}
