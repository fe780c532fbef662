using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>The list was closed first, then numbers nobody could choose were made; then whoever is called stands in the order.</summary>
internal static class OfDraws
{
    private const int LinesOnAPage = 100;

    private const int MoreThanTwelve = 10;

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case SheetPage e: Paged(c, e); break;
            case RollClosed e: Closed(c, e); break;
            case HatFilled e: OfHats.Check(c, e); break;
            case DrawRevealed e: Revealed(c, e); break;
            case RoleCalled e: Called(c, e); break;
            case ExclusionWaived e: Waived(c, e); break;
        }
    }

    private static void Paged(Case c, SheetPage e)
    {
        var council = e.Sheet == Sheet.Roll ? c.LivingAt(e.Council, Step.Gathering, Step.Hearing) : c.LivingAt(e.Council, Step.Deciding);
        if (council is null) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper has no sheets.");
        var pages = c.Evening(e.Council).Pages;
        if (e.Page == 1) pages.Clear();
        c.Require(
            e.Page == pages.Count + 1 && e.Page <= e.Of && (pages.Count == 0 || pages[^1].Of == e.Of && pages[^1].Sheet == e.Sheet && pages[^1].Number == e.Number),
            Rule.SheetsWhole,
            "The page does not follow the one before.");
        c.Require(e.Number == (e.Sheet == Sheet.Roll ? council.Draws.Length + 1 : 1), Rule.NumbersInOrder, "The sheet belongs to no draw or count.");
        c.Require(e.Page < e.Of ? e.Lines.Length == LinesOnAPage : e.Lines.Length is >= 1 and <= LinesOnAPage, Rule.SheetsWhole, "A page holds 100 lines, the last one fewer.");
        pages.Add(e);
    }

    /// <summary>The lines of the sheet that is closed by this leaf; null, and a breach, when it is not whole.</summary>
    public static ImmutableArray<string>? Lines(Case c, int council, Sheet sheet)
    {
        var pages = c.Evening(council).Pages;
        var whole = pages.Count > 0 && pages[^1].Sheet == sheet && pages.Count == pages[^1].Of && c.Memory.Last is SheetPage last && last.Council == council;
        if (!c.Require(whole, Rule.SheetsWhole, "The sheet is not whole.")) return null;
        ImmutableArray<string> lines = pages.Count == 1 ? pages[0].Lines : [.. pages.SelectMany(p => p.Lines)];
        pages.Clear();
        return lines;
    }

    private static void Closed(Case c, RollClosed e)
    {
        if (c.LivingAt(e.Council, Step.Gathering, Step.Hearing) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper closes no roll.");
        c.Require(e.Draw == council.Draws.Length + 1, Rule.NumbersInOrder, "The draw is not the next one.");
        c.Require(council.Draws.IsEmpty || council.Draws[^1].Way is not null, Rule.RollClosedFirst, "The draw before is not done.");
        c.Require(HeadsNow(council) > 0, Rule.HeadsInBands, "Heads are counted before the roll is closed.");
        if (Lines(c, e.Council, Sheet.Roll) is not { } lines) return;
        c.Require(e.Lines == lines.Length && e.Digest == Hash.Of(Vl1.Roll(lines)), Rule.SheetsWhole, "The digest is not that of the roll.");
        c.Require(AreNumbered(lines), Rule.HatsFromTheRoll, "The roll does not list one mark a number, from 1.");
        c.Evening(e.Council).Called.Clear();
    }

    /// <summary>The count that serves for closing the roll: that of the step.</summary>
    public static int HeadsNow(Council council) => council.Step == Step.Gathering ? council.HeadsAtDraw : council.HeadsAtDeciding;

    private static bool AreNumbered(ImmutableArray<string> lines)
    {
        var marks = new HashSet<string>(lines.Length, StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var at = line.IndexOf(';', StringComparison.Ordinal);
            if (at < 1 || at == line.Length - 1 || !int.TryParse(line.AsSpan(0, at), System.Globalization.NumberStyles.None, null, out var number)) return false;
            if (number != i + 1 || line[0] == '0' || !marks.Add(line[(at + 1)..])) return false;
        }
        return true;
    }

    private static void Waived(Case c, ExclusionWaived e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(council.Draws.IsEmpty || council.Draws[^1].Way is not null, Rule.RollClosedFirst, "An exclusion is waived before the roll is closed.");
        c.Require(e.Role != Role.KeyBearer, Rule.HatsFromTheRoll, "The exclusion of key-bearers is not waived.");
        c.Require(e.AtLeast > 0 && Bands.Of(e.AtLeast) == e.AtLeast, Rule.HeadsInBands, "That is not the lower bound of a band.");
        c.Evening(e.Council).Waived.Add(e.Role);
    }

    private static void Revealed(Case c, DrawRevealed e)
    {
        if (c.Living(e.Council) is not { } council) return;
        if (!c.Require(e.Draw >= 1 && e.Draw == council.Draws.Length, Rule.RollClosedFirst, "No roll was closed for this draw.")) return;
        var draw = council.Draws[^1];
        if (!c.Require(draw.Way is null, Rule.RollClosedFirst, "This draw was done before.")) return;
        if (e.Way == Way.Hat) FromAHat(c, e, draw);
        else Thrown(c, e, draw);
    }

    private static void Thrown(Case c, DrawRevealed e, Draw draw)
    {
        var none = e.Facilitator.Length + e.Companion.Length + e.NoteKeeper.Length + e.Timekeeper.Length + e.Spokesperson.Length + e.KeyBearer.Length == 0;
        c.Require(none, Rule.DrawRecomputes, "Orders follow from the numbers, and are not written.");
        if (!c.Require(e.Numbers is not null && AreNumbers(e.Way, e.Numbers), Rule.DrawRecomputes, "These are not dice or slips.")) return;
        c.Require(
            e.Seed == Vl1.Seed(DrawRevealed.TranscriptOf(c.Before.Origin, e.Council, draw, e.Way, e.Numbers!)),
            Rule.DrawRecomputes,
            "The seed does not follow from the roll and the numbers.");
    }

    private static bool AreNumbers(Way way, string numbers)
    {
        if (way == Way.Dice) return numbers.Length is >= TypeDraw.FewestDice and <= 64 && !numbers.AsSpan().ContainsAnyExceptInRange('1', '6');
        if (numbers.Length != 14 || numbers[4] != ';' || numbers[9] != ';') return false;
        for (var i = 0; i < numbers.Length; i++)
            if (i is not (4 or 9) && !char.IsAsciiDigit(numbers[i])) return false;
        return true;
    }

    private static void FromAHat(Case c, DrawRevealed e, Draw draw)
    {
        c.Require(e.Numbers is null && e.Seed is null, Rule.DrawRecomputes, "A paper hat has neither numbers nor seed.");
        foreach (var (role, drawn) in new[]
        {
            (Role.Facilitator, e.Facilitator), (Role.Companion, e.Companion), (Role.NoteKeeper, e.NoteKeeper), (Role.Timekeeper, e.Timekeeper),
            (Role.Spokesperson, e.Spokesperson), (Role.KeyBearer, e.KeyBearer),
        })
        {
            var hat = draw.Eligible.GetValueOrDefault(role, []);
            c.Require(drawn.All(n => hat.Contains(n)) && drawn.Distinct().Count() == drawn.Length, Rule.DrawRecomputes, "Somebody was drawn who was not in that hat, or twice.");
        }
    }

    private static void Called(Case c, RoleCalled e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(e.FirstTime is null || e.Role is Role.Facilitator or Role.Companion, Rule.CalledInOrder, "Only of guides is it said whether it is their first time.");
        if (council.OnPaper)
        {
            c.Require(e is { Number: null, Why: Why.Drawn }, Rule.PaperWhole, "A council on paper names nobody.");
            return;
        }
        var evening = c.Evening(e.Council);
        if (e.Role == Role.Spokesperson && e.Why == Why.Drawn)
            c.Require(council.Decision is not null, Rule.SpokespersonBounded, "A spokesperson is drawn after the decision.");
        if (e.Number is { } number) Number(c, e, council, evening, number);
        else c.Require(e.Why != Why.Drawn && e.Role != Role.KeyBearer, Rule.CalledInOrder, "Nobody is drawn.");
        if (e.Role == Role.Facilitator) evening.Facilitator = e.Number;
    }

    private static void Number(Case c, RoleCalled e, Council council, Evening evening, int number)
    {
        var order = council.Draws.IsEmpty ? [] : council.Draws[^1].Orders.GetValueOrDefault(e.Role, []);
        c.Require(order.Contains(number), Rule.CalledInOrder, "Whoever is called does not stand in the order of the draw.");
        c.Require(evening.Called.Add((e.Role, number)), Rule.CalledInOrder, "The same one is called twice for a role.");
        if (e.Role == Role.Companion) c.Require(number != evening.Facilitator, Rule.CalledInOrder, "Nobody is their own companion.");
        if (e.Role == Role.Timekeeper) c.Require(HeadsOf(council) >= MoreThanTwelve, Rule.CalledInOrder, "A timekeeper is drawn over twelve heads only.");
        if (e.Role != Role.KeyBearer || e.Why != Why.Drawn) return;
        var before = evening.Called.Where(k => k.Role == Role.KeyBearer && k.Number != number).ToArray();
        c.Require(before.Length < Recovery.Most, Rule.BearersDrawn, "More than five key-bearers are drawn.");
        c.Require(before.All(k => order.IndexOf(k.Number) < order.IndexOf(number)), Rule.CalledInOrder, "Key-bearers are called in the order of their tickets.");
    }

    private static int HeadsOf(Council council) => Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding);
}
