using Faubourg.Domain.Councils;
using Faubourg.Domain.Power;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Busy weeks, quiet and rest; and how evenly an evening was shared.</summary>
internal static class OfSeasons
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case BurstOpened e: Opened(c, e); break;
            case WeekRested e: Rested(c, e); break;
            case TurnsCounted e: Shared(c, e); break;
        }
    }

    /// <summary>A council that starts in the quiet says that it is for care, reflection or mending, or urgent.</summary>
    public static void Kept(Case c, Instant starts, CouncilKind? kind)
    {
        c.Require(kind != CouncilKind.Usual, Rule.QuietKept, "A usual council says nothing of its kind.");
        c.Require(Convene.RefuseQuiet(c.Before, starts, kind ?? CouncilKind.Usual, c.At) is null, Rule.QuietKept, "It is announced into the quiet, and is none of what the quiet is for.");
    }

    /// <summary>It was put before the room while no season was on; the count may have closed a little later.</summary>
    private static void Opened(Case c, BurstOpened e)
    {
        c.Require(
            e.Days is >= 1 and <= Burst.MostDays && e.Quiet is >= Burst.LeastQuiet and <= Burst.MostQuiet,
            Rule.SeasonBounded,
            "Busy weeks take 28 days at most, and 7 to 28 days of quiet follow them.");
        var then = c.WhenPut(e.Council);
        c.Require(
            !IsOn(then, then.At) || !IsOn(c.Before, c.At), Rule.SeasonBounded, "The season before was not over.");
    }

    private static bool IsOn(Quarter quarter, Instant now) => Season.Latest(quarter) is { } season && now < season.Until;

    private static void Rested(Case c, WeekRested e)
    {
        c.Require(Week.MayRest(e.Monday, c.At), Rule.RestAnnounced, "It is no Monday of this week or of the next eight.");
        c.Require(!c.Before.Rests.ContainsKey(e.Monday), Rule.RestAnnounced, "This was published before.");
        c.Require(Week.Breaks(c.Before, e.Monday) is null, Rule.RestAnnounced, "There is a council in that week.");
    }

    private static void Shared(Case c, TurnsCounted e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(council is { OnPaper: false, Sharing: null } && council.Step >= Step.Gathering, Rule.SharesInTenths, "It is told once, at the end.");
        c.Require(
            e.First is null == e.Heard is null && e.First is null or >= 0 and <= TurnsCounted.Whole && e.Heard is null or >= 0 and <= TurnsCounted.Whole,
            Rule.SharesInTenths,
            "Shares are told in tenths, both or none.");
        c.Require(Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) >= TurnsCounted.Least, Rule.SharesInTenths, "Of fewer than five nothing is told.");
        c.Require(
            (e.First ?? e.Heard) is not null || e.ConvenerWon is not null, Rule.SharesInTenths, "It tells nothing.");
        c.Require(e.ConvenerWon is null || council.Decision is not null, Rule.SharesInTenths, "Nothing was decided, so nobody's proposal was.");
    }
}
