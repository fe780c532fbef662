using System.Collections.Frozen;
using System.Globalization;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Jars;
using Faubourg.Ledger;
using Faubourg.Web.Councils.Minutes;
using NodaTime.Text;

namespace Faubourg.Web.Record;

/// <summary>
/// An entry in one plain sentence. The sentences name the fields of the leaf: <c>entry.say.council.convened</c> has <c>{starts_at}</c>.
/// Where a field makes it another story, its value has a sentence of its own: <c>entry.say.task.opened.taken.false</c>.
/// </summary>
public sealed class Sentences(Words words, When when)
{
    private const string None = "none";

    /// <summary>The fields whose values have their own sentences, by type of leaf; one may turn what another turned.</summary>
    public static FrozenDictionary<string, string[]> Turns { get; } = new Dictionary<string, string[]>
    {
        ["quarter.founded"] = ["rehearsal"],
        ["council.convened"] = ["on_paper"],
        ["heads.counted"] = ["step"],
        ["sheet.page"] = ["sheet"],
        ["draw.revealed"] = ["way"],
        ["role.called"] = ["number", "why"],
        ["proposal.made"] = ["touches"],
        ["proposal.set_aside"] = ["ground"],
        ["ballots.counted"] = ["method"],
        ["decision.made"] = ["touches"],
        ["task.opened"] = ["taken"],
        ["task.taken"] = ["helps"],
        ["project.ended"] = ["end"],
        ["jar.moved"] = ["kind"],
        ["leftovers.sent"] = ["to"],
        ["care.held"] = ["ritual"],
        ["council.dissolved"] = ["outcome"],
        ["disclosure.erased"] = ["ground"],
    }.ToFrozenDictionary();

    public string Of(EntryTold entry)
    {
        if (entry.Leaf is not { } leaf || !words.Has(Key(leaf.Type))) return words["entry.say.unknown"];
        var values = leaf.Clear.Where(field => field.Key != "sums").Select(field => (field.Key, (object?)(Amount(leaf, field.Key, field.Value) ?? Value(field.Key, field.Value))))
            .Concat(Texts(entry)).Append(("sums", Sums(leaf))).DistinctBy(value => value.Item1);
        return words[Chosen(leaf), [.. values]];
    }

    /// <summary>A field as people read it.</summary>
    public string Value(string field, LeafValue value) => value switch
    {
        Number number => Figure(field, number.Value),
        Flag flag => words[flag.Value ? "entry.yes" : "entry.no"],
        Word word => Word(field, word.Value),
        Row row => string.Join(", ", row.Items.Select(item => Value(field, item))),
        Fields fields => string.Join(", ", fields.Entries.Select(entry => $"{entry.Key} {Value(entry.Key, entry.Value)}")),
        _ => "",
    };

    /// <summary>What the field is called; its name in the leaf where we have no word for it.</summary>
    public string Label(string field)
    {
        // One of a list: covenant_a, covenant_b, …
        if (field.LastIndexOf('_') is var cut and > 0 && !words.Has("entry.field." + field) && words.Has("entry.field." + field[..cut])) return Label(field[..cut]);
        return words.Has("entry.field." + field) ? words["entry.field." + field] : field;
    }

    /// <summary>The words, or in brackets why they are not here.</summary>
    public string Say(TextTold text) => text switch
    {
        { Standing: TextStanding.Here } => words["entry.quote", ("text", text.Words!.ReplaceLineEndings(" "))],
        { Standing: TextStanding.KeptBack, Until: { } until } => words["entry.waits", ("until", when.Moment(until))],
        { Standing: TextStanding.KeptBack } => words["entry.waits.living"],
        { Standing: TextStanding.Erased } => words["entry.erased"],
        { Standing: TextStanding.Withheld } => words["entry.withheld"],
        _ => words["entry.missing"],
    };

    private static string Key(string type) => "entry.say." + type;

    private string Chosen(Leaf leaf)
    {
        var chosen = Key(leaf.Type);
        foreach (var field in Turns.GetValueOrDefault(leaf.Type, []))
        {
            var turn = $"{chosen}.{field}.{Plain(leaf.Clear.GetValueOrDefault(field))}";
            if (words.Has(turn)) chosen = turn;
        }

        return chosen;
    }

    private static string Plain(LeafValue? value) => value switch
    {
        null => None,
        Flag flag => flag.Value ? "true" : "false",
        Word word => word.Value,
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Every text that the sentence may ask for: those that are gone without a name say so wherever they are asked for.</summary>
    private IEnumerable<(string, object?)> Texts(EntryTold entry)
    {
        var known = entry.Texts.Where(text => text.Name is not null).Select(text => (text.Name!, (object?)Say(text))).ToList();
        var lost = words[entry.Texts.Any(text => text is { Name: null, Standing: TextStanding.Missing }) ? "entry.missing" : "entry.erased"];
        return known.Concat(Asked.Except(known.Select(text => text.Item1)).Select(name => (name, (object?)lost)));
    }

    private static readonly string[] Asked =
        ["name", "line", "question", "place", "what", "reason", "words", "addressee", "sentence", "prefix", "who"];

    /// <summary>"A: 12, B: 14, leave things as they are: 40"</summary>
    private string Sums(Leaf leaf) =>
        leaf.Clear.GetValueOrDefault("options") is Row options && leaf.Clear.GetValueOrDefault("sums") is Row sums
            ? string.Join(", ", options.Items.Zip(sums.Items).Select(pair =>
                words["entry.sum", ("what", Value("options", pair.First)), ("n", Value("sums", pair.Second))]))
            : "";

    /// <summary>Money in the leaf's own currency; null for what is no money.</summary>
    private string? Amount(Leaf leaf, string field, LeafValue value) =>
        field is "amount" or "level" or "goal" && value is Number number && leaf.Clear.GetValueOrDefault("unit") is Word unit
        && Enum.TryParse<Currency>(unit.Value, ignoreCase: true, out var currency)
            ? Jars.Money.Say(words, currency, number.Value)
            : null;

    private string Figure(string field, long number) => field switch
    {
        "proposal" or "wall_proposal" or "options" when number is > 0 and <= 26 => MinutesTeller.Letter((int)number),
        "options" => words["entry.asitis"],
        "at_least" when number is > 0 and <= int.MaxValue => Heads((int)number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private string Heads(int from) => Bands.Top(from) is { } to ? words["entry.heads", ("from", from), ("to", to)] : words["entry.heads.open", ("from", from)];

    private string Word(string field, string word)
    {
        if (words.Has($"entry.value.{field}.{word}")) return words[$"entry.value.{field}.{word}"];
        if (InstantPattern.General.Parse(word).TryGetValue(default, out var at)) return when.Moment(at);
        return LocalDatePattern.Iso.Parse(word).TryGetValue(default, out var day) ? when.Day(day) : word;
    }
}
