using System.Text.Json;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Draws;
using Faubourg.Verify.Tests.Street;
using Faubourg.Web.Councils;

namespace Faubourg.Verify.Tests;

/// <summary>The protocol's published vector, byte for byte, and draws of our own.</summary>
public sealed class DrawTests
{
    private const string Seed = "775c54468d7e8647d4af1284646f5fb92899d2be6238e6ff4dcf05c0ee34a66c";

    private static readonly string Vector = Path.Combine(AppContext.BaseDirectory, "Samples", "vl1-test-vector.txt");

    [Theory]
    [InlineData("facilitator", "", "", "4,5,1,8,7,2,3,6")]
    [InlineData("facilitator", "1,3,4,5,6,7,8", "5:3,7:3", "4,5,1,8,7,3,6")]
    [InlineData("spokesperson", "1,2,3,4,5,6,7,8", "", "1,5,7,2,8,3,4,6")]
    public void The_published_vector_comes_out(string role, string eligible, string tickets, string order)
    {
        List<string> words = ["draw", Vector, "--role", role, "--json"];
        if (eligible.Length > 0) words.AddRange(["--eligible", eligible]);
        if (tickets.Length > 0) words.AddRange(["--tickets", tickets]);
        Assert.Equal((0, $"{{\"seed\":\"{Seed}\",\"order\":[{order}]}}"), Run([.. words]));
    }

    [Fact]
    public void Every_ticket_of_the_vector_is_printed_as_published()
    {
        var said = Run("draw", Vector, "--role", "facilitator").Said;
        foreach (var line in File.ReadLines(Vector).Where(l => l.StartsWith("    ", StringComparison.Ordinal)).Take(8))
            Assert.Contains(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], said);
    }

    [Theory]
    [InlineData("dice;35142662134531612564", "dice;35142662134531612565")]
    [InlineData("missing;3", "missing;2")]
    [InlineData("reveal;1;ea19", "reveal;1;ea18")]
    [InlineData("roll_fp 730b", "roll_fp 730c")]
    [InlineData("com_fp 8df5", "com_fp 8df6")]
    public void A_vector_with_another_byte_does_not_fit_together(string was, string becomes)
    {
        var text = File.ReadAllText(Vector);
        Assert.Contains(was, text);
        Assert.NotEmpty(TranscriptFile.Parse(text.Replace(was, becomes, StringComparison.Ordinal)).Faults());
        Assert.Empty(TranscriptFile.Parse(text).Faults());
    }

    [Fact]
    public void A_draw_of_ours_comes_out_as_the_rules_had_it()
    {
        Quarter? last = null;
        Draw? draw = null;
        var lane = default(Lane);
        lane = new Lane(Records.Key, (happened, _) =>
        {
            if (happened is RoleCalled called) last = lane!.Quarter with { };
            if (last is not null) draw ??= last.Councils.Values.Last().Draws[^1];
        });
        lane.Evening();
        var proof = new Proof(last!, last!.Councils.Values.Last(), draw!);
        Fits(TranscriptFile.Parse(Json(proof)), draw!);
        Fits(TranscriptFile.Parse(DrawText.Of(proof)), draw!);
    }

    private static void Fits(Transcript transcript, Draw draw)
    {
        Assert.Empty(transcript.Faults());
        Assert.Equal(draw.Seed, transcript.Seed);
        foreach (var (role, order) in draw.Orders)
        {
            var name = Vl1.NameOf(role);
            var ours = Vl1.Order(transcript.Seed, name, transcript.Eligible[name], transcript.Tickets.GetValueOrDefault(name) ?? new Dictionary<int, int>());
            Assert.Equal(order, ours.Select(called => called.Number));
        }
    }

    /// <summary>As the address of the draw answers a program.</summary>
    private static string Json(Proof proof)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            DrawJson.Whole(json, proof);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    private static (int Code, string Said) Run(params string[] words)
    {
        using var told = new StringWriter();
        return (CommandLine.Run(words, new Terminal(TextReader.Null, told, TextWriter.Null, false)), told.ToString().TrimEnd());
    }
}
