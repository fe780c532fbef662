using System.Globalization;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Draws;

namespace Faubourg.Verify.Draws;

/// <summary>A draw as published: what is hashed into the seed, and what else stood in the file, to be held against it.</summary>
/// <param name="Text">The transcript, from <c>vl1</c> to its last line, each ended by LF.</param>
internal sealed record Transcript(string Text)
{
    /// <summary>The closed roll's lines, where the file has them.</summary>
    public IReadOnlyList<string> Roll { get; init; } = [];

    /// <summary>Lines <c>number;commitment</c>, where the file has them.</summary>
    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>Values that the file claims: the hash of the roll, of the commitments, the seed.</summary>
    public string? ClaimedRoll { get; init; }

    public string? ClaimedCommits { get; init; }

    public string? ClaimedSeed { get; init; }

    /// <summary>The signature of the beacon's round, where the file has it.</summary>
    public string? Signature { get; init; }

    /// <summary>Who could be called for a role, where the file says so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Eligible { get; init; } = new Dictionary<string, IReadOnlyList<int>>();

    /// <summary>More than one ticket, by role and number, where the file says so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, int>> Tickets { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<int, int>>();

    public string Seed => Hash.Of(Text);

    /// <summary>Parted once: they are asked for at each of themselves.</summary>
    public IReadOnlyList<string[]> Lines { get; } = [.. Text.TrimEnd('\n').Split('\n').Select(line => line.Split(';'))];

    public string? Value(string name) => Lines.FirstOrDefault(parts => parts[0] == name) is { Length: > 1 } line ? line[1] : null;

    /// <summary>Numbers of those whose device took part.</summary>
    public IEnumerable<int> Committed => Lines
        .Where(parts => parts[0] is "reveal" or "missing" && parts.Length > 1)
        .Select(parts => int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>What does not fit together, in words; nothing when all does.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var line in Lines.Skip(1))
            if (!IsLine(line))
                yield return $"the transcript has a line that VL1 does not know: {Short(string.Join(';', line))}";
        if (!IsInOrder()) yield return "the lines of the transcript are not those of VL1, in its order: draw, roll, commits, reveal, missing, and then the numbers";
        var roll = Value("roll");
        if (Roll.Count > 0 && Hash.Of(Joined(Roll)) != roll) yield return "the roll in the file is not the one that the transcript names";
        if (ClaimedRoll is { } claimed && claimed != roll) yield return "the roll's fingerprint is not the one in the transcript";
        var commits = Value("commits");
        if (Commitments.Count > 0 && Hash.Of(Joined(Commitments)) != commits) yield return "the commitments in the file are not those that the transcript names";
        if (ClaimedCommits is { } others && others != commits) yield return "the commitments' fingerprint is not the one in the transcript";
        foreach (var fault in Unkept()) yield return fault;
        foreach (var line in Lines.Where(parts => parts is ["drand", _, _, _]))
            if (Faulty(line) is { } fault) yield return fault;
        if (ClaimedSeed is { } seed && seed != Seed) yield return "the seed in the file is not the hash of the transcript";
    }

    /// <summary>Every nonce must be the one that its device committed to before: <c>SHA-256("vl1|commit|draw|number|nonce")</c>.</summary>
    private IEnumerable<string> Unkept()
    {
        if (Commitments.Count == 0) yield break;
        var promised = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Commitments)
            if (line.Split(';') is not [var number, var hash] || !promised.TryAdd(number, hash))
                yield return $"a commitment is not a number and a hash, or stands there twice: {Short(line)}";
        var told = Lines.Where(parts => parts is ["reveal", _, _] or ["missing", _]).Select(parts => parts[1]).Order(StringComparer.Ordinal);
        if (!told.SequenceEqual(promised.Keys.Order(StringComparer.Ordinal))) yield return "those who revealed or are missing are not those who committed";
        var draw = Value("draw");
        foreach (var line in Lines.Where(parts => parts is ["reveal", _, _]))
            if (promised.GetValueOrDefault(line[1]) != Hash.Of($"vl1|commit|{draw}|{line[1]}|{line[2]}"))
                yield return $"number {line[1]} revealed another nonce than it committed to";
    }

    private string? Faulty(string[] drand)
    {
        if (drand[1] != Beacon.Chain) return "the beacon is not the one that this program knows";
        if (Signature is not { } signature || !IsNumber(drand[2])) return null;
        var round = long.Parse(drand[2], NumberStyles.None, CultureInfo.InvariantCulture);
        return Beacon.Verify(round, signature) == drand[3] ? null : $"the signature in the file is not the beacon's of round {round}";
    }

    private static readonly string[] Kinds = ["draw", "roll", "commits", "reveal", "missing", "dice", "slips", "drand"];

    private const int Numbers = 5;

    /// <summary>Each of the first three once, then who revealed and who is missing, ascending, then at least one way of making numbers.</summary>
    private bool IsInOrder()
    {
        var lines = Lines.Skip(1).Select(parts => (Kind: Array.IndexOf(Kinds, parts[0]), Who: parts.Length > 1 && parts[0] is "reveal" or "missing" && int.TryParse(parts[1], out var who) ? who : 0)).ToArray();
        return lines.Length > 3 && lines[^1].Kind >= Numbers && lines.Take(4).Select((line, n) => n < 3 ? line.Kind == n : line.Kind > 2).All(fits => fits)
            && lines.Zip(lines.Skip(1)).All(pair => pair.First.Kind < pair.Second.Kind || pair.First.Kind == pair.Second.Kind && pair.First.Who < pair.Second.Who);
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private static bool IsLine(string[] parts) => parts switch
    {
        ["draw", { Length: > 0 }] => true,
        ["roll" or "commits", var hash] => IsHex(hash),
        ["reveal", var number, var nonce] => IsNumber(number) && IsHex(nonce),
        ["missing", var number] => IsNumber(number),
        ["dice", var digits] => digits.Length > 0 && digits.All(d => d is >= '1' and <= '6'),
        ["slips", .. var groups] => groups.Length > 0 && groups.All(IsNumber),
        ["drand", var chain, var round, var randomness] => IsHex(chain) && IsNumber(round) && IsHex(randomness),
        _ => false,
    };

    private static bool IsHex(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsNumber(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    private static string Joined(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append('\n');
        return text.ToString();
    }
}
