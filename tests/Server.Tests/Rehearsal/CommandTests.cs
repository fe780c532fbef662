using System.Diagnostics;
using System.Text.Json;
using Faubourg.Server.Tests.Storage;
using Repository = Faubourg.Server.Tests.Web.Repository;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary><c>faubourg rehearse</c> and <c>faubourg quarters</c> as somebody types them.</summary>
public sealed class CommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_rehearsed_into_a_folder_stays_there_and_is_listed()
    {
        using var folder = new Folder();
        var script = Path.Combine(Repository.Root, "rehearsals", "no-agreement.json");
        var (code, played) = await Run("rehearse", script, "--fast", "--data", folder.Path);
        Assert.Equal(0, code);
        Assert.Contains("rehearsal\tno-decision\t", played, StringComparison.Ordinal);

        var (listed, lines) = await Run("quarters", "--data", folder.Path);
        Assert.Equal(0, listed);
        Assert.StartsWith("rehearsal\t", lines, StringComparison.Ordinal);
        var (_, json) = await Run("quarters", "--data", folder.Path, "--json");
        var quarter = Assert.Single(JsonDocument.Parse(json).RootElement.EnumerateArray());
        Assert.Equal("rehearsal", quarter.GetProperty("slug").GetString());
        Assert.True(quarter.GetProperty("rehearsal").GetBoolean());
    }

    [Fact]
    public async Task A_folder_with_nothing_in_it_lists_nothing()
    {
        using var folder = new Folder();
        Assert.Equal((0, ""), await Run("quarters", "--data", folder.Path));
    }

    [Fact]
    public async Task A_play_that_stumbles_says_where_and_fails()
    {
        using var folder = new Folder();
        var script = Path.Combine(folder.Path, "otherwise.json");
        await File.WriteAllTextAsync(script, ScriptTests.Example.Replace("\"from\": \"gathering\"", "\"from\": \"closing\"", StringComparison.Ordinal), Stop);
        var (code, said) = await Run("rehearse", "--fast", script);
        Assert.Equal(1, code);
        Assert.Contains("otherwise.json: Act 11 of the play", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rehearse")]
    [InlineData("rehearse", "there-is-no-such-file.json")]
    [InlineData("rehearse", "Faubourg.Server.Tests.runtimeconfig.json")]
    [InlineData("quarters", "--dato", "x")]
    public async Task Wrong_usage_is_told_apart(params string[] arguments) => Assert.Equal(2, (await Run(arguments)).Code);

    private static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "faubourg.dll"))) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, troubles) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await said + await troubles);
    }
}
