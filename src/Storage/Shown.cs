using System.Collections.Immutable;
using System.Security.Cryptography;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Storage.Journal;

namespace Faubourg.Storage;

/// <summary>An act that shows a picture: the bytes go with the disclosure that holds their hash.</summary>
internal static class Shown
{
    /// <summary>The same entries, the one that shows the picture with its bytes.</summary>
    /// <exception cref="InvalidOperationException">Bytes that no entry names, or a name without its bytes: the act is not kept.</exception>
    public static ImmutableArray<Entry> With(ImmutableArray<Entry> entries, byte[]? picture)
    {
        var hash = picture is null ? null : Convert.ToHexStringLower(SHA256.HashData(picture));
        var named = 0;
        var shown = entries.Select(entry => entry is LeafEntry leaf && leaf.Texts.Any(IsPicture) ? Taken(leaf) : entry).ToImmutableArray();
        return named == (picture is null ? 0 : 1) ? shown : throw new InvalidOperationException("An act shows one picture and names it, or does neither.");

        LeafEntry Taken(LeafEntry leaf)
        {
            named++;
            return leaf with { Texts = [.. leaf.Texts.Select(text => IsPicture(text) ? With(text) : text)] };
        }

        KeptText With(KeptText text) => Disclosure.Read(text.Encoded).Value == hash
            ? text with { Picture = picture }
            : throw new InvalidOperationException("The picture is another than the act says.");
    }

    private static bool IsPicture(KeptText text) => text.At.Name == LeafMap.Picture;
}
