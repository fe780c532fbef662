using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Files;

namespace Faubourg.Verify.Draws;

/// <summary>
/// Reads what draws are published as: the bare transcript, a page of text around it (the protocol's own test vector is one),
/// or the JSON of our draw pages.
/// </summary>
internal static partial class TranscriptFile
{
    /// <summary>No draw comes near: 1,000 seats with a line each.</summary>
    private const int LongestFile = 4 << 20;

    /// <exception cref="UsageException">No such file, or no transcript in it.</exception>
    public static Transcript Read(string path)
    {
        var bytes = GivenFile.Bytes(path, LongestFile);
        // A byte order mark is none of its letters.
        return Parse(Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes));
    }

    public static Transcript Parse(string text) => text.TrimStart().StartsWith('{') ? FromJson(text) : FromText(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    private static Transcript FromText(string text)
    {
        var lines = text.Split('\n');
        var start = Array.IndexOf(lines, "vl1");
        if (start < 0) throw new UsageException("There is no line “vl1” in the file: it holds no transcript.");
        var body = lines.Skip(start).TakeWhile(line => line.Length > 0 && !line.StartsWith("```", StringComparison.Ordinal)).ToArray();
        return Around(lines, new Transcript(string.Concat(body.Select(line => line + "\n"))));
    }

    /// <summary>What a page says beside the transcript: fingerprints, commitments, the seed, who could be called.</summary>
    private static Transcript Around(string[] lines, Transcript transcript)
    {
        var commitments = lines.Select(l => Sealed().Match(l)).Where(m => m.Success).Select(m => $"{m.Groups[1].Value};{m.Groups[2].Value}").ToArray();
        var eligible = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        var tickets = new Dictionary<string, IReadOnlyDictionary<int, int>>(StringComparer.Ordinal);
        foreach (var match in lines.Select(l => EligibleLine().Match(l)).Where(m => m.Success))
        {
            // A page may show a role twice, with other tickets; the first is the draw.
            if (!eligible.TryAdd(match.Groups[1].Value, Lists.Numbers(match.Groups[2].Value, "eligible"))) continue;
            tickets[match.Groups[1].Value] = Lists.Tickets(match.Groups[3].Value);
        }

        return transcript with
        {
            Roll = [.. lines.Where(l => l.StartsWith("roll ", StringComparison.Ordinal)).Select(l => l["roll ".Length..])],
            Commitments = commitments,
            ClaimedRoll = After(lines, "roll_fp "),
            ClaimedCommits = After(lines, "com_fp "),
            ClaimedSeed = After(lines, "seed "),
            Eligible = eligible,
            Tickets = tickets,
        };
    }

    private static string? After(string[] lines, string word) =>
        lines.FirstOrDefault(l => l.StartsWith(word, StringComparison.Ordinal))?[word.Length..].Trim();

    private static Transcript FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var draw = json.RootElement;
            if (Word(draw, "transcript") is not { } transcript) throw new UsageException("This draw has no transcript: its numbers came from a hat.");
            var doubled = draw.TryGetProperty("doubled", out var two) ? two.EnumerateArray().ToDictionary(n => n.GetInt32(), _ => 2) : [];
            return new Transcript(transcript)
            {
                Roll = draw.TryGetProperty("roll", out var roll) ? [.. roll.EnumerateArray().Select(Line)] : [],
                Commitments = draw.TryGetProperty("commitments", out var commitments) ? [.. commitments.EnumerateArray().Select(Line)] : [],
                Signature = draw.TryGetProperty("beacon", out var beacon) && beacon.ValueKind == JsonValueKind.Object ? Word(beacon, "signature") : null,
                ClaimedRoll = Word(draw, "roll_sha256"),
                ClaimedCommits = Word(draw, "commitments_sha256"),
                ClaimedSeed = Word(draw, "seed"),
                Eligible = draw.TryGetProperty("eligible", out var hats)
                    ? hats.EnumerateObject().ToDictionary(h => RoleName(h.Name), h => (IReadOnlyList<int>)[.. h.Value.EnumerateArray().Select(n => n.GetInt32())])
                    : [],
                Tickets = new Dictionary<string, IReadOnlyDictionary<int, int>> { ["facilitator"] = doubled },
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UsageException($"The file is no draw in JSON: {broken.Message}");
        }
    }

    private static string? Word(JsonElement draw, string name) =>
        draw.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(JsonElement line) => line.GetString() ?? throw new FormatException("a line is missing");

    /// <summary>JSON writes roles as it likes; tickets write them with a dash.</summary>
    private static string RoleName(string name) => name.Replace('_', '-').ToLower(CultureInfo.InvariantCulture);

    /// <summary>What a device committed to, whether it showed it or not.</summary>
    [GeneratedRegex("^(?:nonce (?=[0-9]+ [0-9a-f])|missing (?=[0-9]+ commit))([0-9]+) (?:[0-9a-f]{64} )?commit ([0-9a-f]{64})$")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"^([a-z][a-z-]*) eligible \[([0-9, ]*)\] tickets \{([0-9,: ]*)\}$")]
    private static partial Regex EligibleLine();
}
