using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Faubourg.Web;

/// <summary>
/// What pages say, in one language: <c>words["common.next"]</c>, <c>words["refusal.TooFew", ("needed", 3)]</c>.
/// The part before the dot is a pair of files in the folder Words; adding a pair adds an area.
/// </summary>
public sealed class Words
{
    private const string Prefix = "Faubourg.Web.Words.";
    private const string Suffix = ".resources";

    private static readonly FrozenDictionary<string, Words> Known =
        Languages.All.ToFrozenDictionary(language => language.Code, language => new Words(language.Code), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _sentences;

    private Words(string language)
    {
        Language = language;
        _sentences = Read(language).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Language { get; }

    public IEnumerable<KeyValuePair<string, string>> All => _sentences;

    public static Words In(string language) => Known[language];

    /// <summary>The sentence, or the key in brackets where somebody forgot one (a test finds those first).</summary>
    public string this[string key] => _sentences.GetValueOrDefault(key) ?? $"[{key}]";

    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> arguments] => Fill(this[key], arguments);

    public bool Has(string key) => _sentences.ContainsKey(key);

    /// <summary>The sentence for a number of things: <c>key.one</c> or <c>key.other</c>, with <c>{n}</c>.</summary>
    public string Count(string key, int n, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Fill(this[$"{key}.{Plural(n)}"], [("n", n), .. arguments]);

    /// <summary>CLDR plural rule for whole numbers; French counts nought as one.</summary>
    private string Plural(int n) => n == 1 || (n == 0 && Language == "fr") ? "one" : "other";

    private static string Fill(string sentence, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (arguments.IsEmpty || !sentence.Contains('{', StringComparison.Ordinal)) return sentence;
        var filled = new StringBuilder(sentence);
        // Values are put in from the last placeholder to the first, so that a value holding "{name}" stays what somebody typed.
        for (var close = sentence.LastIndexOf('}'); close > 0;)
        {
            var open = sentence.LastIndexOf('{', close);
            if (open < 0) break;
            foreach (var (name, value) in arguments)
                if (sentence.AsSpan(open + 1, close - open - 1).SequenceEqual(name))
                    filled.Remove(open, close - open + 1).Insert(open, Convert.ToString(value, CultureInfo.InvariantCulture));
            close = open == 0 ? -1 : sentence.LastIndexOf('}', open - 1);
        }

        return filled.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Read(string language)
    {
        var assembly = typeof(Words).Assembly;
        var culture = language == Languages.All[0].Code ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        return from name in assembly.GetManifestResourceNames()
               where name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
               let area = name[Prefix.Length..^Suffix.Length]
               let sentences = new ResourceManager(Prefix + area, assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
               where sentences is not null
               from entry in sentences.Cast<DictionaryEntry>()
               select KeyValuePair.Create($"{area.ToLowerInvariant()}.{entry.Key}", Typography.Set(language, (string)entry.Value!));
    }
}
