using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Faubourg.Bench;

/// <summary>A server in a process of its own, on the first core; the load has the second.</summary>
internal sealed class Served : IAsyncDisposable
{
    private const string ServerCore = "0";

    private readonly Process process;

    private Served(Process process, int port, string data) => (this.process, Port, Data) = (process, port, data);

    public int Port { get; }

    public string Data { get; }

    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>CPU seconds spent so far, user and system, to the nanosecond: /proc counts in hundredths.</summary>
    public double Cpu => ProcessClock.Seconds(process.Id);

    public static async Task<Served> Start(string program, params string[] arguments)
    {
        var port = FreePort();
        var data = Directory.CreateTempSubdirectory("faubourg-bench-").FullName;
        string[] filled = [.. arguments.Select(a => a.Replace("{port}", $"{port}", StringComparison.Ordinal).Replace("{data}", data, StringComparison.Ordinal))];
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        foreach (var a in new[] { "-c", ServerCore, "dotnet", program }.Concat(filled)) start.ArgumentList.Add(a);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var served = new Served(process, port, data);
        await served.Answers();
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private async Task Answers()
    {
        using var http = new HttpClient { BaseAddress = Url };
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
        {
            try
            {
                using var answer = await http.GetAsync("/health");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new TimeoutException("The server did not answer within 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
