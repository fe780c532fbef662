using System.Collections.Immutable;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>The end, by rule: what was not written yet is written, slips are left, the room is gone.</summary>
internal static class Dissolution
{
    /// <summary>Kept for blacking out names when time ended the council before its closing.</summary>
    private static readonly Duration TextsWait = Duration.FromHours(12);

    private static readonly Duration ToCorrect = Duration.FromHours(72);

    private static readonly Duration AfterTask = Duration.FromDays(30);

    private static readonly Duration TaskAtMost = Duration.FromDays(365);

    /// <summary>"Until the next such draw", and in a quarter that falls asleep at most a year.</summary>
    private static readonly Duration HeldRoleAtMost = Duration.FromDays(365);

    /// <param name="due">When it was due: now, or earlier when nobody was there to notice.</param>
    public static List<Event> Of(Council council, Ending ending, Instant now, Chance chance, Instant? due = null)
    {
        var at = due ?? now;
        var outcome = ending switch
        {
            Ending.CalledOff => Outcome.CalledOff,
            Ending.NobodyCame => Outcome.NobodyCame,
            _ => council.Decision is null ? Outcome.NoDecision : Outcome.Decided,
        };
        var happened = new List<Event>();
        if (council.Room!.Draw is not null) happened.Add(AbandonDraw.Of(council, now));
        if (outcome is Outcome.Decided or Outcome.NoDecision)
        {
            happened.AddRange(Steps.Written(council, chance));
            happened.AddRange(Charges.Services.Begun(council, at));
            happened.AddRange(Power.TurnsCounted.Of(council));
            happened.AddRange(Bearers.Set(council, at, chance));
            happened.AddRange(Left(council, at));
        }
        var textsFrom = ending == Ending.Time ? Rules.Minute(at + TextsWait) : (Instant?)null;
        happened.Add(new CouncilDissolved(council.Number, outcome, ending, Rules.Minute(at), textsFrom));
        return happened;
    }

    /// <summary>The slips, in an order that says nothing of who sat where.</summary>
    private static IEnumerable<Event> Left(Council council, Instant at)
    {
        var room = council.Room!;
        var slips = room.Seats.Values
            .Where(s => s.MinutesSlip is not null)
            .Select(s => new Slip(s.MinutesSlip!, Purpose.Minutes, council.Number, at + ToCorrect))
            .Concat(room.Tasks.Values
                .Where(t => t.Slip is not null)
                .Select(t => new Slip(t.Slip!, Purpose.Task, council.Number, TaskEnd(t.By, at), t.Number)))
            .Concat(Roles(council, at))
            .Concat(Charges.Services.Slips(council, at))
            .Concat(Bearers.Slips(council, at))
            .Concat(Keepers.Slips(council, at));
        return slips.OrderBy(s => s.Hash, StringComparer.Ordinal).Select(s => new SlipLeft(council.Number, s));
    }

    private static IEnumerable<Slip> Roles(Council council, Instant at)
    {
        var room = council.Room!;
        var counts = Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) >= Weight.LeastHeads;
        foreach (var (role, number) in room.Roles)
        {
            if (room.Seats[number].SlipFor(role) is not { } hash) continue;
            if (role == Role.Spokesperson && council.Spokesperson is { RecalledBy: null } spokesperson)
                yield return new Slip(hash, Purpose.Spokesperson, council.Number, spokesperson.Until);
            else if (counts && role is not (Role.Companion or Role.Spokesperson))
                yield return new Slip(hash, Purpose.HeldRole, council.Number, at + HeldRoleAtMost, Role: role);
        }
        if (!counts) yield break;
        // A keeper's slip says by itself that they held the role; one beside it would be known by the same words.
        foreach (var (role, seats) in room.Serving.Where(s => s.Key != Role.Keeper || !Keepers.AreFor(council)))
            foreach (var hash in seats.Select(number => room.Seats[number].SlipFor(role)).OfType<string>())
                yield return new Slip(hash, Purpose.HeldRole, council.Number, at + HeldRoleAtMost, Role: role);
    }

    /// <summary>30 days after it was due, and after a year at the latest.</summary>
    internal static Instant TaskEnd(LocalDate? by, Instant at)
    {
        if (by is not { } day) return at + AfterTask;
        var last = at + TaskAtMost;
        return day >= last.InUtc().Date ? last : Instant.Max(day.AtMidnight().InUtc().ToInstant(), at) + AfterTask;
    }
}

/// <summary>Never undone. Roles end; seats and floor are deleted with this commit.</summary>
/// <param name="Due">When the rule called for it; <c>at</c> may be later when the server was down.</param>
/// <param name="TextsFrom">When the texts other than decision and tasks are shown; absent: at once.</param>
[Leaf("council.dissolved")]
public sealed record CouncilDissolved(int Council, Outcome Outcome, Ending Ending, Instant Due, Instant? TextsFrom) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var council = quarter.Councils[Council];
        var counts = Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) >= Weight.LeastHeads;
        var held = council.Calls.GroupBy(c => c.Role)
            .Where(g => counts && WasHeld(g))
            // Drawn, and too few made a key: nobody bears any.
            .Where(g => g.Key != Role.KeyBearer || quarter.Recovery?.Council == Council)
            .Select(g => KeyValuePair.Create(g.Key, Council));
        return quarter.With(council with
        {
            Step = Step.Dissolved,
            StepSince = stamp.At,
            Outcome = Outcome,
            Ending = Ending,
            DissolvedAt = Due,
            TextsFrom = TextsFrom,
            Room = null,
        }) with
        {
            Living = quarter.Living.Remove(Council),
            Amendments = quarter.Amendments.TryGetValue(Council, out var amendment)
                ? quarter.Amendments.SetItem(Council, amendment with { HoldsFrom = Due + Amendment.Delay })
                : quarter.Amendments,
            LastHeld = quarter.LastHeld.SetItems(held),
            Projects = Outcome == Outcome.Decided && (council.Decision is { Touches: Quarters.Touches.Nothing } || quarter.Jars.ContainsKey(Council))
                ? quarter.Projects.SetItem(Council, new Project(Council, Due, Due + Project.Term))
                : quarter.Projects,
        };
    }

    /// <summary>
    /// One of several may have stepped back with nobody left to follow: the others held it all the same. A draw anew ended what the
    /// one before it gave.
    /// </summary>
    private static bool WasHeld(IGrouping<Role, Call> calls)
    {
        var last = calls.Last();
        if (last.Number is not null || !calls.Key.IsOfALot()) return last.Number is not null || calls.Key == Role.KeyBearer;
        var drawn = calls.Where(call => call.Draw == last.Draw).ToArray();
        return drawn.Count(call => call.Number is not null) > drawn.Count(call => call.Instead is not null);
    }
}
