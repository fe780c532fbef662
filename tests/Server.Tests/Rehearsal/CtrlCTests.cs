using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Faubourg.Server.Tests.Storage;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>Somebody runs a host in a terminal and closes it as one closes what runs there.</summary>
public sealed class CtrlCTests
{
    /// <summary>What the key sends (ASCII ETX); the terminal makes of it a SIGINT to all that runs in front.</summary>
    private const char CtrlC = '\u0003';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ctrl_C_closes_the_host_and_leaves_nothing_half_done()
    {
        using var folder = new Folder();
        using var http = new HttpClient();
        var port = FreePort();
        var here = $"http://127.0.0.1:{port}";
        // script(1) is a terminal for the host, its own input the keyboard, and it ends as the host ends.
        // exec: a shell that stayed in front would be interrupted too, and its end would hide the host's.
        var start = new ProcessStartInfo("script") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-qec", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "faubourg.dll")}' serve --port {port} --listen 127.0.0.1 --data '{folder.Path}'", "/dev/null"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var terminal = Process.Start(start)!;
        var shown = terminal.StandardOutput.ReadToEndAsync(Stop);
        await Up(http, here, terminal);
        using var founded = await http.PostAsync(here + "/quarters", new StringContent("""{"name":"Rue des Lilas","place":"Lyon","languages":["fr"],"zone":"Europe/Paris"}""", null, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.OK, founded.StatusCode);

        await terminal.StandardInput.WriteAsync(CtrlC);
        await terminal.StandardInput.FlushAsync(Stop);
        await terminal.WaitForExitAsync(Stop).WaitAsync(Patience, Stop);
        Assert.True(terminal.ExitCode == 0, $"{terminal.ExitCode}: {await shown}");
        Assert.DoesNotContain("Unhandled", await shown, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(here + "/health", Stop));
        // A database that was closed has no log beside it that somebody would have to recover from.
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*-wal", SearchOption.AllDirectories));
    }

    private static async Task Up(HttpClient http, string here, Process terminal)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(50, Stop))
        {
            try
            {
                using var answer = await http.GetAsync(here + "/health", Stop);
                return;
            }
            catch (HttpRequestException) when (!terminal.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // Not yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
