using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using Faubourg.Domain.Tests.Draws;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What must hold at every moment of every history. Each says what is wrong, or null.</summary>
internal static class Laws
{
    /// <summary>Broken by the one thing that no moment shows: an exception.</summary>
    public static string? The_rules_never_fail(Moment m) => m.Refusal is not null && !m.Happened.IsEmpty ? "a refusal with events" : null;

    public static string? One_decision(Moment m) =>
        m.World.Memory.Decisions.Any(d => d.Value > 1) ? "two decisions in a council" : null;

    public static string? Nothing_after_the_end(Moment m)
    {
        if (m is { Accepted: true, Act: CouncilAct act } && m.Before.Councils[act.Council].IsOver) return "an act after dissolution";
        var over = new HashSet<int>();
        foreach (var e in m.Happened)
        {
            if (e is RoomEvent { Ends.IsEmpty: true } room && over.Contains(room.Council)) return $"{e} after dissolution";
            if (e is CouncilDissolved dissolved) over.Add(dissolved.Council);
        }
        return null;
    }

    public static string? The_end_is_the_end(Moment m)
    {
        foreach (var number in m.After.Living)
        {
            if (m.World.Memory.End[number] <= m.Now) return $"council {number} lives after its end";
            if (m.World.Memory.Extensions.GetValueOrDefault(number) > 1) return $"council {number} was extended twice";
        }
        return m.Happened.Any(e => e is CouncilExtended { Minutes: > 30 or < 1 }) ? "extended too long" : null;
    }

    public static string? Rights_end_with_the_council(Moment m)
    {
        if (!m.Happened.Any(e => e is CouncilDissolved)) return null;
        foreach (var over in m.World.Memory.Over)
            if (m.After.Councils[over].Room is not null || m.After.Living.Contains(over))
                return $"the room of {over} is still there";
        return m.World.Journal.RoomRows.Any(r => r is { Mark: null } && m.World.Memory.Over.Contains(r.Council)) ? "a row of a council that is over" : null;
    }

    public static string? Slips_end(Moment m)
    {
        if (m.Act is not null) return null;
        foreach (var slip in m.After.Slips.Values)
            if (slip.Until <= m.Now) return $"{slip} outlives its end";
        // Where the last place of a lot fell empty, the record names no last holder.
        foreach (var slip in m.After.Slips.Values)
            if (slip is { Purpose: Purpose.HeldRole, Role: { } role } && m.After.LastHeld.TryGetValue(role, out var last) && last != slip.Council) return $"{slip} after the next draw";
        return null;
    }

    public static string? Drawn_from_the_closed_roll(Moment m)
    {
        foreach (var called in m.Happened.OfType<RoleCalled>())
        {
            if (called.Number is not { } number) continue;
            var draw = m.World.Memory.DrawFor.GetValueOrDefault((called.Council, called.Role));
            if (!m.World.Memory.InHat.Contains((called.Council, draw, number, called.Role))) return $"{called} was in no hat of draw {draw}";
        }
        return null;
    }

    public static string? Exclusions_hold_unless_waived(Moment m)
    {
        foreach (var hat in m.Happened.OfType<HatFilled>())
        {
            var room = m.After.Councils[hat.Council].Room!;
            if (hat.Excepted != m.World.Memory.Waived.Contains((hat.Council, hat.Role))) return $"{hat}: an exception without the room's recorded consent";
            if (hat.Excepted) continue;
            var role = hat.Role == Role.Companion ? Role.Facilitator : hat.Role;
            var lot = m.After.Councils[hat.Council].Draws[^1].Lot;
            if (lot is { WithoutLast: false }) continue;
            Willing? Said(Seat s) => lot is null ? s.Willing : s.ForLots.GetValueOrDefault(lot.Role);
            var held = hat.Numbers.Count(n => Said(room.Seats[room.Roll[n]])!.Held.Contains(role));
            var others = room.Present.Count(s => Said(s)?.For(role) == true && !Said(s)!.Held.Contains(role) && s.Device != room.Opener);
            if (held > 0 && others >= (role == Role.KeyBearer ? Recovery.Least : 1)) return $"{hat}: somebody who held it last time, though others are willing";
        }
        return null;
    }

    /// <summary>Numbers follow one another, one draw is open at a time, and none goes without a trace.</summary>
    public static string? A_draw_is_done_or_given_up_in_sight(Moment m)
    {
        foreach (var (number, council) in m.After.Councils)
        {
            var open = council.Draws.Count(d => d.IsOpen);
            if (council.Draws.Select((d, i) => d.Number == i + 1).Contains(false)) return $"draws of {number} are not numbered one after the other";
            if (open > 1 || open == 1 && council.Draws[^1] is { IsOpen: false }) return $"two draws of {number} are open";
            if (open == 1 && (council.IsOver || council.Room!.Draw?.Number != council.Draws.Length)) return $"a draw of {number} went without a trace";
        }
        return null;
    }

    /// <summary>A second way of working it out, from the leaves alone, comes to the same seed and the same orders.</summary>
    public static string? A_draw_recomputes(Moment m)
    {
        foreach (var revealed in m.Happened.OfType<DrawRevealed>())
            if (NaiveDraw.Differs(m.World.Journal.Leaves, m.After, revealed) is { } how) return how;
        return null;
    }

    /// <summary>Nobody shows a number before the list of commitments is closed, and no number is typed before the list of reveals is.</summary>
    public static string? Numbers_come_last(Moment m)
    {
        foreach (var e in m.Happened)
        {
            if (e is NonceRevealed r && m.Before.Councils[r.Council].Draws[^1].Commitments is null) return "shown while others still commit";
            if (e is DrawTyped { Typed.Way: not Way.Hat } t && m.Before.Councils[t.Council].Draws[^1] is not ({ Reveals: not null } or { Commitments.IsEmpty: true })) return "typed while others still show";
            if (e is DrawRevealed d && m.Before.Councils[d.Council].Draws[^1].Chosen != d.Way) return "made in another way than was chosen";
        }
        return null;
    }

    public static string? Acts_need_a_seat(Moment m)
    {
        if (m is not { Accepted: true, Act: SeatedAct or SeatBeside }) return null;
        var room = m.Before.Councils[((CouncilAct)m.Act).Council].Room!;
        var paper = m.Act is SeatBeside ? null : m.Actor!.Paper;
        return room.Devices.TryGetValue(m.Actor!.Device, out var number)
            && room.Present.Any(s => paper is null ? s.Number == number : s.BesideSeat == number && s.Paper == paper)
            ? null
            : "an act by somebody without a seat";
    }

    public static string? Who_sits_down_late_has_no_ballot(Moment m)
    {
        foreach (var e in m.Happened)
            if (e is BallotCast b && m.World.Memory.Late.Contains((b.Council, b.Seat))
                || e is ConsentSaid c && m.World.Memory.Late.Contains((c.Council, c.Seat))
                || e is RoomAnswered a && m.World.Memory.Late.Contains((a.Council, a.Seat)))
                return $"{e} from a seat taken after deciding opened";
        return null;
    }

    public static string? What_is_marked_is_not_decided_here(Moment m) =>
        m.Happened.OfType<DecisionMade>().Any(d => m.World.Memory.Marked.GetValueOrDefault((d.Council, d.Proposal))?.Count >= 3)
            ? "a marked and seconded proposal was decided"
            : null;

    public static string? Without_weight_nothing_of_others_is_touched(Moment m)
    {
        foreach (var e in m.Happened)
        {
            if (e is DecisionMade { Touches: not (Touches.Nothing or Touches.Renewal or Touches.Amendment) } d && !Weighs(m, d.Council, 72)) return $"{d} without weight";
            if (e is DecisionMade { Touches: Touches.Amendment } no && !Weighs(m, no.Council, 24)) return $"{no} without weight";
            if (e is SpokespersonRecalled r && r.Sender != r.Council && !Weighs(m, r.Council, 24)) return $"{r} without weight";
            if (e is DecisionMade { Touches: Touches.Covenant, Method: not Method.Consent }) return "the covenant amended without consent";
        }
        return null;
    }

    private static bool Weighs(Moment m, int number, int hours)
    {
        var council = m.After.Councils[number];
        return council.Attendance != Attendance.Remote
            && Math.Max(council.HeadsAtDeciding, council.HeadsAtDraw) >= 5
            && council.StartsAt - m.World.Memory.Announced[number] >= Duration.FromHours(hours);
    }

    /// <summary>With nobody as the convener, every act is accepted that was, but the four that are the convener's until others came.</summary>
    public static string? The_convener_may_nothing_that_others_may_not(Moment m)
    {
        if (m is not { Accepted: true, Act: CouncilAct act } || m.Before.Councils[act.Council] is not { Room: { } room } council) return null;
        if (m.Actor!.Device != room.Opener) return null;
        if (act is Change) return council.Step == Step.Announced ? null : "changed after somebody was seated";
        if (act is MovePlace && council.Step == Step.Announced) return null;
        if (act is CallOff) return room.Seats.Count < 3 ? null : "called off after three were seated";
        if (act is TakeSeat && room.Present.All(s => s.Remote)) return null;
        var without = m.Before.With(council with { Room = room with { Opener = null } });
        return Rules.Decide(without, act, m.Actor, new Facts(m.Now, World.Chance(m.Chance))).Refusal is { } refusal ? $"others: {refusal}" : null;
    }

    public static string? Decisions_need_three(Moment m) =>
        m.Happened.Any(e => e is ConsentCounted c && c.Consenting + c.Silent < 3 && m.Happened.OfType<DecisionMade>().Any()) ? "fewer than three decided" : null;

    public static string? Nobody_is_their_own_companion(Moment m) =>
        m.After.Living.Any(n => m.After.Councils[n].Room!.Roles is var roles
            && roles.TryGetValue(Role.Facilitator, out var one) && roles.TryGetValue(Role.Companion, out var other) && one == other)
            ? "one seat is both"
            : null;

    public static string? A_ballot_is_forgotten_when_the_count_closes(Moment m) =>
        m.World.Journal.RoomRows.Any(r =>
            r is BallotCast && m.After.Councils[r.Council].Room?.Deliberation.Count is not { Phase: Phase.Open }
            || r is BallotsClosed && m.After.Councils[r.Council].Room?.Deliberation.Count is not { Phase: Phase.Checking })
            ? "the journal still knows whose ballot it was"
            : null;

    public static string? The_clock_leaves_nothing_undone(Moment m) =>
        m.Act is null && Rules.NextDue(m.After) <= m.Now ? "something is still due" : null;

    public static string? A_host_without_any_text_decides_the_same(Moment m)
    {
        if (m.Act is null) return null;
        var blind = Rules.Decide(m.World.BlindBefore, m.Act, m.Actor!, new Facts(m.Now, World.Chance(m.Chance)));
        if (m.Refusal != blind.Refusal) return $"{m.Refusal} became {blind.Refusal}";
        return Canon.Of(m.Happened.Select(Blank.Of)) == Canon.Of(blind.Events.Select(Blank.Of)) ? null : "other events";
    }

    public static string? The_journal_gives_the_same_state(Moment m) =>
        m.World.Rereads && m.Act is null ? Differ(m.World.Journal.Replay(m.After.Texts), m.After) : null;

    public static string? The_leaves_give_the_public_part(Moment m) =>
        m.World.Rereads && m.Act is null ? Differ(m.World.Journal.ReplayLeaves(m.After.Texts), Public(m.After)) : null;

    private static string? Differ(Quarter one, Quarter other)
    {
        var (lines, others) = (Canon.Of(one with { At = default }).Split('\n'), Canon.Of(other with { At = default }).Split('\n'));
        return lines.Zip(others).Where(p => p.First != p.Second).Select(p => $"{p.First}\n{p.Second}").FirstOrDefault()
            ?? (lines.Length == others.Length ? null : "one is longer");
    }

    private static Quarter Public(Quarter quarter) => quarter with
    {
        Living = [],
        Slips = quarter.Slips.Clear(),
        Sheets = quarter.Sheets.Clear(),
        RestsSaid = quarter.RestsSaid.Clear(),
        Moves = quarter.Moves.Clear(),
        Councils = quarter.Living.Aggregate(quarter.Councils, (all, n) => all.SetItem(n, all[n] with { Room = null })),
    };

    public static string? Every_count_is_that_of_a_naive_teller(Moment m) => m.World.Memory.Recount.Wrong;

    public static string? A_stranger_finds_nothing_wrong(Moment m) => m.World.Breaches.FirstOrDefault()?.ToString();

    public static string? A_leaf_says_all_that_its_event_says(Moment m)
    {
        foreach (var leaf in m.Happened.OfType<PublicEvent>())
        {
            var reread = LeafMap.Read(LeafMap.LeafType(leaf), LeafMap.Clear(leaf), LeafMap.Texts(leaf).ToDictionary(t => t.Name, t => t.Text));
            if (Canon.Of(reread) != Canon.Of(leaf)) return $"{leaf} came back as {reread}";
        }
        return null;
    }
}
