using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Folders and files that are made to keep a reader waiting, to fill a memory, or to end without a sentence.</summary>
public sealed class HostileTests : IDisposable
{
    /// <summary>A file that says it is so long, and takes no room.</summary>
    private const long Endless = 1L << 40;

    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-hostile-").FullName;

    public HostileTests() => Council().Files().Save(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Disclosures_longer_than_any_disk_are_given_up()
    {
        using (var file = File.OpenWrite(Path.Combine(folder, "disclosures.jsonl"))) file.SetLength(Endless);
        var (code, said) = Run(folder);
        Assert.Equal(CommandLine.Broken, code);
        Assert.Contains("too long", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Millions_of_lines_that_are_none_are_not_named_one_by_one()
    {
        File.AppendAllText(Path.Combine(folder, "disclosures.jsonl"), new string('\n', 20_000_000));
        var watch = Stopwatch.StartNew();
        var (code, said) = Run(folder);
        Assert.Equal(CommandLine.Broken, code);
        Assert.Contains("BROKEN: 1,000 findings.", said, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_picture_longer_than_any_is_not_hashed()
    {
        var recorder = Lived(lane =>
        {
            lane.Evening(objects: true);
            lane.Shows(new string('a', 64));
        });
        recorder.Files().Save(folder);
        Directory.CreateDirectory(Path.Combine(folder, "pictures"));
        using (var file = File.OpenWrite(Path.Combine(folder, "pictures", $"{recorder.Entries.Count - 1}"))) file.SetLength(Endless);
        Assert.Contains("longer than any picture", Run(folder).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("disclosures.jsonl")]
    [InlineData("evidence")]
    public void A_link_to_what_has_no_path_is_no_file(string path)
    {
        if (!OperatingSystem.IsLinux()) return; // Only there are open files files.
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var file = Path.Combine(folder, path);
        File.Delete(file);
        File.CreateSymbolicLink(file, $"/proc/self/fd/{pipe.GetClientHandleAsString()}");
        // Nobody ever writes into the pipe: whoever reads from it waits for ever.
        Assert.Equal(path == "evidence" ? CommandLine.Sound : CommandLine.Broken, Run(folder).Code);
    }

    [Theory]
    [InlineData("checkpoint", false, CommandLine.Broken)]
    [InlineData("disclosures.jsonl", false, CommandLine.Broken)]
    [InlineData("where", false, CommandLine.Broken)]
    [InlineData("evidence", false, CommandLine.Sound)]
    [InlineData("checkpoint", true, CommandLine.Broken)]
    [InlineData("disclosures.jsonl", true, CommandLine.Broken)]
    public void A_folder_or_a_link_to_itself_in_the_place_of_a_file_ends_with_a_verdict(string path, bool loops, int expected)
    {
        if (loops && OperatingSystem.IsWindows()) return; // Links need a right there.
        var file = Path.Combine(folder, path);
        File.Delete(file);
        if (loops) File.CreateSymbolicLink(file, file);
        else Directory.CreateDirectory(file);
        var (code, said) = Run(folder);
        Assert.Equal(expected, code);
        Assert.Contains(loops ? "cannot be read" : "is a folder", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FOLDER", "--old", "PIPE")]
    [InlineData("FOLDER", "--policy", "PIPE")]
    [InlineData("check", "PIPE")]
    [InlineData("draw", "PIPE", "--role", "facilitator")]
    [InlineData("FOLDER", "--old", "/dev/zero")]
    [InlineData("FOLDER", "--policy", "/dev/zero")]
    [InlineData("check", "/dev/zero")]
    [InlineData("draw", "/dev/zero", "--role", "facilitator")]
    public void Whatever_is_named_a_pipe_is_not_waited_for_and_a_device_not_read(params string[] words)
    {
        if (OperatingSystem.IsWindows()) return; // It has no such files.
        var pipe = Path.Combine(folder, "pipe");
        using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
        var (code, said) = Run([.. words.Select(word => word switch { "PIPE" => pipe, "FOLDER" => folder, _ => word })]);
        Assert.Equal(CommandLine.WrongUsage, code);
        Assert.Contains("a pipe or a device", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_says_reaches_no_terminal_as_it_is()
    {
        const string clears = "\u001b[2J\u009b2J\u202e";
        var file = Path.Combine(folder, "given");
        foreach (var (text, words) in new[]
        {
            ($"vl1\n{clears}\n", new[] { "draw", file, "--role", "facilitator" }),
            ($"log x{clears[4..]}+00000000+AAAA\nquorum none\n", [folder, "--policy", file]),
            ($"x{clears[4..]}\n1\n{Convert.ToBase64String(new byte[32])}\n\n— x AAAAAAA=\n", [folder, "--old", file]),
        })
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            var (code, said) = Run(words);
            Assert.NotEqual(CommandLine.Sound, code);
            Assert.DoesNotContain(said, letter => letter is '\u001b' or '\u009b' or '\u202e');
        }
    }

    private static (int Code, string Said) Run(params string[] words)
    {
        using var told = new StringWriter();
        return (CommandLine.Run(words, new Terminal(TextReader.Null, told, told, Live: false)), told.ToString());
    }
}
