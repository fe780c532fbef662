using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Server.Tests.Minutes;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# big", @"\# big")]
    [InlineData("- a list", @"\- a list")]
    [InlineData("1. a list", @"1\. a list")]
    [InlineData("*loud* and _soft_", @"\*loud\* and \_soft\_")]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert(1)\</script\>")]
    [InlineData("[click](https://evil.example)", @"\[click\](https\://evil.example)")]
    [InlineData("![x](y)", @"\!\[x\](y)")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("a@b.example", @"a\@b.example")]
    [InlineData("&lt;", @"\&lt;")]
    [InlineData("two\nlines", "two lines")]
    [InlineData(@"a \ b `code`", @"a \\ b \`code\`")]
    public void What_neighbours_write_is_never_markup(string given, string written) => Assert.Equal(written, Markdown.Escape(given));

    [Fact]
    public void Undoing_the_backslashes_gives_back_what_was_written() => Gen.String.Sample(text =>
    {
        var line = text.ReplaceLineEndings(" ");
        var undone = new StringBuilder();
        var written = Markdown.Escape(text);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '\\') i++;
            undone.Append(written[i]);
        }

        Assert.Equal(line, undone.ToString());
    });

    [Fact]
    public void The_whole_evening_is_there()
    {
        var text = Markdown.Of(Evenings.Bench().View(), Evenings.In("en"), Evenings.Address);
        Assert.StartsWith("# We mend the bench ourselves on Saturday.\n", text, StringComparison.Ordinal);
        foreach (var part in new[]
        {
            "Rue des Lilas · Council 1 · Sunday 22 November 2026, 19:00 to 19:50",
            "before the draw: 10 to 19 neighbours",
            "dice 3 5 1 4 2 6 6 2",
            "Decided by consent, round 2: 11 yes, 1 gave no answer.",
            "- **A, round 1** No oil near the sandpit. (built into the wording)",
            "- [ ] Planks (Amira, by Wednesday 25 November)",
            "- [ ] Soup for all (open: take it)",
            "Something held in common · space: 6 seats. One bench for everybody.",
            "one word each: lighter, hungry, again",
            "- **B** A longer bench with a table. (asks for permission; Left on the wall)",
            $"<{Evenings.Address}>",
        }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_French_nothing_of_ours_stays_English()
    {
        var text = Markdown.Of(Evenings.Bench().View(), Evenings.In("fr"), Evenings.Address);
        Assert.Contains("## Qui fait quoi", text, StringComparison.Ordinal);
        Assert.Contains("dés 3 5 1 4 2 6 6 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[minutes.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_says_what_is_kept_back_and_what_is_gone()
    {
        var from = Evenings.End + NodaTime.Duration.FromHours(12);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            MinutesJson.Write(json, Evenings.Bench(textsFrom: from).View(), Evenings.Address);
            json.WriteEndObject();
        }

        var root = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal("decided", root.GetProperty("outcome").GetString());
        Assert.Equal("We mend the bench ourselves on Saturday.", root.GetProperty("decision").GetProperty("what").GetProperty("text").GetString());
        Assert.Equal("2026-11-23T06:50:00Z", root.GetProperty("gain").GetProperty("what").GetProperty("kept_back_until").GetString());
        Assert.Equal(10, root.GetProperty("heads_at_deciding").GetProperty("from").GetInt32());
    }

    [Fact]
    public void The_feed_entry_is_xml_whatever_was_typed()
    {
        var quarter = Evenings.Told(
            Evenings.Convened("Who <mends> & \uFFFE the bench?"),
            new CouncilDissolved(1, Outcome.NoDecision, Ending.Closing, Evenings.End, null));
        var written = new StringBuilder();
        using (var xml = XmlWriter.Create(written)) MinutesEntry.Write(xml, quarter.View(), Evenings.In("en"), Evenings.Address);
        XNamespace atom = MinutesEntry.Atom;
        var entry = XDocument.Parse(written.ToString()).Root!;
        Assert.Equal("Who <mends> & \uFFFD the bench? → We did not agree tonight. That is a result.", entry.Element(atom + "title")!.Value);
        Assert.Equal("tag:faubourg.example,2026:faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4/1", entry.Element(atom + "id")!.Value);
    }
}
