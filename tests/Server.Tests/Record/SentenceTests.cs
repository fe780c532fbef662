using System.Collections.Immutable;
using System.Reflection;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Web;
using Faubourg.Web.Record;
using NodaTime;

namespace Faubourg.Server.Tests.Record;

/// <summary>Every entry in one plain sentence, in every language.</summary>
public sealed class SentenceTests
{
    public static TheoryData<string> Codes => [.. Languages.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_entry_has_a_sentence_in_which_nothing_is_left_open(string language) => Assert.All(LeafMap.All, kind =>
    {
        var said = In(language).Of(Golden.Told(Golden.Of(kind.Leaf)));
        Assert.NotEqual(Words.In(language)["entry.say.unknown"], said);
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        Assert.DoesNotContain("[", said, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_field_has_a_name_and_every_choice_a_word(string language)
    {
        var words = Words.In(language);
        var missing =
            from kind in LeafMap.All
            from field in kind.Event.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            let name = Snake(field.Name!)
            from key in Choices(field.ParameterType).Select(choice => $"entry.value.{name}.{choice}").Prepend($"entry.field.{name}")
            where !words.Has(key)
            select $"{key} ({kind.Leaf})";
        Assert.Empty(missing.Distinct());
    }

    /// <summary>Sentences of single values are written for values that there are.</summary>
    [Fact]
    public void No_sentence_waits_for_what_never_comes()
    {
        var known = LeafMap.All.Select(kind => "entry.say." + kind.Leaf).ToHashSet();
        foreach (var kind in LeafMap.All)
            foreach (var turn in Sentences.Turns.GetValueOrDefault(kind.Leaf, []))
            {
                var field = kind.Event.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Single(f => Snake(f.Name!) == turn);
                var turned = from said in known
                             where said == "entry.say." + kind.Leaf || said.StartsWith($"entry.say.{kind.Leaf}.", StringComparison.Ordinal)
                             from choice in Choices(field.ParameterType).Concat(["none", "true", "false"])
                             select $"{said}.{turn}.{choice}";
                known.UnionWith(turned.ToArray());
            }

        Assert.Empty(Words.In("en").All.Select(entry => entry.Key).Where(key => key.StartsWith("entry.say.", StringComparison.Ordinal)).Except(known).Except(["entry.say.unknown"]));
    }

    [Theory]
    [InlineData("en", "An entry of a kind this program does not know.")]
    [InlineData("fr", "Une entrée d’une sorte que ce programme ne connaît pas.")]
    public void What_a_later_program_wrote_is_said_to_be_unknown(string language, string said)
    {
        var later = Golden.Of("corner.pinned").With("corner.pinned", "river.crossed");
        Assert.Equal(said, In(language).Of(Golden.Told(later)));
        Assert.Equal(said, In(language).Of(Golden.Told(later with { Bytes = "nothing like it"u8.ToArray() })));
    }

    [Theory]
    [InlineData("council.convened", "en", "Council 7, held on paper", "\"on_paper\":false", "\"on_paper\":true")]
    [InlineData("council.convened", "en", "Council 7 was called for Sunday 22 November, 19:00: “Who mends the bench?”")]
    [InlineData("council.convened", "fr", "Le conseil 7 a été convoqué pour le dimanche 22 novembre, 19\u00A0h\u00A000\u00A0: «\u00A0Who mends the bench?\u00A0»")]
    [InlineData("council.dissolved", "en", "Council 7 dissolved without a decision. That is a result.")]
    [InlineData("role.called", "en", "Nobody on the list of council 7 is left for this role: facilitator.", ",\"number\":3", "")]
    [InlineData("role.called", "en", "Somebody held a role in council 7: facilitator.", ",\"number\":3", "", "\"why\":\"stepped-back\"", "\"why\":\"drawn\"")]
    [InlineData("resistance.counted", "en", "Council 7 counted what bothers it least. Points of resistance: leave things as they are: 40, A: 12, B: 12.")]
    [InlineData("heads.counted", "fr", "Avant le tirage, le conseil 7 s’est compté\u00A0: de 10 à 19 personnes.")]
    [InlineData("task.opened", "en", "A task of council 7 is open for anyone to take: “Bring two planks”", "\"taken\":true", "\"taken\":false")]
    [InlineData("disclosure.erased", "en", "The law made the host take words out. Entries: 29, 30.", "\"ground\":\"giver\"", "\"ground\":\"law\"")]
    [InlineData("decision.made", "en", "Council 7 decided: “We mend it on Sunday.”")]
    public void It_says_what_happened(string type, string language, string begins, string old = "\u0001", string now = "", string also = "\u0001", string then = "") =>
        Assert.Equal(begins, In(language).Of(Golden.Told(Golden.Of(type).With(old, now).With(also, then)))[..begins.Length]);

    [Fact]
    public void Words_that_are_gone_leave_a_sentence_that_says_so()
    {
        var entry = Golden.Of("decision.made") with { Disclosures = [] };
        Assert.Equal("Council 7 decided: [not shown]", In("en").Of(Golden.Told(entry)));
        var erased = Leaves.Read(entry.Bytes).Digests.ToDictionary(digest => digest, _ => new Erasure(50, null));
        Assert.Equal("Council 7 decided: [taken back]", In("en").Of(Golden.Told(entry, erased)));
        var byLaw = Leaves.Read(entry.Bytes).Digests.ToDictionary(digest => digest, _ => new Erasure(50, "what", Law: true));
        Assert.Equal("Council 7 decided: [withheld by law]", In("en").Of(Golden.Told(entry, byLaw)));
    }

    [Fact]
    public void What_an_entry_says_was_erased_is_not_shown_whatever_is_still_held()
    {
        var entry = Golden.Of("corner.pinned");
        var told = Golden.Told(entry, new Dictionary<string, Erasure> { [Leaves.Read(entry.Bytes).Digests[0]] = new(50, "line") });
        Assert.Equal((TextStanding.Erased, null, 50L), (told.Texts[0].Standing, told.Texts[0].Words, told.Texts[0].By));
    }

    private static Sentences In(string language) => new(Words.In(language), new When(Words.In(language), DateTimeZoneProviders.Tzdb["Europe/Paris"], Instant.FromUtc(2026, 11, 23, 12, 0)));

    private static IEnumerable<string> Choices(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) plain = plain.GetGenericArguments()[0];
        return plain.IsEnum ? Enum.GetNames(plain).Select(name => Snake(name).Replace('_', '-')) : [];
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : $"{letter}"));
}
