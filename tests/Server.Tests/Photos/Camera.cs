using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Faubourg.Server.Tests.Photos;

/// <summary>Files as phones, and people who mean harm, send them.</summary>
internal static class Camera
{
    /// <summary>What a phone writes into a picture, none of which may be found anywhere afterwards.</summary>
    public static readonly string[] Secrets =
        ["48.8566N-2.3522E", "GPSLatitude", "Adelaide-Phone-7", "thumbnail-of-the-face", "xmp:CreatorTool", "serial-0451", "Comment by Casimir", "profile-of-this-screen"];

    /// <summary>A red left half and a blue right one, with grain so that it is no small file.</summary>
    public static byte[] Plain(int width = 1200, int height = 800, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, int grain = 24)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var random = new Random(1871);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var noise = (byte)random.Next(Math.Max(1, grain));
            var left = i / 4 % width < width / 2;
            (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (left ? (byte)(255 - noise) : noise, noise, left ? noise : (byte)(255 - noise), 255);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90)!;
        return data.ToArray();
    }

    /// <summary>The same with place, camera, thumbnail, XMP, IPTC, colour profile and comment, held on its side.</summary>
    public static byte[] Telling(byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif()]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes($"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{Secrets[4]} {Secrets[1]} {Secrets[0]}</x:xmpmeta>")]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.ASCII.GetBytes(Secrets[5])]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Encoding.ASCII.GetBytes(Secrets[7])]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secrets[6])),
        .. jpeg[2..],
    ];

    public static byte[] Segment(byte marker, byte[] body)
    {
        var segment = new byte[4 + body.Length];
        (segment[0], segment[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(body.Length + 2));
        body.CopyTo(segment, 4);
        return segment;
    }

    /// <summary>The markers of a JPEG, up to its first pixels and after them.</summary>
    public static List<byte> Markers(byte[] jpeg)
    {
        var markers = new List<byte> { jpeg[1] };
        for (var at = 2; at + 1 < jpeg.Length;)
        {
            if (jpeg[at] != 0xFF || jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7)) { at++; continue; }
            markers.Add(jpeg[at + 1]);
            at += jpeg[at + 1] == 0xD9 ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        }

        return markers;
    }

    /// <summary>A JPEG that says it has so many pixels and holds those of a small one.</summary>
    public static byte[] Boasting(byte[] jpeg, ushort width, ushort height)
    {
        var file = jpeg.ToArray();
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), width);
        return file;
    }

    /// <summary>A real picture of one colour: a hundred million pixels in some kilobytes.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        Chunk(file, "IHDR"u8, head);
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++) zlib.Write(row);
        }

        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream to, ReadOnlySpan<byte> type, byte[] body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        to.Write(number);
        to.Write(type);
        to.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. type, .. body]));
        to.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>TIFF, big-endian: how it was held (6: a quarter turn), whose camera, and where; behind it a thumbnail.</summary>
    private static byte[] Exif()
    {
        var words = Encoding.ASCII.GetBytes($"{Secrets[2]}\0{Secrets[0]}\0{Secrets[1]}\0{Secrets[3]}");
        byte[] head = [.. "MM\0*\0\0\0\u0008"u8, 0, 2, .. Entry(0x0112, 3, 1, 6 << 16), .. Entry(0x0110, 2, Secrets[2].Length + 1, 8 + 2 + 24 + 4), 0, 0, 0, 0];
        return [.. head, .. words];
    }

    private static byte[] Entry(ushort tag, ushort type, int count, int value)
    {
        var entry = new byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(entry, tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(2), type);
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), value);
        return entry;
    }
}
