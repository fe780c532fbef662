using System.Text.RegularExpressions;
using Faubourg.Domain;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Web;

/// <summary>No sentence is missing, in any language, and each says as much as the others.</summary>
public sealed partial class WordsTests
{
    private static readonly Words English = Words.In("en");

    public static TheoryData<string> Others => [.. Languages.All.Skip(1).Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Each_language_has_every_sentence(string language)
    {
        var other = Words.In(language);
        None(English.All.Select(entry => entry.Key).Except(other.All.Select(entry => entry.Key)).Order());
        None(other.All.Select(entry => entry.Key).Except(English.All.Select(entry => entry.Key)).Order());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Each_language_fills_in_the_same_things(string language) => None(
        from entry in English.All
        where !Placeholders(entry.Value).SetEquals(Placeholders(Words.In(language)[entry.Key]))
        select $"{entry.Key}: {entry.Value} / {Words.In(language)[entry.Key]}");

    [Fact]
    public void No_sentence_is_empty() => None(
        from language in Languages.All
        from entry in Words.In(language.Code).All
        where string.IsNullOrWhiteSpace(entry.Value)
        select $"{language.Code}: {entry.Key}");

    [Fact]
    public void Every_sentence_that_is_asked_for_exists() => None(
        from file in Sources()
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
        from Match match in Asked().Matches(line)
        let key = match.Groups["key"].Value
        where match.Groups["count"].Success
            ? !English.Has(key + ".one") || !English.Has(key + ".other")
            : !English.Has(key) && !key.EndsWith('.')
        select $"{Path.GetFileName(file)}: {key}");

    [Fact]
    public void Every_refusal_has_a_sentence_that_uses_only_what_it_knows() => None(
        from refusal in Everywhere()
        let key = "refusal." + refusal.Name
        let known = refusal.GetProperties().Select(Refusals.Argument).ToHashSet()
        where !English.Has(key) || !Placeholders(English[key]).IsSubsetOf(known)
        select $"{key}({string.Join(", ", known)})");

    [Fact]
    public void Every_form_has_its_button_and_its_labels() => None(
        from form in Forms.All
        from key in Keys(form)
        where !English.Has(key)
        select key);

    /// <summary>Fails with one line for each that is missing.</summary>
    private static void None(IEnumerable<string> missing)
    {
        var all = missing.ToList();
        if (all.Count > 0) Assert.Fail(string.Join('\n', all.Prepend($"{all.Count}:")));
    }

    private static IEnumerable<string> Keys(Form form) =>
    [
        form.Name + ".act",
        .. from field in form.Fields where field is not HiddenField select $"{form.Says}.{field.Name}",
        .. from field in form.Fields.OfType<ChoiceField>() from value in field.Values select $"{form.Says}.{field.Name}.{value}",
    ];

    private static IEnumerable<Type> Everywhere() =>
        from assembly in new[] { typeof(Refusal).Assembly, typeof(Faubourg.Storage.Answer).Assembly, typeof(Form).Assembly }
        from type in assembly.GetTypes()
        where !type.IsAbstract && type.IsSubclassOf(typeof(Refusal))
        select type;

    private static HashSet<string> Placeholders(string sentence) => [.. Placeholder().Matches(sentence).Select(match => match.Value[1..^1])];

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    // words["area.key"…], Words.Count("area.key", n); keys put together at run time are not looked at here.
    [GeneratedRegex("""[Ww]ords(?<count>\.Count\()?\[?"(?<key>[a-z]+\.[A-Za-z0-9._-]+)"(?! \+)""")]
    private static partial Regex Asked();
}
