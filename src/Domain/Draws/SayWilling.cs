using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Draws;

/// <summary>Which roles somebody would take.</summary>
/// <param name="Roles">Facilitator stands for companion too: which of the two it is, the hats decide.</param>
/// <param name="FirstTime">They never facilitated before.</param>
/// <param name="RoleSlips">For each role, the hash of the slip "I held this role" to be left with them if they serve.</param>
/// <param name="Held">Roles that a slip on this device says it held last time.</param>
public sealed record Willing(
    ImmutableArray<Role> Roles,
    bool FirstTime,
    ImmutableSortedDictionary<Role, string> RoleSlips,
    ImmutableArray<Role> Held)
{
    public bool For(Role role) => Roles.Contains(role is Role.Companion ? Role.Facilitator : role);
}

/// <summary>"I would take this role", or none of them. Until the roll closes.</summary>
/// <param name="HeldSlips">Hashes of the slips this device may hold from the last such draw.</param>
public sealed record SayWilling(
    int Council,
    ImmutableArray<Role> Roles,
    bool FirstTime,
    ImmutableSortedDictionary<Role, string> RoleSlips,
    ImmutableArray<string> HeldSlips) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (sitting.Room.Draw is not null || sitting.Room.Roles.Count > 0) return new RollIsClosed();
        var quarter = sitting.Quarter;
        var held = HeldSlips
            .Select(h => quarter.Slips.GetValueOrDefault(h))
            .Where(s => s is { Purpose: Slips.Purpose.HeldRole or Slips.Purpose.KeyBearer, Role: { } role } && s.HoldsAt(sitting.Now)
                && quarter.LastHeld.TryGetValue(role, out var last) && last == s.Council)
            .Select(s => s!.Role!.Value);
        return new WillingnessSaid(Council, seat.Number, new Willing([.. Roles.Distinct()], FirstTime, RoleSlips, [.. held.Distinct()]));
    }
}

public sealed record WillingnessSaid(int Council, int Seat, Willing Willing) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { SaidWillingness = true, Willing = Willing.Roles.IsEmpty ? null : Willing }),
    });
}

public sealed record RollIsClosed : Refusal;
