using System.Text;
using System.Text.Json;
using Faubourg.Web.Rehearsal;
using Repository = Faubourg.Server.Tests.Web.Repository;

namespace Faubourg.Server.Tests.Rehearsal;

public sealed class ScriptTests
{
    public static TheoryData<string> Written => [.. Directory.GetFiles(Path.Combine(Repository.Root, "rehearsals"), "*.json").Select(path => Path.GetFileName(path))];

    /// <summary>The example of docs/formats/rehearsal.md.</summary>
    internal static string Example
    {
        get
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "rehearsal.md"));
            var from = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
            return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
        }
    }

    internal static Script Read(string json) => Script.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_evening_in_the_folder_is_read(string file)
    {
        using var json = File.OpenRead(Path.Combine(Repository.Root, "rehearsals", file));
        Assert.NotEmpty(Script.Read(json).Play);
    }

    [Fact]
    public void Every_evening_that_ships_is_in_the_folder() =>
        Assert.Equal(Evenings.Shipped.Select(name => name + ".json").Order(), Written.Select(row => row.Data).Order());

    [Fact]
    public void The_example_of_the_format_page_is_read() => Assert.Equal("Who waters the trees?", Read(Example).Title);

    [Fact]
    public void The_format_page_names_every_field()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "rehearsal.md"));
        var fields = new[] { typeof(Script), typeof(Setting), typeof(Line), typeof(Part), typeof(Ends) }
            .SelectMany(type => type.GetConstructors().MaxBy(made => made.GetParameters().Length)!.GetParameters())
            .Select(field => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name!));
        Assert.All(fields, field => Assert.Contains($"`{field}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"title\"", "\"titel\"")]
    [InlineData("\"format\": 1,", "\"format\": 1, \"format\": 1,")]
    [InlineData("\"format\": 1,", "\"format\": 2,")]
    [InlineData("\"do\": \"room.door\"", "\"do\": \"room.window\"")]
    [InlineData("\"who\": \"Ada\", \"do\": \"room.door\"", "\"who\": \"Zoe\", \"do\": \"room.door\"")]
    [InlineData("\"at\": \"-4:00\"", "\"at\": \"-6:00\"")]
    [InlineData("\"at\": \"-4:00\"", "\"at\": \"soon\"")]
    [InlineData("\"cast\": [\"Ada\",", "\"cast\": [\"Ada\", \"Ada\",")]
    public void What_is_not_a_script_is_refused(string written, string instead)
    {
        Assert.Contains(written, Example, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Read(Example.Replace(written, instead, StringComparison.Ordinal)));
    }
}
