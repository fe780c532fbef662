using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>A record under its address, served by whoever likes.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly HttpListener server = new();
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private readonly ConcurrentBag<string> asked = [];
    private readonly string prefix;
    private string? pointsTo, compressedAs;

    public AddressTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        prefix = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/quarters/lilas/record/";
        free.Stop();
        server.Prefixes.Add(prefix);
        server.Start();
        _ = Task.Run(Serve);
    }

    public void Dispose() => server.Close();

    [Fact]
    public void It_is_checked_as_a_folder_is()
    {
        Serves(Council().Files());
        Assert.Equal((0, "Sound."), Run(prefix));
        Assert.Equal((0, "Sound."), Run(prefix.TrimEnd('/')));
    }

    [Fact]
    public void Without_a_list_each_disclosure_is_asked_for_by_its_digest()
    {
        var record = Council().Files();
        Serves(record);
        files.TryRemove("disclosures.jsonl", out _);
        foreach (var line in System.Text.Encoding.ASCII.GetString(record.Files["disclosures.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = line.Split('"')[3];
            files[$"disclosures/{Ledger.Disclosure.Read(letters).Digest}"] = System.Text.Encoding.ASCII.GetBytes(letters);
        }

        Assert.Equal((0, "Sound."), Run(prefix));
        files.TryRemove(files.Keys.First(k => k.StartsWith("disclosures/", StringComparison.Ordinal)), out _);
        Assert.Equal(1, Run(prefix).Code);
    }

    [Fact]
    public void Pictures_are_fetched_and_checked_too_and_one_that_is_not_served_is_none()
    {
        byte[] picture = [0xFF, 0xD8, 1, 2, 3];
        var recorder = Lived(lane =>
        {
            lane.Evening(objects: true);
            lane.Shows(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)));
        });
        Serves(recorder.Files());
        Assert.Equal((0, "Sound."), Run(prefix));
        var path = $"pictures/{recorder.Entries.Count - 1}";
        files[path] = picture;
        Assert.Equal((0, "Sound."), Run(prefix));
        files[path] = [.. picture, 4];
        Assert.Equal((1, "BROKEN: 1 finding."), Run(prefix));
    }

    [Fact]
    public void Where_a_partial_tile_is_gone_the_beginning_of_the_full_one_is_taken()
    {
        var entries = Enumerable.Range(0, 300).Select(n => System.Text.Encoding.ASCII.GetBytes($"anything {n}")).ToArray();
        var longer = Recorder.FilesOf(entries, [], "log.example/any", Key);
        longer.Files["checkpoint"] = Recorder.FilesOf(entries[..200], [], "log.example/any", Key).Files["checkpoint"];
        Serves(longer);
        var policy = Path.GetTempFileName();
        File.WriteAllBytes(policy, longer.Files["policy"]);
        Assert.Equal((0, "Sound."), Run(prefix, "--hashes", "--policy", policy));
    }

    [Fact]
    public void A_redirect_is_not_followed()
    {
        pointsTo = "http://127.0.0.1:9/elsewhere";
        Assert.Equal(1, Run(prefix).Code);
        Assert.Single(asked);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void What_is_said_to_be_compressed_and_is_not_is_no_verdict_of_sound(string how)
    {
        Serves(Council().Files());
        compressedAs = how;
        Assert.NotEqual(0, Run(prefix).Code);
    }

    [Fact]
    public void More_than_a_checkpoint_can_be_is_not_read()
    {
        files["checkpoint"] = new byte[2_000_000];
        Assert.Equal(1, Run(prefix).Code);
    }

    [Fact]
    public void A_size_beyond_all_disks_is_not_fetched()
    {
        files["checkpoint"] = System.Text.Encoding.UTF8.GetBytes(Recorder.Signed("log.example/any", long.MaxValue, new byte[32], Key).ToString());
        Assert.Equal(1, Run(prefix).Code);
        Assert.True(asked.Count < 3);
    }

    [Fact]
    public void Much_is_fetched_only_for_a_checkpoint_that_the_first_key_signed()
    {
        var record = Council().Files();
        Serves(record);
        var origin = Ledger.Notes.Note.Parse(record.Files["checkpoint"]).Text.Split('\n')[0];
        var bundle = record.Files.Keys.Single(path => path.StartsWith("tile/entries/", StringComparison.Ordinal));
        files["tile/entries/000"] = record.Files[bundle];
        files["checkpoint"] = System.Text.Encoding.UTF8.GetBytes(Recorder.Signed(origin, 1_000_000, new byte[32], "a stranger").ToString());
        Assert.Equal(1, Run(prefix).Code);
        Assert.Equal(["checkpoint", "evidence", "tile/entries/000"], asked.Order());
    }

    [Fact]
    public void Nobody_there_is_no_verdict() => Assert.Equal(2, Run("http://127.0.0.1:9/record").Code);

    private void Serves(RecordFiles record)
    {
        foreach (var (path, bytes) in record.Files) files[path] = bytes;
    }

    private async Task Serve()
    {
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath[new Uri(prefix).AbsolutePath.Length..];
            asked.Add(path);
            try
            {
                if (pointsTo is not null) context.Response.Redirect(pointsTo);
                else if (files.TryGetValue(path, out var bytes))
                {
                    if (compressedAs is not null) context.Response.Headers["Content-Encoding"] = compressedAs;
                    context.Response.OutputStream.Write(compressedAs is null ? bytes : [.. Enumerable.Repeat((byte)0xff, 20)]);
                }
                else context.Response.StatusCode = 404;
                context.Response.Close();
            }
            catch (HttpListenerException)
            {
                // Whoever asked has heard enough.
            }
        }
    }

    private static (int Code, string Last) Run(params string[] words)
    {
        using var told = new StringWriter();
        var code = CommandLine.Run(words, new Terminal(TextReader.Null, told, TextWriter.Null, false));
        return (code, told.ToString().TrimEnd().Split('\n')[^1]);
    }
}
