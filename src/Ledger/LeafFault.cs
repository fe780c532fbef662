namespace Faubourg.Ledger;

/// <summary>Why bytes are not a leaf or a disclosure, or a value cannot become one.</summary>
public enum LeafFault
{
    /// <summary>Not JSON in UTF-8 (RFC 8259), or deeper than <see cref="Limits.Depth"/>.</summary>
    NotJson,

    /// <summary>More bytes than the limit.</summary>
    TooLong,

    /// <summary>null, or a number that is no integer within ±(2^53−1).</summary>
    ForbiddenValue,

    /// <summary>A key with anything but a–z and _.</summary>
    ForbiddenKey,

    /// <summary>One key twice in an object.</summary>
    DuplicateKey,

    /// <summary>Written again, the bytes come out otherwise: spaces, key order, escapes (RFC 8785 §3.2).</summary>
    NotCanonical,

    /// <summary>A string that is no Unicode text (half a surrogate pair), or not in form C (UAX #15).</summary>
    NotNormalized,

    /// <summary>A field every leaf has is missing, of the wrong kind, or outside its grammar.</summary>
    WrongField,

    /// <summary>Base64url with padding, foreign letters, stray bits, or of the wrong length (RFC 4648 §5, §3.5).</summary>
    WrongBase64,
}
