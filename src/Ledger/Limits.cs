namespace Faubourg.Ledger;

/// <summary>Every limit of the formats, in one block.</summary>
public static class Limits
{
    /// <summary>Largest leaf, in bytes. (An entry of a tlog-tiles bundle could hold 65,535.)</summary>
    public const int LeafBytes = 16_384;

    /// <summary>Largest disclosure, in bytes of its JSON.</summary>
    public const int DisclosureBytes = 65_536;

    /// <summary>Largest magnitude of an integer: what every JSON reader holds exactly (RFC 8785 §3.2.2.3).</summary>
    public const long Integer = (1L << 53) - 1;

    /// <summary>How deep arrays and objects may stand in one another, the leaf itself included.</summary>
    public const int Depth = 8;

    /// <summary>Random bytes in the salt of a disclosure (RFC 9901 §4.2.1 recommends 128 bits).</summary>
    public const int SaltBytes = 16;

    /// <summary>The one version of the leaf format there is.</summary>
    public const long Version = 1;

    /// <summary>Largest entry of a bundle: its length is written in 16 bits (C2SP tlog-tiles, "Log entries").</summary>
    public const int EntryBytes = 65_535;

    /// <summary>Largest note, in bytes (C2SP signed-note asks for a limit; golang.org/x/mod has this one).</summary>
    public const int NoteBytes = 1_000_000;

    /// <summary>Most signatures a note may carry (C2SP signed-note: at least 16 must be accepted).</summary>
    public const int Signatures = 100;

    /// <summary>Most hashes in a proof: no log of fewer than 2^63 entries needs more (RFC 6962 §2.1.2). A witness takes 63 at most.</summary>
    public const int ProofHashes = 64;

    /// <summary>Largest policy, in bytes: room for far more than the 32 logs, witnesses and groups that C2SP tlog-policy asks for.</summary>
    public const int PolicyBytes = 1_000_000;

    /// <summary>How far before us a witness's clock may be, in seconds, when a time of now is known.</summary>
    public const long ClockSeconds = 300;
}
