using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils.Counts;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>From the record to what may be told of a council now. Pure: the same leaves and the same time tell the same.</summary>
/// <param name="insider">Whoever was there sees what is kept back, so that it can be blacked out.</param>
internal sealed class MinutesTeller(Quarter quarter, Council council, Instant now, bool insider)
{
    /// <summary>What anybody may read.</summary>
    public static MinutesView Of(Quarter quarter, Council council, Instant now) => new MinutesTeller(quarter, council, now, insider: false).Tell();

    public MinutesView Tell() => new()
    {
        Number = council.Number,
        Origin = quarter.Origin,
        Rehearsal = quarter.Rehearsal,
        Quarter = AtOnce(quarter.Name),
        Question = AtOnce(council.Question),
        Place = AtOnce(council.Place),
        StartedAt = council.StartsAt,
        EndedAt = council.DissolvedAt ?? council.EndsAt,
        Outcome = council.Outcome ?? Outcome.NoDecision,
        Ending = council.Ending ?? Ending.Time,
        Attendance = council.Attendance,
        Method = council.Method,
        OnPaper = council.OnPaper,
        Changes = council.Changes,
        TextsFrom = Waits ? council.TextsFrom : null,
        HeadsAtDraw = BandFrom(council.HeadsAtDraw),
        HeadsAtDeciding = BandFrom(council.HeadsAtDeciding),
        Draws = [.. council.Draws.Select(d => new DrawTold(d.Number, d.Roll.Length, d.Way, d.Numbers, d.Excluded, d.Excepted) { GivenUp = d.Abandoned is not null, Round = d.Round, For = d.Lot?.Role })],
        Roles = [.. LastCalls.Select(c => c.Role).Order()],
        FirstTimes = LastCalls.Count(c => c.FirstTime == true),
        PassedOn = council.Calls.Count(c => c.Why != Why.Drawn),
        Proposals = [.. council.Proposals.Values.Select(Tell)],
        Consents = council.ConsentCounts,
        Objections = [.. council.Objections.Select(o => new ObjectionTold(Letter(o.Proposal), o.Round, o.End, Later(o.Reason)))],
        Count = CountTeller.Of(council, option => council.Proposals.TryGetValue(option, out var p) ? Tell(p).What : null),
        Decision = council.Decision is { } decision ? Tell(decision) : null,
        Tasks = [.. council.Tasks.Values.Select(t => new TaskTold(
            t.Number, AtOnce(t.What), t.By, t.Taken, t.WantsHelper, t.Helped, MaybeLater(t.Taker), MaybeLater(t.Helper), t.DoneAt))],
        Gains = [.. council.Gains.Select(g => new GainTold(g.Kind, g.Domain, g.Amount, Later(g.What), MaybeLater(g.Unit)))],
        Care = council.Care is { } care ? new CareTold(care.Ritual, care.Mood, MaybeLater(care.Words)) : null,
        Spokesperson = council.Spokesperson is { } s
            ? new SpokespersonTold(Later(s.Addressee), Later(s.Sentence), s.Until, s.Until <= now, s.RecalledBy)
            : null,
        Corrections = [.. council.Corrections.Select(c => new CorrectionTold(c.At, AtOnce(c.Words), c.Words.Seq))],
    };

    /// <summary>A, B, C …; 0, "leave things as they are", has none.</summary>
    public static string Letter(int proposal) => ((char)('A' + proposal - 1)).ToString();

    private bool Waits => council.TextsFrom > now;

    /// <summary>Whoever held a role last. Of a council on paper nobody knows who, only that there was somebody.</summary>
    private IEnumerable<Call> LastCalls =>
        council.Calls.GroupBy(c => c.Role).Select(g => g.Last()).Where(c => c.Number is not null || council.OnPaper);

    private static Band? BandFrom(int floor) => floor == 0 ? null : new Band(floor, Bands.Top(floor));

    private ProposalTold Tell(Proposal p)
    {
        var decided = p.Number == council.Decision?.Proposal;
        return new ProposalTold(
            p.Number,
            Letter(p.Number),
            // The words of the decision are published at once; the proposal it was made of says the same.
            decided ? AtOnce(council.Decision!.What) : Later(p.What),
            p.By,
            decided ? MaybeAtOnce(council.Decision!.Needs) : MaybeLater(p.Needs),
            p.Permission,
            p.Aside,
            MaybeLater(p.Reason),
            MaybeLater(p.CalledBack),
            decided,
            council.OnTheWall.Any(left => left.Number == p.Number));
    }

    private DecisionTold Tell(MadeDecision d)
    {
        var change = d.Touches is not (Touches.Nothing or Touches.Amendment) ? quarter.Amendments.GetValueOrDefault(council.Number) : null;
        return new DecisionTold(
            Letter(d.Proposal), AtOnce(d.What), d.By, MaybeAtOnce(d.Needs), d.Permission, d.Method, d.At, change?.HoldsFrom, change?.RefusedAt);
    }

    private Shown AtOnce(TextAt? at) => quarter.Said(at) is { } text ? new Shown(text.Value, text.Standing) : new Shown(null, Standing.Erased);

    private Shown Later(TextAt at) => AtOnce(at) is { IsHeld: true } held && Waits && !insider
        ? new Shown(null, Standing.Held, council.TextsFrom)
        : AtOnce(at);

    private Shown? MaybeAtOnce(TextAt? at) => at is null ? null : AtOnce(at);

    private Shown? MaybeLater(TextAt? at) => at is null ? null : Later(at);
}
