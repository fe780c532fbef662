using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Faubourg.Server.Tests.Storage;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>The real executable in a process of its own, over a folder that outlives it.</summary>
internal sealed class Killable : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort();
    private Process? _process;
    private TaskCompletionSource _up = Closed();

    public Killable() => Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = Patience };

    public Folder Folder { get; } = new();

    public HttpClient Http { get; }

    /// <summary>Returns when it answers.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "faubourg.dll"), "serve", "--port", $"{_port}", "--listen", "127.0.0.1", "--data", Folder.Path];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // A child that starts and stops all the time has no use for better code later.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, said) => Said += said.Data + "\n";
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var began = Stopwatch.GetTimestamp();
        while (!await Answers())
        {
            Assert.False(_process.HasExited, Said);
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "The host does not come up.\n" + Said);
            await Task.Delay(20);
        }

        _up.TrySetResult();
    }

    /// <summary>SIGKILL: nothing is closed, flushed or said.</summary>
    public async Task Kill()
    {
        _up = Closed();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Until it answers again.</summary>
    public async Task WhenUp(CancellationToken stop)
    {
        // The caller may see it dead before whoever kills it has said so.
        await Task.Delay(20, stop);
        await Volatile.Read(ref _up).Task.WaitAsync(Patience, stop);
    }

    public string Said { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        if (_process is not null && Volatile.Read(ref _up).Task.IsCompleted) await Kill();
        Http.Dispose();
        Folder.Dispose();
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await Http.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
