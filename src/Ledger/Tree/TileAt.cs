using System.Globalization;

namespace Faubourg.Ledger.Tree;

/// <summary>Which tile of a log: 256 hashes beside one another, or 256 entries (C2SP tlog-tiles).</summary>
/// <param name="Level">0 to 63, counted from the leaves; <see cref="Entries"/> for a bundle of entries.</param>
/// <param name="Index">Its place among the tiles of its level, from 0.</param>
/// <param name="Width">How many hashes or entries it holds: 256 when it is full, 1 to 255 when it is partial.</param>
public readonly record struct TileAt(int Level, long Index, int Width)
{
    /// <summary>Levels of the tree that one tile spans.</summary>
    public const int Height = 8;

    /// <summary>The width of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The level that stands for bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>The highest level that a path can name.</summary>
    private const int HighestLevel = 63;

    /// <summary>Beyond this a tile of any level would begin after 2^63 entries.</summary>
    private const long HighestIndex = long.MaxValue / FullWidth;

    private const int LongestPath = 64;

    /// <summary>Full tiles never change again.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Bytes of a tile of hashes this wide.</summary>
    public int Bytes => Width * Merkle.HashBytes;

    /// <summary>Below the prefix of the log: <c>tile/0/x001/067.p/5</c>, <c>tile/entries/000</c>.</summary>
    public string Path
    {
        get
        {
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            var groups = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
                groups = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{groups}");
            return string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{groups}{(IsFull ? "" : $".p/{Width}")}");
        }
    }

    /// <summary>The tile with this index in a log of this size: full or partial as the log has it; null when it has none.</summary>
    public static TileAt? In(long size, int level, long index)
    {
        var whole = Whole(size, level);
        if (size < 0 || index < 0 || index > whole / FullWidth) return null;
        var width = index < whole / FullWidth ? FullWidth : (int)(whole % FullWidth);
        return width == 0 ? null : new TileAt(level, index, width);
    }

    /// <summary>
    /// Every tile that a log of this size has, the partial ones at its edge included: by level, then the bundles. One after the other: of a
    /// size that a stranger claims there may be no end.
    /// </summary>
    /// <param name="size">Entries of the log.</param>
    /// <param name="entries">Also the bundles of entries.</param>
    public static IEnumerable<TileAt> Of(long size, bool entries = true)
    {
        for (var level = 0; Whole(size, level) > 0; level++)
            foreach (var tile in Row(size, level))
                yield return tile;
        if (!entries) yield break;
        foreach (var bundle in Row(size, Entries)) yield return bundle;
    }

    private static IEnumerable<TileAt> Row(long size, int level)
    {
        for (long index = 0; In(size, level, index) is { } tile; index++) yield return tile;
    }

    /// <summary>floor(size / 256^level): how many hashes the level holds in all its tiles.</summary>
    internal static long Whole(long size, int level) => level switch
    {
        Entries => size,
        >= 0 and < sizeof(long) => size >> (Height * level),
        _ => 0,
    };

    /// <summary>Reads a path, canonical only: one path for each tile, one tile for each path.</summary>
    public static bool TryParse(string path, out TileAt at)
    {
        at = default;
        if (path.Length > LongestPath) return false;
        var parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile" || LevelOf(parts[1]) is not { } level) return false;
        var width = FullWidth;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width)) return false;
            parts = [.. parts[..^2], parts[^2][..^2]];
        }

        if (width is < 1 or > FullWidth || Number(parts.AsSpan(2)) is not { } index) return false;
        at = new TileAt(level, index, width);
        // Leading zeros, "x000/" in front, a partial tile of 256: what was forgiven is written otherwise.
        return at.Path == path;
    }

    private static int? LevelOf(string text)
    {
        if (text == "entries") return Entries;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= HighestLevel ? level : null;
    }

    private static long? Number(ReadOnlySpan<string> groups)
    {
        long number = 0;
        foreach (var group in groups)
        {
            if (!int.TryParse(group.TrimStart('x'), NumberStyles.None, CultureInfo.InvariantCulture, out var three) || three > 999) return null;
            if (number > HighestIndex / 1000) return null;
            number = (number * 1000) + three;
        }

        return number <= HighestIndex ? number : null;
    }
}
