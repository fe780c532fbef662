using System.Text;
using Faubourg.Web.Photos;
using SkiaSharp;

namespace Faubourg.Server.Tests.Photos;

public sealed class DarkroomTests
{
    private static readonly byte[] Jpeg = Camera.Plain();

    [Fact]
    public void Of_a_photo_that_tells_everything_only_pixels_are_left_and_it_stands_upright()
    {
        var photo = Made(Camera.Telling(Jpeg));

        foreach (var secret in Camera.Secrets) Assert.True(photo.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) < 0, secret);
        // Frame, tables, pixels, and the sixteen bytes that say "JFIF": nothing else has a place in it.
        Assert.Subset<byte>(new HashSet<byte> { 0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xD9 }, Camera.Markers(photo.Bytes).ToHashSet());
        using var shown = SKBitmap.Decode(photo.Bytes);
        Assert.Equal((800, 1200), (shown.Width, shown.Height));
        // Red was left; held a quarter turn, it is on top.
        Assert.True(shown.GetPixel(400, 100).Red > 200 && shown.GetPixel(400, 1100).Blue > 200);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void However_large_and_grainy_it_comes_out_within_two_thousand_pixels_and_300_KB(SKEncodedImageFormat format)
    {
        var photo = Made(Camera.Plain(2900, 2100, format, grain: 256));
        using var shown = SKBitmap.Decode(photo.Bytes);
        Assert.True(Math.Max(shown.Width, shown.Height) is > 500 and <= Photo.LongestSide && photo.Bytes.Length <= Photo.MostBytes, $"{shown.Width} × {shown.Height}, {photo.Bytes.Length}");
        Assert.Equal(2900 / 2100.0, shown.Width / (double)shown.Height, 0.01);
    }

    [Fact]
    public void A_small_one_is_not_made_larger()
    {
        using var shown = SKBitmap.Decode(Made(Camera.Plain(40, 30)).Bytes);
        Assert.Equal((40, 30), (shown.Width, shown.Height));
    }

    [Fact]
    public void Fifty_million_pixels_are_refused_before_one_of_them_is_unpacked()
    {
        var bomb = Camera.Bomb(8_000, 6_250);
        Assert.True(bomb.Length < 400_000);
        foreach (var file in new[] { bomb, Camera.Boasting(Jpeg, 10_000, 5_000), Camera.Bomb(65_000, 500) })
        {
            // Found out from the header alone: nothing that unpacks was asked.
            Assert.Equal(PhotoFault.TooManyPixels, PhotoFile.Look(file).Fault);
            Refused(PhotoFault.TooManyPixels, file);
        }
    }

    [Fact]
    public void What_is_no_photo_is_refused()
    {
        foreach (var text in new[] { "", "GIF89a;", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "<?xml version='1.0'?><svg/>", "%PDF-1.7", "PK\u0003\u0004", "BM", "II*\0", "RIFF\0\0\0\0WAVE" })
            Refused(PhotoFault.NoPhoto, Encoding.Latin1.GetBytes(text));
    }

    [Fact]
    public void A_file_that_is_two_things_at_once_is_refused()
    {
        byte[] zip = [.. "PK\u0003\u0004"u8, .. new byte[40]];
        byte[] page = Camera.Segment(0xFE, "<ScRipt>alert(1)</script>"u8.ToArray());
        Refused(PhotoFault.Hides, [.. Jpeg, .. zip]);
        Refused(PhotoFault.Hides, [.. Camera.Bomb(20, 20), .. zip]);
        Refused(PhotoFault.Hides, [.. Camera.Plain(40, 30, SKEncodedImageFormat.Webp), .. "<html>"u8]);
        Refused(PhotoFault.Hides, [.. Jpeg[..2], .. page, .. Jpeg[2..]]);
        Refused(PhotoFault.Hides, [.. Jpeg[..2], .. Camera.Segment(0xE4, "%PDF-1.4"u8.ToArray()), .. Jpeg[2..]]);
    }

    [Fact]
    public void What_phones_put_behind_a_photo_goes_without_a_word()
    {
        byte[] film = [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[400]];
        foreach (var behind in new byte[][] { film, Jpeg, [0, 0, 1, 10, .. "Image_UTC_Data"u8, .. "SEFT"u8], [0, 0] })
            Assert.Equal(Made(Jpeg).Hash, Made([.. Jpeg, .. behind]).Hash);
    }

    [Fact]
    public void One_that_was_cut_off_anywhere_is_refused()
    {
        foreach (var file in new[] { Jpeg, Camera.Plain(300, 200, SKEncodedImageFormat.Png), Camera.Plain(300, 200, SKEncodedImageFormat.Webp) })
            for (var tenths = 1; tenths < 10; tenths++)
                Assert.Null(Darkroom.Develop(file.AsSpan(0, file.Length * tenths / 10)).Photo);
        Refused(PhotoFault.Broken, Jpeg[..(Jpeg.Length / 2)]);
    }

    [Fact]
    public void A_thousand_passes_over_the_same_pixels_are_not_made()
    {
        var start = Jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] scan = [.. Camera.Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0];
        Refused(PhotoFault.Broken, [.. Jpeg[..start], .. Enumerable.Repeat(scan, 1000).SelectMany(s => s), 0xFF, 0xD9]);
    }

    [Fact]
    public void Whatever_byte_is_wrong_there_is_a_picture_or_a_reason()
    {
        var random = new Random(18);
        byte[][] files = [Camera.Telling(Camera.Plain(60, 40)), Camera.Plain(60, 40, SKEncodedImageFormat.Png), Camera.Plain(60, 40, SKEncodedImageFormat.Webp)];
        for (var n = 0; n < 600; n++)
        {
            var file = files[n % 3].ToArray();
            for (var k = random.Next(1, 9); k > 0; k--) file[random.Next(file.Length)] = (byte)random.Next(256);
            var (photo, fault) = Darkroom.Develop(file);
            Assert.True(photo is null != (fault is null));
        }
    }

    private static Photo Made(byte[] file)
    {
        var (photo, fault) = Darkroom.Develop(file);
        Assert.Null(fault);
        return photo!;
    }

    private static void Refused(PhotoFault expected, byte[] file) => Assert.Equal(((Photo?)null, (PhotoFault?)expected), Darkroom.Develop(file));
}
