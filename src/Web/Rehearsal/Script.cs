using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Faubourg.Web.Rehearsal;

/// <summary>An evening written down, to be played: <c>docs/formats/rehearsal.md</c>.</summary>
/// <param name="Format">1.</param>
/// <param name="Title">What the evening is about.</param>
/// <param name="Quarter">The neighbourhood it is played in.</param>
/// <param name="Cast">Everybody who plays, by first name, with or without a phone.</param>
/// <param name="Play">What they do, in order.</param>
/// <param name="Ends">How the minutes must read afterwards.</param>
/// <param name="Then">What follows, days and months later, in its order.</param>
public sealed record Script(
    int Format,
    string Title,
    Setting Quarter,
    ImmutableArray<string> Cast,
    ImmutableArray<Line> Play,
    Ends Ends,
    ImmutableArray<Part>? Then = null)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>When each line of the evening is due, from the council's start.</summary>
    [JsonIgnore]
    public ImmutableArray<Duration> Times { get; internal init; } = [];

    /// <summary>The evening, and what follows it.</summary>
    [JsonIgnore]
    public IEnumerable<Part> Parts => [new Part(0, Play, Ends) { Times = Times }, .. Then ?? []];

    /// <summary>How many lines there are in all.</summary>
    [JsonIgnore]
    public int Length => Parts.Sum(part => part.Play.Length);

    /// <exception cref="JsonException">Not a script; the message says where.</exception>
    public static Script Read(Stream json)
    {
        var script = JsonSerializer.Deserialize<Script>(json, Strict) ?? throw new JsonException("The file is empty.");
        if (script.Format != 1) throw new JsonException("The format must be 1.");
        if (script.Cast.IsDefaultOrEmpty || script.Play.IsDefaultOrEmpty) throw new JsonException("A script needs a cast and a play.");
        if (script.Cast.Distinct(StringComparer.Ordinal).Count() < script.Cast.Length) throw new JsonException("Two of the cast have one name.");
        var number = 0;
        foreach (var line in script.Parts.SelectMany(part => part.Play)) Check(script, line, ++number);
        return script with { Times = Timed(script.Play, 0), Then = script.Then is { } then ? Timed(script, then) : null };
    }

    private static void Check(Script script, Line line, int number)
    {
        var named = line.Who.Concat(line.Except ?? []).Append(line.For ?? script.Cast[0]);
        foreach (var who in named.Where(who => !who.StartsWith('$') && !script.Cast.Contains(who, StringComparer.Ordinal)))
            throw new JsonException($"Line {number}: {who} is not in the cast.");
        if (Forms.All.All(form => form.Name != line.Do)) throw new JsonException($"Line {number}: there is no act called {line.Do}.");
    }

    private static ImmutableArray<Part> Timed(Script script, ImmutableArray<Part> then)
    {
        var (parts, before, day) = (ImmutableArray.CreateBuilder<Part>(then.Length), script.Play.Length, 0);
        foreach (var part in then)
        {
            if (part.After < day) throw new JsonException($"Line {before + 1}: day {part.After} is before day {day}.");
            if (part.Play.IsDefaultOrEmpty) throw new JsonException($"Line {before + 1}: nothing is played on day {part.After}.");
            parts.Add(part with { Times = Timed(part.Play, before) });
            (before, day) = (before + part.Play.Length, part.After);
        }

        return parts.MoveToImmutable();
    }

    /// <param name="before">Lines of the script before these.</param>
    private static ImmutableArray<Duration> Timed(ImmutableArray<Line> play, int before)
    {
        var times = ImmutableArray.CreateBuilder<Duration>(play.Length);
        for (var i = 0; i < play.Length; i++)
        {
            var at = play[i].At is { } written ? Parse(written, before + i + 1) : times.LastOrDefault();
            if (i > 0 && at < times[i - 1]) throw new JsonException($"Line {before + i + 1}: {play[i].At} is earlier than the line before.");
            times.Add(at);
        }

        return times.MoveToImmutable();
    }

    private static Duration Parse(string at, int number)
    {
        var seconds = 0;
        foreach (var part in at.TrimStart('-').Split(':'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 9999)
                throw new JsonException($"Line {number}: “{at}” is not a time such as -5:00, 12:30 or 1:02:30.");
            seconds = seconds * 60 + value;
        }

        return Duration.FromSeconds(at.StartsWith('-') ? -seconds : seconds);
    }
}

/// <param name="Languages">ISO 639 codes, the neighbourhood's own first.</param>
public sealed record Setting(string Name, string Place, string Zone, ImmutableArray<string> Languages, string? Horizon = null);

/// <summary>What follows an evening: on a later day, at the same time of day by the clocks of the place.</summary>
/// <param name="After">Days after the first council. Never fewer than in the part before.</param>
/// <param name="Play">What they do, in order. Whoever convenes opens another council: from then on it is the one that is meant.</param>
/// <param name="Ends">How it must be afterwards.</param>
public sealed record Part(int After, ImmutableArray<Line> Play, Ends? Ends = null)
{
    /// <summary>When each line is due, from that time of that day.</summary>
    [JsonIgnore]
    public ImmutableArray<Duration> Times { get; internal init; } = [];
}

/// <summary>One act of one neighbour, or the same act of several.</summary>
/// <param name="Who">Names of the cast; <c>$seated</c>, <c>$facilitator</c>, <c>$companion</c>, …</param>
/// <param name="Do">The name of a form, e.g. <c>council.convene</c>.</param>
/// <param name="At">When, from the council's start: <c>-mm:ss</c>, <c>mm:ss</c> or <c>h:mm:ss</c>; absent: right after the line before.</param>
/// <param name="Except">Of <c>$seated</c>, all but these.</param>
/// <param name="With">The form's fields, and what its address needs. Values that begin with $ are filled in.</param>
/// <param name="For">Who sits down beside this phone; they play with its holder's phone from then on.</param>
/// <param name="NewPhone">From this line on they act with another phone.</param>
/// <param name="Keep">Remembers what the act made (a proposal, a task) under this name, for <c>$name</c> later.</param>
/// <param name="Refused">The refusal that must come; absent: the act must be accepted.</param>
/// <param name="Unless">A refusal that may come as well.</param>
/// <param name="Note">For people who read or watch.</param>
/// <param name="See">An address of the neighbourhood where a watcher sees what came of it.</param>
public sealed record Line(
    [property: JsonConverter(typeof(OneOrMany))] ImmutableArray<string> Who,
    string Do,
    string? At = null,
    ImmutableArray<string>? Except = null,
    ImmutableDictionary<string, JsonElement>? With = null,
    string? For = null,
    bool NewPhone = false,
    string? Keep = null,
    string? Refused = null,
    string? Unless = null,
    string? Note = null,
    string? See = null);

/// <summary>How it must be afterwards: the minutes, and what grew from them.</summary>
/// <param name="Outcome">decided, no-decision, called-off or nobody-came; of a part without a council nothing.</param>
/// <param name="Decision">The words decided.</param>
/// <param name="Tasks">How many tasks were written.</param>
/// <param name="Taken">How many of them somebody took.</param>
/// <param name="Gain">What was gained, in words.</param>
/// <param name="Wall">How many proposals were left on the wall.</param>
/// <param name="Shown">Addresses of the quarter, and what their JSON must say there; what is not named may be anything.</param>
public sealed record Ends(
    string? Outcome = null,
    string? Decision = null,
    int? Tasks = null,
    int? Taken = null,
    string? Gain = null,
    int? Wall = null,
    ImmutableDictionary<string, JsonElement>? Shown = null);

/// <summary><c>"Amina"</c> or <c>["Amina", "Benoît"]</c>.</summary>
internal sealed class OneOrMany : JsonConverter<ImmutableArray<string>>
{
    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? [reader.GetString()!]
            : [.. JsonSerializer.Deserialize<string[]>(ref reader, options)!];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
