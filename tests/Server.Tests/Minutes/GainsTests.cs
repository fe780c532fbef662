using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Server.Tests.Minutes;

/// <summary>An evening that gained three things says all three, wherever its minutes are.</summary>
public sealed class GainsTests
{
    private static readonly string[] Gained = ["One bench for everybody.", "A drill of our own.", "Uma can saw now."];

    [Fact]
    public void Every_gain_stands_in_every_kind_of_minutes()
    {
        var (view, telling) = (Evening().View(), Evenings.In("en"));
        var markdown = Markdown.Of(view, telling, Evenings.Address);
        Assert.All(Gained, gain => Assert.Contains(gain, markdown, StringComparison.Ordinal));
        var row = Assert.Single(Poster.Of(view, telling).Rows, row => row.Label == telling.Words["minutes.poster.gained"]);
        Assert.Equal("Something held in common · space: 6 seats. One bench for everybody; Something held in common · repair. A drill of our own; A skill learnt · knowledge. Uma can saw now", row.Text);
        Assert.Equal(Gained, Json(view).EnumerateArray().Select(gain => gain.GetProperty("what").GetProperty("text").GetString()));
    }

    [Fact]
    public void With_chalk_they_are_one_list_that_still_fits()
    {
        var lines = Chalk.Of(Evening().View(), Evenings.In("en"), "faubourg.example/q/rue-des-lilas/1");
        Assert.Contains("Gained: One bench for everybody; A drill", lines);
        Assert.Contains("of our own; Uma can saw now", lines);
        Assert.InRange(lines.Count, 1, Chalk.Lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, Chalk.Letters));
    }

    private static Quarter Evening() => new PublicEvent[]
    {
        new GainClaimed(1, GainKind.HeldInCommon, GainDomain.Repair, null, Text.Of(Gained[1]), null),
        new GainClaimed(1, GainKind.SkillLearnt, GainDomain.Knowledge, null, Text.Of(Gained[2]), null),
    }.Aggregate(Evenings.Bench(), (quarter, leaf) => Rules.Evolve(quarter, leaf, Evenings.End));

    private static JsonElement Json(MinutesView view)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            MinutesJson.Write(json, view, Evenings.Address);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("gains");
    }
}
