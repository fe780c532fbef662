using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Verify.Files;

namespace Faubourg.Verify.Checks;

/// <summary>
/// Of each picture whose hash is disclosed: it lies beside the record and is that one, or it is not in this copy. Of each that was
/// erased: it does not.
/// </summary>
internal sealed class PictureCheck(IFiles files, Findings findings)
{
    /// <summary>Ours have 300,000 bytes at most; nobody is to be kept hashing for an hour.</summary>
    public const long Longest = 1 << 20;

    public static ReadOnlySpan<byte> Name => "picture"u8;

    /// <summary>Here, and what their entries say.</summary>
    public long Here { get; private set; }

    /// <summary>Disclosed, and not in this copy: a record can be copied without them.</summary>
    public long Elsewhere { get; private set; }

    /// <param name="seq">The entry.</param>
    /// <param name="hash">As disclosed.</param>
    public void Shown(long seq, ReadOnlySpan<byte> hash)
    {
        var said = Encoding.UTF8.GetString(hash);
        if (!Hash.IsHex(said))
        {
            findings.Break("picture", seq, "what it discloses as a picture is the hash of none");
            return;
        }

        using var file = Open(seq);
        if (file is null) Elsewhere++;
        else if (file.Length > Longest) findings.Break("picture", seq, $"{PathOf(seq)} is longer than any picture: {file.Length} bytes");
        else if (Convert.ToHexStringLower(SHA256.HashData(file)) == said) Here++;
        else findings.Break("picture", seq, $"{PathOf(seq)} is another picture than it disclosed");
    }

    /// <param name="seq">An entry whose picture a later one says was erased.</param>
    public void Erased(long seq)
    {
        using var file = Open(seq);
        if (file is not null) findings.Break("erasure", seq, $"its picture is said to be erased, and {PathOf(seq)} is still here");
    }

    /// <summary>What is here and cannot be read is another picture than any.</summary>
    private Stream? Open(long seq)
    {
        try
        {
            return files.Open(PathOf(seq));
        }
        catch (LedgerException unreadable)
        {
            findings.Break("picture", seq, unreadable.Message);
            return Stream.Null;
        }
    }

    public static bool IsPicture(string name) => name == LeafMap.Picture;

    /// <summary>Below the record's prefix.</summary>
    public static string PathOf(long seq) => string.Create(CultureInfo.InvariantCulture, $"pictures/{seq}");
}
