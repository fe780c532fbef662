namespace Faubourg.Domain.Draws;

/// <summary>
/// What is given by lot. All but the last are for one evening and one seat; up to five key-bearers keep, for a year, a key each
/// with which three of them can move the record to another host.
/// </summary>
public enum Role { Facilitator, Companion, NoteKeeper, Timekeeper, Spokesperson, KeyBearer }
