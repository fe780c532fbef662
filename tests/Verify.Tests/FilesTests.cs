using System.Diagnostics;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Files;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>A folder from somebody else: what lies in it is no file, or changes while it is read.</summary>
public sealed class FilesTests
{
    [Fact]
    public void What_is_replayed_is_what_was_hashed()
    {
        var files = Council().Files();
        var changing = new ChangingFiles(files, files.Files.Keys.Single(path => path.StartsWith("tile/entries/", StringComparison.Ordinal)));
        var verdict = Check(changing);
        Assert.Contains(verdict.Findings.All, f => f.Rule == "files" && f.What.Contains("changed while it was read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("checkpoint", false)]
    [InlineData("disclosures.jsonl", false)]
    [InlineData("evidence", false)]
    [InlineData("checkpoint", true)]
    public void Nobody_waits_at_a_pipe(string path, bool linked)
    {
        if (OperatingSystem.IsWindows()) return; // It has no such files.
        var folder = Directory.CreateTempSubdirectory("faubourg-pipe-").FullName;
        try
        {
            Council().Files().Save(folder);
            var file = Path.Combine(folder, path);
            File.Delete(file);
            var pipe = linked ? Path.Combine(folder, "pipe") : file;
            using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
            if (linked) File.CreateSymbolicLink(file, pipe);
            using var told = new StringWriter();
            // Before, this never came back.
            Assert.Equal(path == "evidence" ? CommandLine.Sound : CommandLine.Broken, CommandLine.Run([folder], new Terminal(TextReader.Null, told, TextWriter.Null, Live: false)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One file is another one whenever it is read again.</summary>
    private sealed class ChangingFiles(RecordFiles files, string changes) : IFiles
    {
        private int reads;

        public int Read(string path, ref byte[] buffer)
        {
            var read = files.Read(path, ref buffer);
            if (path == changes && reads++ > 0) buffer[read - 3] ^= 1;
            return read;
        }

        public Stream? Open(string path) => files.Open(path);
    }
}
