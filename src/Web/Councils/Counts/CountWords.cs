using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils.Counts;

/// <summary>The sentences about a count that page, minutes and poster share.</summary>
internal static class CountWords
{
    /// <summary>"12 ballots on phones · 5 ballots on paper, counted by two"</summary>
    public static string CountedBy(Words words, CountTold count) => string.Join(" · ", count.Parts.Select(part => Say(words, count.Method, part)));

    /// <summary>"12 ballots on phones", "hands, counted by two"</summary>
    public static string Say(Words words, Method method, PartTold part) => part.By switch
    {
        CountBy.Phones => words.Count("counts.by.phones", part.Ballots),
        CountBy.Paper => words.Count("counts.by.paper", part.Ballots),
        _ => words[method == Method.Resistance ? "minutes.resistance.hands" : "minutes.count.hands"],
    };

    /// <summary>Whether the most votes are more than half; nothing where nobody is first alone.</summary>
    public static string? Say(Words words, CountTold count) => count.Order is [[var first], ..]
        ? words[Majority.IsMoreThanHalf(count.Sums[first], count.Ballots) ? "counts.half.more" : "counts.half.less", ("n", count.Sums[first]), ("of", count.Ballots)]
        : null;

    /// <summary>"9 ticks, the most of 3 choices": how it came out, after the name of the method.</summary>
    public static string Result(Words words, CountTold count)
    {
        if (count.Chosen is not { } chosen) return "";
        if (count.IsRanked) return words["counts.result.ranked", ("options", count.Choices.Length), ("order", Order(count))];
        return words[$"counts.result.{Field.Kebab(count.Method)}", ("sum", count.Sums[chosen]), ("options", count.Choices.Length), ("of", count.Ballots)];
    }

    /// <summary>"A &gt; B = C &gt; 0"</summary>
    public static string Order(CountTold count) =>
        string.Join(" > ", count.Order.Select(together => string.Join(" = ", together.Select(n => count.Choices[n].Letter))));
}
