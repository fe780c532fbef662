using System.Globalization;
using CsCheck;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Server.Tests.Minutes;

public sealed class ChalkTests
{
    /// <summary>Words as people write them: short, endless, accented, joined.</summary>
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 12],
        Gen.String[Gen.Char.AlphaNumeric, 30, 130],
        Gen.Const("é"), Gen.Const("👩‍👩‍👧‍👦"), Gen.Const("l’été,"), Gen.Const("{list}"), Gen.Const("…"));

    private static readonly Gen<string> Words = Word.Array[1, 60].Select(words => string.Join(' ', words));

    private static readonly Gen<Quarter> AnyCouncil =
        from name in Words
        from question in Words
        from texts in Words.Array[0, 8]
        from outcome in Gen.Enum<Outcome>()
        from gain in Words
        select Evenings.Named(name,
        [
            Evenings.Convened(question),
            .. texts.Select((text, i) => new ProposalMade(1, i + 1, null, false, Touches.Nothing, null, Text.Of(text), null)),
            .. outcome == Outcome.Decided && texts.Length > 0
                ? new PublicEvent[]
                {
                    new DecisionMade(1, 1, Method.Consent, null, false, Touches.Nothing, null, Text.Of(texts[0]), null),
                    new TaskOpened(1, 1, null, false, false, false, Text.Of(texts[^1]), null, null),
                    new GainClaimed(1, GainKind.NeedMet, GainDomain.Food, null, Text.Of(gain), null),
                }
                : [],
            new CouncilDissolved(1, outcome, Ending.Closing, Evenings.End, null),
        ]);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void It_is_at_most_12_lines_of_40_letters_and_cuts_no_word(string language) => AnyCouncil.Sample(quarter =>
    {
        var lines = Of(quarter, language);
        Assert.InRange(lines.Count, 4, Chalk.Lines);
        Assert.All(lines, line => Assert.InRange(new StringInfo(line).LengthInTextElements, 1, Chalk.Letters));
        var whole = Given(quarter, language);
        Assert.All(lines.SelectMany(line => line.Split(' ')), word => Assert.True(IsWhole(word, whole), word));
    }, iter: 300);

    [Fact]
    public void It_says_the_same_whenever_it_is_asked()
    {
        var quarter = Evenings.Bench();
        var later = Evenings.End + NodaTime.Duration.FromDays(800);
        Assert.Equal(Of(quarter, "en"), Chalk.Of(quarter.View(later), Evenings.In("en", later), "faubourg.example/q/rue-des-lilas/1"));
    }

    [Fact]
    public void An_evening_fits_on_a_wall() => Assert.Equal(
        [
            "RUE DES LILAS · COUNCIL 1",
            "Sunday 22 November 2026",
            "WE DECIDED",
            "We mend the bench ourselves on Saturday.",
            "Tasks: Planks; Screws and drill; Soup",
            "for all",
            "Gained: One bench for everybody.",
            "On the wall: A longer bench with a table",
            "faubourg.example/q/rue-des-lilas/1",
        ],
        Of(Evenings.Bench(), "en"));

    [Fact]
    public void So_does_one_without_a_decision() => Assert.Equal(
        [
            "RUE DES LILAS · CONSEIL 1",
            "dimanche 22 novembre 2026",
            "PAS D’ACCORD CE SOIR. C’EST UN RÉSULTAT.",
            "Where does the market go?",
            "Compté\u00A0: 3 points de gêne, le plus bas",
            "de 3",
            "Au mur\u00A0: On the square; In the school",
            "yard",
            "faubourg.example/q/rue-des-lilas/1",
        ],
        Of(Evenings.NotTonight(), "fr"));

    private static IReadOnlyList<string> Of(Quarter quarter, string language) =>
        Chalk.Of(quarter.View(), Evenings.In(language), "faubourg.example/q/rue-des-lilas/1");

    /// <summary>Every word that was given or that we add, and the pieces of those longer than a line.</summary>
    private static HashSet<string> Given(Quarter quarter, string language)
    {
        var ours = Evenings.In(language);
        var texts = quarter.Texts.Values.Select(text => text.Value!)
            .Append(ours.Say(quarter.View().Quarter).ToUpperInvariant() + " · ")
            .Append(ours.Words["minutes.council", ("n", 1)].ToUpperInvariant())
            .Append(ours.When.DayAndYear(Evenings.Start))
            .Append("faubourg.example/q/rue-des-lilas/1")
            .Concat(ours.Words.All.Where(w => w.Key.StartsWith("minutes.chalk.", StringComparison.Ordinal)).Select(w => w.Value));
        return texts.SelectMany(text => text.Split(' ')).SelectMany(Pieces).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Pieces(string word)
    {
        var letters = new StringInfo(word);
        for (var at = 0; at < letters.LengthInTextElements; at += Chalk.Letters)
            yield return letters.SubstringByTextElements(at, Math.Min(Chalk.Letters, letters.LengthInTextElements - at));
    }

    /// <summary>A list puts ";" behind an item and takes its full stop; a cut line ends in "…".</summary>
    private static bool IsWhole(string word, HashSet<string> whole)
    {
        var ends = new[] { word, word.TrimEnd('…'), word.TrimEnd('…').TrimEnd(';'), word.TrimEnd(';') };
        return ends.Any(end => end.Length == 0 || whole.Contains(end) || whole.Contains(end + ".") || whole.Contains(end + ",") || whole.Contains(end + ";"))
            || whole.Any(w => w.Length >= Chalk.Letters - 1 && w.StartsWith(word.TrimEnd('…', ';'), StringComparison.Ordinal) && word.Length >= 1 && IsPiece(word));
    }

    private static bool IsPiece(string word) => word.EndsWith(';') || word.EndsWith('…');
}
