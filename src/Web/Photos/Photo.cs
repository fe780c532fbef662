using System.Security.Cryptography;

namespace Faubourg.Web.Photos;

/// <summary>A picture as it is kept and shown: made here from what somebody sent, of which nothing else is left.</summary>
/// <param name="Bytes">A JPEG of pixels and tables only, at most <see cref="MostBytes"/>.</param>
public sealed record Photo(byte[] Bytes)
{
    /// <summary>Of the longer side, in pixels.</summary>
    public const int LongestSide = 2_000;

    /// <summary>300 KB.</summary>
    public const int MostBytes = 300_000;

    /// <summary>
    /// Pixels that a file may say it has. Phones take 12 to 25 million by themselves; what says more is refused before any of it is
    /// unpacked.
    /// </summary>
    public const long MostPixels = 40_000_000;

    /// <summary>
    /// Pixels that are unpacked at once, four bytes each. A plain JPEG is made smaller while it is read; whatever has to be unpacked
    /// whole may not have more than this.
    /// </summary>
    public const long MostUnpacked = 16_000_000;

    /// <summary>What stands in the record, under a salt: lower-case hex of SHA-256 of the bytes.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>Why a file is not taken. The sentence is <c>photo.wrong.{fault}</c>.</summary>
public enum PhotoFault
{
    /// <summary>Not JPEG, PNG or WebP: a drawing, a film, a page.</summary>
    NoPhoto,

    /// <summary>It ends before the picture does, or says what no picture is.</summary>
    Broken,

    /// <summary>More pixels than are looked at.</summary>
    TooManyPixels,

    /// <summary>A picture and something else in one file.</summary>
    Hides,

    /// <summary>Others are being read; nothing is wrong with it.</summary>
    Busy,
}
