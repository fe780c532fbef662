using System.Globalization;
using Faubourg.Domain.Councils;
using Faubourg.Web.Councils.Counts;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>Minutes for a wall: few enough letters to write with chalk. The same council gives the same lines, at any time.</summary>
public static class Chalk
{
    public const int Lines = 12;

    public const int Letters = 40;

    private const string More = "…";

    /// <param name="address">Where to read more, without "https://".</param>
    public static IReadOnlyList<string> Of(MinutesView view, Telling telling, string address)
    {
        IReadOnlyList<string> notice = view.Rehearsal ? Wrap(telling.Words["rehearsal.chalk"], 1) : [];
        IReadOnlyList<string> broken = view.Broken ? Wrap(telling.Words["record.broken.chalk"], 1) : [];
        IReadOnlyList<string> head = [.. notice, .. broken, .. Wrap($"{telling.Say(view.Quarter)} · {telling.Words["minutes.council", ("n", view.Number)]}".ToUpperInvariant(), 2)];
        var date = Wrap(telling.When.DayAndYear(view.StartedAt), 1);
        var label = Wrap(telling.Words[Label(view)], 2);
        var foot = Wrap(address, int.MaxValue) is { Count: <= 3 } fits ? fits : [];
        var texts = Texts(view, telling).ToArray();
        var shares = Share(texts.Select(text => Wrap(text, Lines).Count).ToArray(), Lines - head.Count - date.Count - label.Count - foot.Count);
        return [.. head, .. date, .. label, .. texts.Zip(shares).SelectMany(pair => Wrap(pair.First, pair.Second)), .. foot];
    }

    private static string Label(MinutesView view) => view.Decision is not null ? "minutes.chalk.decided" : view.Outcome switch
    {
        Outcome.NobodyCame => "minutes.chalk.nobody",
        Outcome.CalledOff => "minutes.chalk.off",
        _ => "minutes.chalk.none",
    };

    /// <summary>What there is to say, the weightiest first. What is not held has no place on a wall.</summary>
    private static IEnumerable<string> Texts(MinutesView view, Telling telling)
    {
        yield return telling.Say(view.Decision?.What ?? view.Question);
        if (view.Count is { Chosen: not null } count) yield return telling.Words["minutes.chalk.count", ("text", CountWords.Result(telling.Words, count))];
        if (Listed(view.Tasks.Select(t => t.What)) is { } tasks) yield return telling.Words["minutes.chalk.tasks", ("list", tasks)];
        if (Gained(view) is { } gained) yield return telling.Words["minutes.chalk.gain", ("what", gained)];
        if (Listed(view.OnTheWall.Select(p => p.What)) is { } wall) yield return telling.Words["minutes.chalk.wall", ("list", wall)];
    }

    /// <summary>One as it was said; of several a list.</summary>
    private static string? Gained(MinutesView view) => view.Gains.Length == 1 ? view.Gain!.What.OneLine : Listed(view.Gains.Select(gain => gain.What));

    private static string? Listed(IEnumerable<Shown> texts) =>
        string.Join("; ", texts.Select(text => text.OneLine?.TrimEnd('.', ' ')).OfType<string>()) is { Length: > 0 } list ? list : null;

    /// <summary>A line for each while there are lines, then the first that wants more gets more.</summary>
    private static int[] Share(int[] wanted, int lines)
    {
        var given = new int[wanted.Length];
        for (var i = 0; i < wanted.Length && lines > 0; i++, lines--) given[i] = 1;
        for (var i = 0; i < wanted.Length; i++)
            for (; given[i] < wanted[i] && lines > 0; lines--) given[i]++;
        return given;
    }

    /// <summary>Whole words on at most so many lines; only a word longer than a line is parted. Letters are counted as people count them.</summary>
    internal static IReadOnlyList<string> Wrap(string text, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces))
        {
            if (lines.Count > 0 && Length(lines[^1]) + 1 + Length(word) <= Letters) lines[^1] += " " + word;
            else if (lines.Count < most) lines.Add(word);
            else return Cut(lines);
        }

        return lines;
    }

    /// <summary>The last line ends in "…"; the words that have no room beside it go.</summary>
    private static List<string> Cut(List<string> lines)
    {
        if (lines.Count == 0) return lines;
        var last = lines[^1].TrimEnd(';', ',');
        while (Length(last) + 1 > Letters) last = last.LastIndexOf(' ') is var space and > 0 ? last[..space].TrimEnd(';', ',') : "";
        lines[^1] = last + More;
        return lines;
    }

    private static IEnumerable<string> Pieces(string word)
    {
        var letters = new StringInfo(word);
        for (var from = 0; from < letters.LengthInTextElements; from += Letters)
            yield return letters.SubstringByTextElements(from, Math.Min(Letters, letters.LengthInTextElements - from));
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
