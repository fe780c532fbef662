using Faubourg.Domain.Charges;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Web.Charges;
using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>When an institution wants its answer.</summary>
internal static class OfferDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Offers.Values
        // Anybody may write one down: into everybody's calendar comes what a council put before itself.
        .Where(offer => offer.AnswerBy is not null && !offer.Replies.IsEmpty && offer.Until > visit.Now - AllDates.Back)
        .Select(offer => new Dated($"offer-{offer.Number}", offer.Replies.Sum(by => Changed.Times(visit.Quarter, by.Council)), offer.LoggedAt,
            visit.Words["seasons.due.offer", ("who", visit.Words.Say(visit.Quarter.Said(offer.Who)))], "/offers")
        {
            Day = (offer.AnswerBy!.Value, 1),
            Cancelled = offer.At(visit.Quarter, visit.Now) is OfferStanding.Answered,
        });
}

/// <summary>The last day of a corner; cancelled once it is over.</summary>
internal static class CornerDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Corners.Values
        .Where(corner => corner.Until > visit.Now - AllDates.Back)
        .Select(corner => new Dated($"corner-{corner.Number}", corner.Until > visit.Now ? 0 : 1, corner.Until > visit.Now ? corner.Until - Duration.FromDays(30) : corner.Until,
            visit.Words["seasons.due.corner", ("line", visit.Words.Say(visit.Quarter.Said(corner.Line)))], "")
        {
            Day = (corner.Until.InZone(visit.Zone).Date, 1),
            Cancelled = corner.Until <= visit.Now,
        });
}

/// <summary>When a gain lapses, and when it is asked whether it still works.</summary>
internal static class GainDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Gains.Values
        .Where(gain => gain.ClaimedAt > visit.Now - AllDates.Back)
        // Its words may still be blacked out.
        .Where(gain => visit.Quarter.Councils.GetValueOrDefault(gain.Council) is not { TextsFrom: { } from } || from <= visit.Now)
        .Select(gain => new Dated($"gain-{gain.Number}", gain.Shown.Length + gain.Confirmations.Sum(by => Changed.Times(visit.Quarter, by.Council)) + (gain.OverAt is null ? 0 : 1), gain.ClaimedAt,
            visit.Words[gain.Shown.IsEmpty ? "seasons.due.gain.show" : "seasons.due.gain.confirm", ("what", visit.Words.Say(visit.Quarter.Said(gain.Claimed.What)))], $"/councils/{gain.Council}")
        {
            Day = ((gain.LapsesAt(visit.Quarter) ?? Due(gain)).InZone(visit.Zone).Date, 1),
            Cancelled = gain.OverAt is not null || gain.LapsesAt(visit.Quarter) is null,
        });

    private static Instant Due(LoggedGain gain) => gain.Shown.IsEmpty ? gain.ClaimedAt + LoggedGain.ToShow : gain.Shown[0].At + LoggedGain.ToConfirm;
}

/// <summary>Until when consent to a charge lasts.</summary>
internal static class ChargeDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Charges.Values
        .Where(charge => charge.OverAt(visit.Quarter) > visit.Now - AllDates.Back && ChargeSaid.From(visit.Quarter, charge, visit.Now) is null)
        .Select(charge => new Dated($"charge-{charge.Number}", charge.Renewals.Concat(charge.Endings).Sum(by => Changed.Times(visit.Quarter, by.Council)), charge.OpenedAt,
            visit.Words["seasons.due.charge", ("what", visit.Words.Say(visit.Quarter.Said(charge.Covers)))], "/charges")
        {
            Day = (charge.OverAt(visit.Quarter).InZone(visit.Zone).Date, 1),
            Cancelled = charge.StateAt(visit.Quarter, visit.Now) is ChargeState.Ended or ChargeState.Refused,
        });
}

/// <summary>When a jar is empty, or says what was left.</summary>
internal static class JarDates
{
    public static IEnumerable<Dated> Of(Visit visit) =>
        from jar in visit.Quarter.Jars.Values
        where visit.Quarter.Projects.ContainsKey(jar.Number)
        let end = jar.EndsAt(visit.Quarter)
        where end > visit.Now - AllDates.Back
        let project = visit.Quarter.Projects[jar.Number]
        let refused = jar.PhaseAt(visit.Quarter, visit.Now) == JarPhase.Refused
        select new Dated($"jar-{jar.Number}", ProjectDates.Changes(visit.Quarter, project) + (refused ? 1 : 0), project.OpenedAt,
            visit.Words["seasons.due.jar", ("what", visit.Words.Say(visit.Quarter.Said(visit.Quarter.Councils[jar.Number].Decision?.What)))], $"/jars/{jar.Number}")
        {
            Day = (end.InZone(visit.Zone).Date, 1),
            Cancelled = refused,
        };
}
