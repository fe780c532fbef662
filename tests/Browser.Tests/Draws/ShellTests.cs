using System.Diagnostics;
using Faubourg.Web.Councils;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>docs/redo-draw.sh, which knows only printf, sha256sum and sort, does draws again from their published texts.</summary>
public sealed class ShellTests
{
    private const int AtOnce = 100;

    private static int Draws => Environment.GetEnvironmentVariable("FAUBOURG_LONG") is null ? 100 : 10_000;

    [Fact]
    public async Task Draws_of_random_evenings_come_out_of_a_shell_as_published()
    {
        foreach (var some in Enumerable.Range(1, Draws).Chunk(AtOnce))
        {
            var folder = Directory.CreateTempSubdirectory("faubourg-shell-");
            foreach (var n in some) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{n}.txt"), DrawText.Of(Lottery.Of(n)), TestContext.Current.CancellationToken);
            var (code, said) = await Redo(folder);
            Assert.Equal((0, true), (code, said.StartsWith($"{some.Length} draws, ", StringComparison.Ordinal)));
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("seed ", "the seed")]
    [InlineData("roll 1;", "the list")]
    [InlineData("dice;", "the seed")]
    [InlineData("    ", "ticket 1 of number")]
    public async Task A_text_with_another_letter_does_not(string line, string says)
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-shell-");
        var text = Enumerable.Range(1, 50).Select(n => DrawText.Of(Lottery.Of(n))).First(drawn => drawn.Contains("dice;", StringComparison.Ordinal));
        var at = text.IndexOf('\n' + line, StringComparison.Ordinal) < 0 ? 0 : text.IndexOf('\n' + line, StringComparison.Ordinal) + 1;
        at += line.Length + 3;
        var other = text[at] == '1' ? '2' : '1';
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.txt"), text[..at] + other + text[(at + 1)..], TestContext.Current.CancellationToken);
        var (code, said) = await Redo(folder);
        Assert.Equal(1, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static async Task<(int Code, string Said)> Redo(DirectoryInfo folder)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Stage.Root(), "docs", "redo-draw.sh"));
        foreach (var file in folder.EnumerateFiles()) start.ArgumentList.Add(file.Name);
        using var shell = Process.Start(start)!;
        var said = shell.StandardOutput.ReadToEndAsync();
        var wrong = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await said + wrong);
    }
}
