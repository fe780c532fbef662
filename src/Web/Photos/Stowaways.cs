using System.Text;

namespace Faubourg.Web.Photos;

/// <summary>
/// Files that are a picture and something else as well. Nothing of them would be left anyway, because every picture is made anew;
/// but whoever sends one is told.
/// </summary>
internal static class Stowaways
{
    /// <summary>What pages, scripts and documents begin with, and no camera writes.</summary>
    private static readonly string[] Openings = ["<script", "<html", "<!doctype", "<svg", "<?php", "<iframe"];

    /// <param name="file">The whole file.</param>
    /// <param name="end">Where the picture in it ends.</param>
    public static bool Any(ReadOnlySpan<byte> file, int end) => IsMarkup(file) || file.IndexOf("%PDF-"u8) >= 0 || IsStrange(file[end..]);

    private static bool IsMarkup(ReadOnlySpan<byte> file)
    {
        for (var at = file.IndexOf((byte)'<'); at >= 0;)
        {
            foreach (var opening in Openings)
                if (file.Length - at >= opening.Length && Ascii.EqualsIgnoreCase(file.Slice(at, opening.Length), opening))
                    return true;
            var next = file[(at + 1)..].IndexOf((byte)'<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>Phones put more behind a picture: a brighter copy (JPEG), the second before it (MP4), Samsung's own notes.</summary>
    private static bool IsStrange(ReadOnlySpan<byte> behind)
    {
        behind = behind.Trim((ReadOnlySpan<byte>)[0x00, 0xFF, 0x0A, 0x0D]);
        return !behind.IsEmpty
            && !behind.StartsWith((ReadOnlySpan<byte>)[0xD8, 0xFF])
            && !(behind.Length > 8 && behind[..8].IndexOf("ftyp"u8) >= 0)
            && !behind.EndsWith("SEFT"u8);
    }
}
