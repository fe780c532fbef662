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

    [Theory]
    [InlineData("vl1\n", "the lines of the transcript")]
    [InlineData("vl1\ndraw;x/1/1\nroll;e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", "the lines of the transcript")]
    [InlineData("vl1\nthief;1\n", "does not know: thief;1")]
    [InlineData("vl1\nmissing;99999999999999999999\n", "does not know")]
    public void What_only_looks_like_a_transcript_is_refused_in_a_sentence(string text, string why)
    {
        var (code, said) = Told(text);
        Assert.Equal(1, code);
        Assert.Contains(why, said);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("some page or other", "holds no transcript")]
    [InlineData("{\"transcript\":", "no draw in JSON")]
    [InlineData("{\"transcript\":\"vl1\\n\",\"doubled\":[1,1]}", "no draw in JSON")]
    [InlineData("{\"transcript\":\"vl1\\n\",\"commitments\":3}", "no draw in JSON")]
    [InlineData("{\"transcript\":\"vl1\\n\",\"commitments\":[null]}", "no draw in JSON")]
    [InlineData("{\"way\":\"hat\",\"transcript\":null}", "came from a hat")]
    public void Rubbish_is_refused_in_a_sentence(string text, string why)
    {
        var (code, said) = Told(text);
        Assert.Equal(2, code);
        Assert.Contains(why, said);
    }

    [Fact]
    public void Line_ends_of_another_machine_change_nothing_and_neither_does_what_stands_around()
    {
        var text = File.ReadAllText(Vector);
        Assert.Equal(Seed, TranscriptFile.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Seed);
        var bare = text[text.IndexOf("vl1\n", StringComparison.Ordinal)..(text.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var (code, said) = Told(bare, "--role", "facilitator", "--eligible", "1,2,3,4,5,6,7,8", "--json");
        Assert.Equal((0, $"{{\"seed\":\"{Seed}\",\"order\":[4,5,1,8,7,2,3,6]}}"), (code, said.Trim()));
    }

    [Theory]
    [InlineData("reveal;1;", "1;", "revealed another nonce")]
    [InlineData("\"commitments\":[\"1;", "\"commitments\":[\"1;00\",\"1;", "stands there twice")]
    [InlineData("drand;52db9ba7", "drand;52db9ba8", "not the one that this program knows")]
    public void Commitments_reveals_and_the_beacon_of_a_draw_page_are_held_against_one_another(string was, string becomes, string why)
    {
        var good = Page(Of123);
        Assert.Contains(was, good);
        Assert.Equal(0, Told(good, "--role", "facilitator", "--eligible", "1,2").Code);
        var bad = was.StartsWith("reveal", StringComparison.Ordinal) ? good.Replace(good.Substring(good.IndexOf(was, StringComparison.Ordinal) + 9, 8), "00000000", StringComparison.Ordinal) : good.Replace(was, becomes, StringComparison.Ordinal);
        var (code, said) = Told(bad, "--role", "facilitator", "--eligible", "1,2");
        Assert.Equal(1, code);
        Assert.Contains(why, said);
        Assert.Contains("not the beacon's of round 123", Told(Page(new string('a', 96)), "--role", "facilitator", "--eligible", "1,2").Said);
    }

    [Fact]
    public void Whoever_made_the_file_does_not_make_us_hash_for_an_hour()
    {
        var many = string.Join(',', Enumerable.Range(1, 2000).Select(n => $"{n}:1000"));
        var (code, said) = Told(Page(Of123), "--role", "facilitator", "--eligible", "1,2", "--tickets", many);
        Assert.Equal(2, code);
        Assert.Contains("tickets", said);
    }

    private const string Of123 = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

    /// <summary>As a draw's page answers a program: two committed, the second withheld, round 123.</summary>
    private static string Page(string signature)
    {
        const string Name = "here/1/1";
        var nonce = Domain.Hash.Of("nonce");
        string[] roll = ["1;blue-heron", "2;red-wren"], commitments = [$"1;{Phases.CommitmentOf(Name, 1, nonce)}", $"2;{Domain.Hash.Of("withheld")}"];
        var randomness = "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc";
        var transcript = Vl1.Transcript(Name, roll, commitments, new Dictionary<int, string> { [1] = nonce }, [$"drand;{Beacon.Chain};123;{randomness}"]);
        return JsonSerializer.Serialize(new
        {
            roll,
            roll_sha256 = Domain.Hash.Of(Vl1.Roll(roll)),
            commitments,
            commitments_sha256 = Domain.Hash.Of(Vl1.Roll(commitments)),
            beacon = new { chain = Beacon.Chain, round = 123, randomness, signature },
            transcript,
        });
    }

    private static (int Code, string Said) Told(string text, params string[] words)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            using var told = new StringWriter();
            string[] all = ["draw", file, .. words.Length > 0 ? words : ["--role", "facilitator"]];
            return (CommandLine.Run(all, new Terminal(TextReader.Null, told, told, false)), told.ToString().TrimEnd());
        }
        finally
        {
            File.Delete(file);
        }
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
