namespace Faubourg.Domain.Draws;

/// <summary>
/// What is given by lot. The first five are for one evening and one seat; up to five key-bearers keep, for a year, a key each with
/// which three of them can move the record to another host. The others are drawn by a lot of their own, several places at once.
/// </summary>
public enum Role { Facilitator, Companion, NoteKeeper, Timekeeper, Spokesperson, KeyBearer, Keeper, Juror, Mediator, Delegate, Alternate }

/// <summary>Which role is drawn how.</summary>
public static class RoleKinds
{
    /// <summary>Drawn by a lot of its own only: held by several, and not over when the evening is.</summary>
    public static bool IsOfALot(this Role role) => role is Role.Keeper or Role.Juror or Role.Mediator or Role.Delegate or Role.Alternate;
}
