using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Faubourg.Server.Tests.Storage;

namespace Faubourg.Server.Tests.Jars;

/// <summary>A keeper's program in a process of its own. What it is told to send, it holds ready until the gate opens.</summary>
internal sealed class Apart : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Apart(Process process) => _process = process;

    public int Id => _process.Id;

    public static Apart Of(Keeper keeper, Uri address, Gate gate)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments = [typeof(Apart).Assembly.Location, "keep", $"{address}", keeper.Secret, gate.Path];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new Apart(Process.Start(start)!);
    }

    /// <summary>Writes what is to be sent, and returns when it waits for the gate.</summary>
    public async Task Prepare(string noun, object body)
    {
        await _process.StandardInput.WriteLineAsync($"{noun}\t{JsonSerializer.Serialize(body)}");
        await _process.StandardInput.FlushAsync();
        Assert.Equal("ready", await Line());
    }

    /// <summary>"200", or "409 MovedAlready".</summary>
    public Task<string?> Answer() => Line();

    /// <summary>The process itself: one line, one request.</summary>
    public static async Task<int> Run(string address, string secret, string gate)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        // The connection is there, and the code was run, before it matters.
        using (await http.GetAsync(Counter.Jar)) { }
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (noun, body) = (line.Split('\t')[0], line.Split('\t')[1]);
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            Gate.Wait(gate, () => Console.WriteLine("ready"));
            using var answer = await http.PostAsync(Counter.Jar + noun, content);
            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Console.WriteLine($"{(int)answer.StatusCode} {(told.RootElement.TryGetProperty("refusal", out var why) ? why.GetString() : "")}".TrimEnd());
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
    }

    private Task<string?> Line() => _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
}

/// <summary>
/// A named pipe before which processes wait: whoever reads from it sleeps until its only writer closes it, and that wakes all of them
/// at once.
/// </summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Folder _folder = new();

    public Gate()
    {
        using var made = Process.Start("mkfifo", [Path])!;
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    public string Path => System.IO.Path.Combine(_folder.Path, "gate");

    /// <summary>Shut until it is disposed of. Returns once the first process stands before it.</summary>
    public Task<FileStream> Shut() => Task.Run(() => Open(Path, FileAccess.Write)).WaitAsync(Patience);

    /// <summary>In a process: stands before the gate until it opens.</summary>
    public static void Wait(string path, Action ready)
    {
        using var gate = Open(path, FileAccess.Read);
        ready();
        Assert.Equal(-1, gate.ReadByte());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Without a lock of .NET's own, which a second process would meet.</summary>
    private static FileStream Open(string path, FileAccess access) => new(path, FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);
}
