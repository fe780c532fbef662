using System.Collections.Immutable;
using System.Globalization;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>
/// Minutes as one sheet to hang up: what stands on it, shortened where neighbours wrote more than a sheet holds, and letters as large as
/// fit. No script measures anything: lines are reckoned from the widths of letters, so it is right on the first print.
/// </summary>
public sealed record Poster(string Headline, string Lead, ImmutableArray<PosterRow> Rows, int HeadlineSize, int BodySize)
{
    /// <summary>Heights of letters on A4, in millimetres; poster.css has the same, as .h0 to .h6 and .b0 to .b5.</summary>
    private static readonly double[] Headlines = [32, 26, 21, 17, 13.5, 10.5, 8.5];

    private static readonly double[] Bodies = [5.4, 4.8, 4.2, 3.7, 3.3, 2.9];

    /// <summary>Letters that one row may have, tried in turn; only with the last may the text become very small.</summary>
    private static readonly int[] Room = [420, 300, 200, 120];

    /// <summary>Inside A4's margins, in millimetres; a little is kept for fonts wider than ours.</summary>
    private const double Width = 182;

    private const double Height = 262;

    private const double MastAndProof = 78;

    private const double Banner = 13;

    /// <summary>More than this, and the decision is all one sees.</summary>
    private const double HeadlineAtMost = 115;

    private const double LabelWidth = 44;

    /// <summary>Mean width of a letter, in heights of the letter: of the heavy slab, and of the text beside the labels.</summary>
    private const double Heavy = .64;

    private const double Light = .54;

    private const int Readable = 3;

    private const int MostItems = 8;

    private const int LettersInAnItem = 80;

    public static Poster Of(MinutesView view, Telling telling)
    {
        var full = new Poster(Clip(telling.Headline(view), 280), telling.Lead(view), [.. Stated(view, telling).Where(row => row.Text.Length > 0)], 0, 0);
        // A rehearsal says so on top, and a broken record in twice as much.
        var height = Height - (view.Rehearsal ? Banner : 0) - (view.Broken ? 2 * Banner : 0);
        var tries =
            from room in Room
            let shortened = full with { Rows = [.. full.Rows.Select(row => row with { Text = Clip(row.Text, room) })] }
            from size in Sizes
            where size.B <= Readable || room == Room[^1]
            select shortened with { HeadlineSize = size.H, BodySize = size.B };
        return tries.FirstOrDefault(poster => poster.Reckon() <= height) ?? tries.Last();
    }

    /// <summary>Pairs of sizes, the best first: what was decided is read from across the street, the rest from an arm's length.</summary>
    private static IEnumerable<(int H, int B)> Sizes { get; } =
    [
        .. from h in Enumerable.Range(0, Headlines.Length)
           from b in Enumerable.Range(0, Bodies.Length)
           orderby h + (b <= 2 ? b * .6 : (b * 1.6) - 2), h
           select (h, b),
    ];

    /// <summary>Millimetres from the top of the mast to the end of the proof.</summary>
    internal double Reckon()
    {
        var (large, body) = (Headlines[HeadlineSize], Bodies[BodySize]);
        var fits = Headline.Split(' ').Max(Letters) * large * Heavy <= Width;
        var headline = Lines(Headline, Width / (large * Heavy)) * large * 1.04;
        if (HeadlineSize < Headlines.Length - 1 && (!fits || headline > HeadlineAtMost)) return double.MaxValue;
        return MastAndProof
            + headline
            + (Lines(Lead, Width / (body * 1.3 * Light)) * body * 1.3 * 1.32)
            + Rows.Sum(row => (Lines(row.Text, (Width - LabelWidth) / (body * Light)) * body * 1.37) + (body * .55));
    }

    /// <summary>Lines that the words take at so many letters a line.</summary>
    private static int Lines(string text, double across)
    {
        var (lines, used) = (1, 0d);
        foreach (var word in text.Split(' '))
        {
            var length = Letters(word);
            if (used > 0 && used + 1 + length > across) (lines, used) = (lines + 1, 0);
            used += length + (used > 0 ? 1 : 0);
            for (; used > across; used -= across) lines++;
        }

        return lines;
    }

    private static IEnumerable<PosterRow> Stated(MinutesView view, Telling telling)
    {
        var words = telling.Words;
        yield return new(words["minutes.question"], telling.Say(view.Question));
        yield return new(words["minutes.poster.place"], telling.Say(view.Place));
        if (!view.WasHeld) yield break;
        if (view.Decision is { } decision)
        {
            var terms = telling.Terms(decision.By, decision.Needs, decision.Permission);
            yield return new(words["minutes.poster.decided"], terms.Length > 0 ? telling.Apart(telling.DecidedBy(view), terms) : telling.DecidedBy(view));
        }

        yield return new(words["minutes.poster.objections"], Some(view.Objections.Select(o => o.Reason), telling));
        yield return new(words["minutes.poster.tasks"], Some(view.Tasks, t => t.What.IsHeld, t => $"{Clip(t.What.OneLine!, LettersInAnItem)} ({telling.Fate(t)})", telling));
        yield return new(words["minutes.poster.gained"], string.Join("; ", view.Gains.Select(gain => Gained(gain, telling, view.Gains.Length > 1))));
        yield return new(words["minutes.roles"], Lot(view, telling));
        if (view.Spokesperson is { Addressee.OneLine: { } to, Sentence.OneLine: { } sentence, Over: false, RecalledBy: null })
            yield return new(words["minutes.poster.said"], words["minutes.poster.said.line", ("addressee", to), ("sentence", sentence)]);
        var left = Some(view.OnTheWall.Select(p => p.What), telling);
        yield return new(words["minutes.poster.wall"], left.Length > 0 ? words["minutes.poster.wall.line", ("list", left.TrimEnd('.'))] : "");
        yield return new(words["minutes.poster.closed"], view.Care is { Words: null or { IsHeld: true } } care ? telling.Care(care) : "");
    }

    private static string Gained(GainTold gain, Telling telling, bool oneOfSeveral) =>
        string.Join(". ", new[] { telling.Gain(gain), oneOfSeveral && gain.What.OneLine is { } what ? Clip(what, LettersInAnItem).TrimEnd('.') : gain.What.OneLine }.OfType<string>());

    private static string Lot(MinutesView view, Telling telling) => view.Draws.LastOrDefault(d => d.Way is not null) is { } draw
        ? telling.Words["minutes.poster.draw", ("roles", telling.Roles(view)), ("draw", Upper(telling.Draw(draw)))]
        : telling.Roles(view);

    private static string Some(IEnumerable<Shown> texts, Telling telling) =>
        Some(texts, text => text.IsHeld, text => Clip(text.OneLine!, LettersInAnItem).TrimEnd('.'), telling);

    private static string Some<T>(IEnumerable<T> items, Func<T, bool> held, Func<T, string> say, Telling telling)
    {
        var all = items.Where(held).Select(say).ToArray();
        var list = telling.Apart(all.Take(MostItems));
        return all.Length > MostItems ? telling.Apart(list, telling.Words.Count("minutes.poster.more", all.Length - MostItems)) : list;
    }

    private static string Clip(string text, int letters)
    {
        var info = new StringInfo(text);
        if (info.LengthInTextElements <= letters) return text;
        var cut = info.SubstringByTextElements(0, letters);
        return (cut.LastIndexOf(' ') is var space && space > letters / 2 ? cut[..space] : cut).TrimEnd(' ', ',', ';', '.') + "…";
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;
}
