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
            case LotOpened e: Opened(c, e); break;
            case RoleCalled e: Called(c, e); break;
            case ExclusionWaived e: Waived(c, e); break;
        }
    }

    private static void Paged(Case c, SheetPage e)
    {
        var council = e.Sheet switch
        {
            Sheet.Roll => AtADraw(c, e.Council),
            Sheet.Ballots => c.LivingAt(e.Council, Step.Deciding),
            _ => c.Living(e.Council),
        };
        if (council is null) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper has no sheets.");
        var pages = c.Evening(e.Council).Pages;
        if (e.Page == 1) pages.Clear();
        c.Require(
            e.Page == pages.Count + 1 && e.Page <= e.Of && (pages.Count == 0 || pages[^1].Of == e.Of && pages[^1].Sheet == e.Sheet && pages[^1].Number == e.Number),
            Rule.SheetsWhole,
            "The page does not follow the one before.");
        c.Require(e.Number == Belongs(council, e.Sheet), Rule.NumbersInOrder, "The sheet belongs to no draw or count.");
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
        if (AtADraw(c, e.Council) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper closes no roll.");
        c.Require(e.Draw == council.Draws.Length + 1, Rule.NumbersInOrder, "The draw is not the next one.");
        c.Require(council.Draws.IsEmpty || !council.Draws[^1].IsOpen, Rule.RollClosedFirst, "The draw before is not done.");
        c.Require(e.Way is not null || !c.Memory.WaysAreChosen, Rule.RollClosedFirst, "It is not said how the numbers will be made.");
        c.Memory.WaysAreChosen |= e.Way is not null;
        c.Require(HeadsNow(council) > 0, Rule.HeadsInBands, "Heads are counted before the roll is closed.");
        if (Lines(c, e.Council, Sheet.Roll) is not { } lines) return;
        c.Require(e.Lines == lines.Length && e.Digest == Hash.Of(Vl1.Roll(lines)), Rule.SheetsWhole, "The digest is not that of the roll.");
        c.Require(AreNumbered(lines), Rule.HatsFromTheRoll, "The roll does not list one mark a number, from 1.");
    }

    /// <summary>The council, where a roll may be closed: early on for the evening's roles, later for a lot.</summary>
    public static Council? AtADraw(Case c, int number) => c.Before.Councils.GetValueOrDefault(number)?.Lot is null
        ? c.LivingAt(number, Step.Gathering, Step.Hearing)
        : c.LivingAt(number, Lots.Steps);

    private static int Belongs(Council council, Sheet sheet) => sheet switch
    {
        Sheet.Roll => council.Draws.Length + 1,
        Sheet.Ballots => council.CountsMade + 1,
        _ => council.Draws.Length,
    };

    /// <summary>The count that serves for closing the roll: that of the step; for a lot, any.</summary>
    public static int HeadsNow(Council council) => council.Lot is not null ? HeadsOf(council)
        : council.Step == Step.Gathering ? council.HeadsAtDraw : council.HeadsAtDeciding;

    private static void Opened(Case c, LotOpened e)
    {
        if (c.LivingAt(e.Council, Lots.Steps) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper opens no lot.");
        c.Require(council.Draws.IsEmpty || !council.Draws[^1].IsOpen, Rule.RollClosedFirst, "The draw before is not done.");
        c.Require(HeadsOf(council) > 0, Rule.HeadsInBands, "Heads are counted before a lot is opened.");
        c.Require(Lots.IsDrawn(e.Role) && e.Places is >= 1 and <= OpenLot.MostPlaces, Rule.LotAsOpened, "No lot is drawn for this role, or for so many.");
        c.Require(e.Role != Role.KeyBearer || e.Places == Recovery.Most, Rule.LotAsOpened, "There are five key-bearers.");
    }

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
        c.Require(council.Draws.IsEmpty || !council.Draws[^1].IsOpen, Rule.RollClosedFirst, "An exclusion is waived before the roll is closed.");
        c.Require(!Lots.IsDrawn(e.Role), Rule.HatsFromTheRoll, "The exclusion of key-bearers, and of a lot's roles, is not waived.");
        c.Require(e.AtLeast > 0 && Bands.Of(e.AtLeast) == e.AtLeast, Rule.HeadsInBands, "That is not the lower bound of a band.");
        c.Evening(e.Council).Waived.Add(e.Role);
    }

    private static void Called(Case c, RoleCalled e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(e.FirstTime is null || e.Role is Role.Facilitator or Role.Companion or Role.Keeper, Rule.CalledInOrder, "Only of guides and keepers is it said whether it is their first time.");
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
        if (e.Role.IsOfALot()) OfALot(c, e, council, evening);
        else c.Require(e.Instead is null, Rule.LotAsOpened, "Only in a lot is it said who stepped back.");
        if (e.Role == Role.Facilitator) evening.Facilitator = e.Number;
    }

    private static void Number(Case c, RoleCalled e, Council council, Evening evening, int number)
    {
        var order = Calling.DrawOf(council, e.Role)?.Orders[e.Role] ?? [];
        c.Require(order.Contains(number), Rule.CalledInOrder, "Whoever is called does not stand in the order of the draw.");
        c.Require(evening.Called.Add((e.Role, number)), Rule.CalledInOrder, "The same one is called twice for a role.");
        if (e.Role == Role.Companion) c.Require(number != evening.Facilitator, Rule.CalledInOrder, "Nobody is their own companion.");
        if (e.Role == Role.Timekeeper) c.Require(HeadsOf(council) >= MoreThanTwelve, Rule.CalledInOrder, "A timekeeper is drawn over twelve heads only.");
        if (e.Role != Role.KeyBearer || e.Why != Why.Drawn) return;
        var before = evening.Called.Where(k => k.Role == Role.KeyBearer && k.Number != number).ToArray();
        c.Require(before.Length < Recovery.Most, Rule.BearersDrawn, "More than five key-bearers are drawn.");
        c.Require(before.All(k => order.IndexOf(k.Number) < order.IndexOf(number)), Rule.CalledInOrder, "Key-bearers are called in the order of their tickets.");
    }

    /// <summary>As many as there are places, in order; then one for each who steps back.</summary>
    private static void OfALot(Case c, RoleCalled e, Council council, Evening evening)
    {
        if (!c.Require(Calling.DrawOf(council, e.Role) is not null, Rule.LotAsOpened, "No lot was drawn for this role.")) return;
        var draw = Calling.DrawOf(council, e.Role)!;
        var before = evening.Called.Where(k => k.Role == e.Role && k.Number != e.Number).ToArray();
        if (e.Why == Why.Drawn)
        {
            c.Require(c.Memory.Last is DrawRevealed or RoleCalled { Why: Why.Drawn } && before.Length < draw.Lot?.Places, Rule.LotAsOpened, "More are called than there are places.");
            c.Require(before.All(k => draw.Orders[e.Role].IndexOf(k.Number) < draw.Orders[e.Role].IndexOf(e.Number ?? 0)), Rule.CalledInOrder, "A lot is called in the order of its tickets.");
            c.Require(e.Instead is null, Rule.LotAsOpened, "Nobody stepped back yet.");
            return;
        }
        var gone = e.Instead is { } number && before.Any(k => k.Number == number) && evening.SteppedBack.Add((e.Role, number));
        c.Require(e.Why == Why.SteppedBack && gone, Rule.LotAsOpened, "It is not said who of those called stepped back.");
    }

    public static int HeadsOf(Council council) => Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding);
}
