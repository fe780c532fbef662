namespace Faubourg.Domain.Draws;

/// <summary>What is given by lot for one evening.</summary>
public enum Role { Facilitator, Companion, NoteKeeper, Timekeeper, Spokesperson }
