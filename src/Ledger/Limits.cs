namespace Faubourg.Ledger;

/// <summary>Every limit of the leaf format, in one block.</summary>
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
}
