namespace Faubourg.Web.Record;

/// <summary>What became of a name or a text beside an entry.</summary>
public enum TextStanding
{
    /// <summary>This host shows it.</summary>
    Here,

    /// <summary>Held, and shown once names in it could be blacked out.</summary>
    KeptBack,

    /// <summary>A later entry says that it was taken out.</summary>
    Erased,

    /// <summary>A later entry says that the law made this host take it out.</summary>
    Withheld,

    /// <summary>Not here, and no entry says why: a finding.</summary>
    Missing,
}
