namespace Faubourg.Domain.Councils;

/// <summary>What a council is held for. In the quiet after busy weeks only the last four are announced.</summary>
public enum CouncilKind
{
    Usual,

    /// <summary>Looking after one another.</summary>
    Care,

    /// <summary>Looking back: what these weeks taught.</summary>
    Reflection,

    /// <summary>Mending what is broken, between people or things.</summary>
    Mending,

    /// <summary>It cannot wait for the end of the quiet, say those who convene it, and everybody reads that they say so.</summary>
    Urgent,
}
