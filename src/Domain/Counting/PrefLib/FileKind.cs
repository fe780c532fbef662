namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>The kinds of PrefLib files that hold ballots (FORMAT_SPECIFICATION.md of PrefLib/PrefLib-Data, "Data Types").</summary>
public enum FileKind
{
    /// <summary>Rankings of all alternatives, none equal.</summary>
    Soc,

    /// <summary>Rankings that may leave alternatives out, none equal.</summary>
    Soi,

    /// <summary>Rankings of all alternatives, equal ones allowed.</summary>
    Toc,

    /// <summary>Rankings that may leave alternatives out, equal ones allowed.</summary>
    Toi,

    /// <summary>Alternatives put into categories, the first being the best.</summary>
    Cat,
}
