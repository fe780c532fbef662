using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Draws;

/// <summary>Which roles somebody would take.</summary>
/// <param name="Roles">Facilitator stands for companion too: which of the two it is, the hats decide.</param>
/// <param name="FirstTime">They never facilitated before.</param>
/// <param name="RoleSlips">For each role, the hash of the slip "I held this role" to be left with them if they serve.</param>
/// <param name="Held">Roles that a slip on this device says it held last time.</param>
/// <param name="Commits">This device will commit to a secret number: its page runs scripts. Those that do not are not waited for.</param>
public sealed record Willing(
    ImmutableArray<Role> Roles,
    bool FirstTime,
    ImmutableSortedDictionary<Role, string> RoleSlips,
    ImmutableArray<Role> Held,
    bool Commits = false)
{
    public bool For(Role role) => Roles.Contains(role is Role.Companion ? Role.Facilitator : role);
}

/// <summary>"I would take this role", or none of them. Until the roll closes.</summary>
/// <param name="HeldSlips">Hashes of the slips this device may hold from the last such draw.</param>
/// <param name="Commits">Whether this device will commit to a secret number once the list is closed.</param>
public sealed record SayWilling(
    int Council,
    ImmutableArray<Role> Roles,
    bool FirstTime,
    ImmutableSortedDictionary<Role, string> RoleSlips,
    ImmutableArray<string> HeldSlips,
    bool Commits = false) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not null) return new RollIsClosed();
        if (sitting.Council.Lot is { } lot) return ForALot(sitting, seat, lot);
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (sitting.Room.Roles.Count > 0) return new RollIsClosed();
        return new WillingnessSaid(Council, seat.Number, new Willing([.. Roles.Distinct()], FirstTime, RoleSlips, Held(sitting), Commits));
    }

    /// <summary>While a lot is open only its role is asked about.</summary>
    private WillingForLotSaid ForALot(Sitting sitting, Seat seat, Lot lot) => new(
        Council, seat.Number, lot.Role, Roles.Contains(lot.Role) ? new Willing([lot.Role], FirstTime, RoleSlips, Held(sitting), Commits) : null);

    private ImmutableArray<Role> Held(Sitting sitting)
    {
        var quarter = sitting.Quarter;
        var held = HeldSlips
            .Select(h => quarter.Slips.GetValueOrDefault(h))
            .Where(s => s is { Purpose: Slips.Purpose.HeldRole or Slips.Purpose.KeyBearer or Slips.Purpose.Keeper, Role: { } role } && s.HoldsAt(sitting.Now)
                && quarter.LastHeld.TryGetValue(role, out var last) && last == s.Council)
            .Select(s => s!.Role!.Value);
        return [.. held.Distinct()];
    }
}

public sealed record WillingnessSaid(int Council, int Seat, Willing Willing) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { SaidWillingness = true, Willing = Willing.Roles.IsEmpty ? null : Willing }),
    });
}

/// <summary>For the lot that is open, or (null) rather not.</summary>
public sealed record WillingForLotSaid(int Council, int Seat, Role Role, Willing? Willing) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with
        {
            ForLots = Willing is null ? r.Seats[Seat].ForLots.Remove(Role) : r.Seats[Seat].ForLots.SetItem(Role, Willing),
        }),
    });
}

public sealed record RollIsClosed : Refusal;
