using System.Buffers.Binary;

namespace Faubourg.Web.Photos;

/// <summary>What a file says of itself, found out without unpacking anything.</summary>
/// <param name="Pixels">Width times height.</param>
/// <param name="MustBeWhole">It cannot be made smaller while it is read: a PNG, or a JPEG that comes in many passes.</param>
internal readonly record struct PhotoFile(long Pixels, bool MustBeWhole)
{
    /// <summary>Passes of a JPEG. Cameras make one, programs about ten; a few bytes can ask for thousands, each over all pixels.</summary>
    private const int MostScans = 64;

    /// <summary>Looks at the first bytes, the size, and what stands behind the picture's end.</summary>
    public static (PhotoFile File, PhotoFault? Fault) Look(ReadOnlySpan<byte> file)
    {
        var (found, end, fault) = file switch
        {
            _ when file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg(file),
            _ when file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => Png(file),
            _ when file.Length > 30 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBPVP8"u8) => WebP(file),
            _ => (default, 0, PhotoFault.NoPhoto),
        };
        if (fault is not null) return (default, fault);
        if (found.Pixels <= 0) return (default, PhotoFault.Broken);
        if (found.Pixels > (found.MustBeWhole ? Photo.MostUnpacked : Photo.MostPixels)) return (default, PhotoFault.TooManyPixels);
        return Stowaways.Any(file, end) ? (default, PhotoFault.Hides) : (found, null);
    }

    /// <summary>ITU-T T.81, annex B: segments one behind the other, pixels between SOS and the next marker.</summary>
    private static (PhotoFile, int End, PhotoFault?) Jpeg(ReadOnlySpan<byte> file)
    {
        var (at, pixels, progressive, scans) = (2, 0L, false, 0);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) break;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 7) break;
                // More than one frame is no picture of a camera, and would hide the larger one.
                if (pixels != 0) break;
                pixels = (long)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]) * BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                progressive = marker != 0xC0 && marker != 0xC1;
            }

            at += 2 + length;
            if (marker != 0xDA) continue;
            if (++scans > MostScans) return (default, 0, PhotoFault.Broken);
            at = Marker(file, at);
            if (at >= 0 && file[at + 1] == 0xD9) return (new PhotoFile(pixels, progressive), at + 2, null);
            if (at < 0) break;
        }

        return (default, 0, PhotoFault.Broken);
    }

    /// <summary>The next marker after packed pixels, in which FF is followed by 0 or a restart; −1 when the file ends first.</summary>
    private static int Marker(ReadOnlySpan<byte> file, int from)
    {
        while (from + 1 < file.Length)
        {
            var next = file[from..^1].IndexOf((byte)0xFF);
            if (next < 0) return -1;
            from += next;
            if (file[from + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return from;
            from++;
        }

        return -1;
    }

    /// <summary>W3C PNG, 5: chunks from IHDR to IEND.</summary>
    private static (PhotoFile, int End, PhotoFault?) Png(ReadOnlySpan<byte> file)
    {
        var (at, pixels) = (8, 0L);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) break;
            var type = file.Slice(at + 4, 4);
            if (at == 8 && (!type.SequenceEqual("IHDR"u8) || length < 8)) break;
            if (at == 8) pixels = (long)BinaryPrimitives.ReadUInt32BigEndian(file[16..]) * BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
            at += 12 + (int)length;
            if (type.SequenceEqual("IEND"u8)) return (new PhotoFile(pixels, MustBeWhole: true), at, null);
        }

        return (default, 0, PhotoFault.Broken);
    }

    /// <summary>WebP container specification: RIFF, its length, and the size in one of three headers.</summary>
    private static (PhotoFile, int End, PhotoFault?) WebP(ReadOnlySpan<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length > file.Length - 8) return (default, 0, PhotoFault.Broken);
        var pixels = file[15] switch
        {
            (byte)'X' => (1L + Three(file[24..])) * (1L + Three(file[27..])),
            (byte)'L' => (1L + (BinaryPrimitives.ReadUInt32LittleEndian(file[21..]) & 0x3FFF)) * (1L + (BinaryPrimitives.ReadUInt32LittleEndian(file[21..]) >> 14 & 0x3FFF)),
            _ => (long)(BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF) * (BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF),
        };
        return (new PhotoFile(pixels, MustBeWhole: true), 8 + (int)length, null);
    }

    private static int Three(ReadOnlySpan<byte> little) => little[0] | little[1] << 8 | little[2] << 16;
}
