using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What was gained is claimed, shown, confirmed by another council, and looked at when it is due.</summary>
internal static class OfGains
{
    private const int MostOfAGain = 1_000_000_000;

    /// <summary>A look is written when its step ends, three and a half hours after it was due at the latest.</summary>
    private static readonly Duration Evening = Duration.FromMinutes(Convene.LongestMinutes + AskRoom.LongestExtension);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case GainClaimed e: Claimed(c, e); break;
            case GainShown e: Shown(c, e); break;
            case GainConfirmed e: Confirmed(c, e); break;
            case GainChecked e: Checked(c, e); break;
        }
    }

    private static void Claimed(Case c, GainClaimed e)
    {
        if (c.Council(e.Council) is not { } council) return;
        c.Require(e.Amount is null or >= 0 and <= MostOfAGain, Rule.GainsGrow, "That is too much to be counted.");
        c.Require(council.Gains.Length < ClaimLater.Most, Rule.GainsGrow, "A council claims five gains at most.");
        if (!council.IsOver)
        {
            if (c.LivingAt(e.Council, Step.Reckoning) is not null)
                c.Require(council.Gains.Length < (council.OnPaper ? 1 : ClaimGain.MostInTheRoom), Rule.GainsGrow, "In one evening a council claims three gains at most.");
            return;
        }
        HasTasks(c, council);
    }

    /// <summary>Somebody has, or had, a task of the council, and may still speak of it.</summary>
    private static void HasTasks(Case c, Council council) => c.Require(
        council is { IsOver: true, DissolvedAt: not null } && council.Tasks.Values.Any(t => t.Taken && c.At <= t.SlipEnds(council) + OfAfterwards.Slack),
        Rule.NothingAfterTheEnd,
        "Nobody has a task of the council who could say so.");

    private static LoggedGain? Of(Case c, int number)
    {
        var gain = c.Before.Gains.GetValueOrDefault(number);
        c.Require(gain is not null, Rule.SpeaksOfWhatIs, "There is no such gain.");
        return gain;
    }

    private static void Shown(Case c, GainShown e)
    {
        if (Of(c, e.Gain) is not { } gain) return;
        if (e.Council is { } told)
        {
            if (c.LivingAt(told, Step.Reckoning) is { } council)
                c.Require(council is { OnPaper: false } && council.Number != gain.Council, Rule.GainsGrow, "A gain is shown to another council than claimed it.");
            return;
        }
        if (c.Council(gain.Council) is not { } claimed) return;
        HasTasks(c, claimed);
        c.Require(gain.IsAliveAt(c.Before, c.At) && gain.Shown.Length < LoggedGain.MostShown, Rule.GainsGrow, "It had lapsed, or was shown often enough.");
        c.Require(Showings.Knows(c.Before, gain, e.Evidence), Rule.SpeaksOfWhatIs, "There is no such evidence.");
    }

    /// <summary>It was put before the room while it was shown; the count may have closed a little later.</summary>
    private static void Confirmed(Case c, GainConfirmed e)
    {
        if (Of(c, e.Gain) is not { } gain) return;
        c.Require(gain.Council != e.Council, Rule.GainsGrow, "Whoever claims does not confirm.");
        var then = c.WhenPut(e.Council);
        var shown = then.Gains.TryGetValue(e.Gain, out var known) && known.StateAt(then, then.At) == GainState.Shown;
        // It may have been shown after deciding began.
        c.Require(shown || gain.StateAt(c.Before, c.At) == GainState.Shown, Rule.GainsGrow, "It was not shown, or was over.");
    }

    private static void Checked(Case c, GainChecked e)
    {
        if (Of(c, e.Gain) is not { } gain || c.LivingAt(e.Council, Step.Reckoning) is not { } council) return;
        c.Require(Checks.MayNot(council) is null, Rule.Weight, "Whether it works is seen by five heads in a room.");
        if (!c.Require(Persistence.Ages.Contains(e.Age), Rule.GainsGrow, "It is looked at after 30, 90 and 365 days.")) return;
        c.Require(!gain.Shown.IsEmpty, Rule.GainsGrow, "Nobody had shown it.");
        var since = c.At - gain.ClaimedAt;
        // Written late, when nobody was there to notice the end of the evening, it is only older.
        c.Require(
            since >= Duration.FromDays(e.Age) && (since < Persistence.Until(e.Age) + Evening || c.Memory.FirstEnd <= c.At),
            Rule.GainsGrow,
            "It has not that age.");
    }
}
