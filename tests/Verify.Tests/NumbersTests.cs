using System.Text.Json;
using Faubourg.Domain.Projects;
using Faubourg.Verify.Commands;
using NodaTime;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>What a stranger counts from a record's entries alone.</summary>
public sealed class NumbersTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-numbers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_numbers_of_an_evening_are_counted_from_its_entries()
    {
        Records.Council().Files().Save(folder);
        var (code, said) = Run("numbers", folder, "--json", "--at", "2100-01-01T00:00:00Z");
        Assert.Equal(CommandLine.Sound, code);
        using var json = JsonDocument.Parse(said);
        var councils = json.RootElement.GetProperty("councils");
        Assert.Equal((1, 1, 1), (councils.GetProperty("convened").GetInt32(), councils.GetProperty("held").GetInt32(), councils.GetProperty("decided").GetInt32()));
        Assert.Equal("2100-01-01T00:00:00Z", json.RootElement.GetProperty("at").GetString());
        var project = Assert.Single(json.RootElement.GetProperty("projects").EnumerateArray());
        Assert.Equal("expired", project.GetProperty("state").GetString());
    }

    [Fact]
    public void They_are_told_to_people_too_and_a_time_that_is_none_is_refused()
    {
        Records.Council().Files().Save(folder);
        Assert.Contains("councils: convened 1, held 1, decided 1", Run("numbers", folder).Said, StringComparison.Ordinal);
        Assert.Equal(CommandLine.WrongUsage, Run("numbers", folder, "--at", "soon").Code);
    }

    [Fact]
    public void Nothing_is_counted_in_a_record_that_is_broken()
    {
        Records.Council().Files().Save(folder);
        var file = Directory.GetFiles(Path.Combine(folder, "tile", "entries"), "*", SearchOption.AllDirectories)[0];
        var bytes = File.ReadAllBytes(file);
        bytes[^3] ^= 1;
        File.WriteAllBytes(file, bytes);
        var (code, said) = Run("numbers", folder, "--json");
        Assert.Equal(CommandLine.Broken, code);
        Assert.DoesNotContain("\"councils\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_follow_is_a_finding_and_nobody_stumbles_over_it_while_counting()
    {
        var recorder = Records.Council();
        recorder.Write(new ProjectFinished(99), Records.Now - Duration.FromDays(1));
        recorder.Files().Save(folder);
        var (code, said) = Run("numbers", folder, "--json");
        Assert.Equal(CommandLine.Broken, code);
        Assert.Contains("BROKEN", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("-9998-01-01T00:00:00Z")]
    public void At_either_end_of_all_times_nothing_is_counted(string at)
    {
        Records.Council().Files().Save(folder);
        Assert.Equal(CommandLine.WrongUsage, Run("numbers", folder, "--at", at).Code);
    }

    [Fact]
    public void A_rehearsal_in_the_last_hour_of_all_is_not_counted_and_ends_in_a_sentence()
    {
        Records.FoundedAtTheEndOfTime().Save(folder);
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Broken, CommandLine.Run(["numbers", folder], new Terminal(TextReader.Null, TextWriter.Null, told, false)));
        Assert.Contains("times after which there are none", told.ToString(), StringComparison.Ordinal);
    }

    private static (int Code, string Said) Run(params string[] words)
    {
        using var told = new StringWriter();
        return (CommandLine.Run(words, new Terminal(TextReader.Null, told, TextWriter.Null, false)), told.ToString());
    }
}
