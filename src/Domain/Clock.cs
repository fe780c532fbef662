using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain;

/// <summary>What comes by itself. Deadlines follow from the state alone, so a crash forgets none.</summary>
internal static class Clock
{
    /// <summary>After the start, with fewer than three seats ever taken.</summary>
    private static readonly Duration NobodyComes = Duration.FromMinutes(20);

    public static Instant? Next(Quarter quarter)
    {
        Instant? next = null;
        foreach (var number in quarter.Living)
            next = Earlier(next, Next(quarter.Councils[number]).At);
        foreach (var decided in quarter.Removals) next = Earlier(next, Erasure.DueAt(quarter, quarter.Amendments[decided]));
        foreach (var slip in quarter.Slips.Values) next = Earlier(next, slip.EndsAt(quarter));
        foreach (var monday in quarter.RestsSaid.Keys) next = Earlier(next, Week.Ends(monday));
        foreach (var move in quarter.Moves.Values) next = Earlier(next, move.Until);
        foreach (var sheet in quarter.Sheets.Values) next = Earlier(next, sheet.Until);
        return next;
    }

    /// <summary>What is due at exactly this time.</summary>
    public static IEnumerable<Event> Strike(Quarter quarter, Instant at, Facts facts)
    {
        foreach (var number in quarter.Living)
        {
            var (due, strike) = Next(quarter.Councils[number]);
            if (due == at) return strike(quarter.Councils[number], at, facts);
        }
        foreach (var decided in quarter.Removals.Select(number => quarter.Amendments[number]))
        {
            if (Erasure.DueAt(quarter, decided) == at)
                return [Erasure.Of(Erasure.Reach(quarter, decided.Target!, decided.TargetCouncil), Ground.Council) with { Council = decided.Number }];
        }
        foreach (var (monday, said) in quarter.RestsSaid)
            if (Week.Ends(monday) == at) return [RestsEnded.Of(monday, said)];
        var slips = quarter.Slips.Values.Where(s => s.EndsAt(quarter) == at).Select(s => s.Hash).ToImmutableArray();
        if (!slips.IsEmpty) return [new SlipsEnded(slips)];
        return quarter.Moves.Values.FirstOrDefault(m => m.Until == at) is { } move
            ? [new MoveEnded(move.Telling.Id)]
            : [new SheetEnded(quarter.Sheets.Values.First(s => s.Until == at).Number)];
    }

    private static (Instant? At, Func<Council, Instant, Facts, IEnumerable<Event>> Strike) Next(Council council)
    {
        var room = council.Room!;
        var next = (At: (Instant?)council.EndsAt, Strike: (Func<Council, Instant, Facts, IEnumerable<Event>>)TimeIsUp);
        void Consider(Instant? at, Func<Council, Instant, Facts, IEnumerable<Event>> strike)
        {
            if (at < next.At) next = (at, strike);
        }

        if (room.Seats.Count < CloseRoll.Least) Consider(council.StartsAt + NobodyComes, NobodyCame);
        if (room.Asked is { } asked) Consider(asked.Closes, (c, _, f) => Questions.Settle(c, f));
        if (room.Floor.Speaker is not null) Consider(room.Floor.TurnEnds, (c, _, _) => EndTurn.Pass(c));
        if (room.Deliberation.Count is { Phase: Phase.Checking } count) Consider(count.CheckUntil, (c, _, _) => Counts.OfPhones(c));
        if (room.Draw is { Ends: { } ends }) Consider(ends, (c, at, f) => Draws.Phases.End(c, at, f.Now));
        if (AwaitsHelp(council)) Consider(Silent(council), (c, _, _) => [new GuideHandedOver(c.Number, ToCompanion: true)]);
        return next;
    }

    private static bool AwaitsHelp(Council council) =>
        council.Room is { GuideHandedOver: false } room
        && room.PresentHolder(Role.Facilitator) is { } facilitator
        && room.PresentHolder(Role.Companion) is { } companion
        && companion != facilitator;

    private static Instant Silent(Council council) =>
        Instant.Max(Steps.PlannedEnd(council), council.Room!.GuideLastSeen) + AskForHelp.Silence;

    private static List<Event> TimeIsUp(Council council, Instant at, Facts facts) =>
        Dissolution.Of(council, council.Room!.Seats.Count < CloseRoll.Least ? Ending.NobodyCame : Ending.Time, facts.Now, facts.Chance, at);

    private static List<Event> NobodyCame(Council council, Instant at, Facts facts) =>
        Dissolution.Of(council, Ending.NobodyCame, facts.Now, facts.Chance, at);

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;
}
