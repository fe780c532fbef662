using SkiaSharp;

namespace Faubourg.Web.Photos;

/// <summary>
/// Makes a picture anew from the pixels of another, turned as it was held: place, time, camera, thumbnail and comments are in
/// none of its pixels, so none of them comes along. Bounds are checked on what the file says before any pixel is unpacked.
/// </summary>
internal static class Darkroom
{
    private static readonly int[] Qualities = [85, 75, 65, 55, 45];

    /// <summary>A step smaller, when the lowest quality is still too long.</summary>
    private const float Smaller = 0.8f;

    /// <param name="file">As it was sent.</param>
    public static (Photo? Photo, PhotoFault? Fault) Develop(ReadOnlySpan<byte> file)
    {
        var (said, fault) = PhotoFile.Look(file);
        if (fault is not null) return (null, fault);
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null) return (null, PhotoFault.Broken);
        // The reader that unpacks has to have understood the same size as we did.
        if ((long)codec.Info.Width * codec.Info.Height != said.Pixels) return (null, PhotoFault.Broken);
        var size = Smallest(codec);
        if ((long)size.Width * size.Height > Photo.MostUnpacked) return (null, PhotoFault.TooManyPixels);
        using var colours = SKColorSpace.CreateSrgb();
        using var pixels = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        // A file that was cut off gives "incomplete" and the rest in grey: that is not what somebody wanted to show.
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success) return (null, PhotoFault.Broken);
        using var image = SKImage.FromBitmap(pixels);
        return (Print(image, codec.EncodedOrigin), null);
    }

    /// <summary>The smallest size in eighths in which it can be read and is not too small.</summary>
    private static SKSizeI Smallest(SKCodec codec)
    {
        for (var eighths = 1; eighths < 8; eighths++)
            if (codec.GetScaledDimensions(eighths / 8f) is var size && Math.Max(size.Width, size.Height) >= Photo.LongestSide)
                return size;
        return codec.Info.Size;
    }

    private static Photo Print(SKImage image, SKEncodedOrigin held)
    {
        var side = (float)Math.Min(Photo.LongestSide, Math.Max(image.Width, image.Height));
        while (true)
        {
            using var surface = Upright(image, held, side / Math.Max(image.Width, image.Height));
            using var print = surface.PeekPixels()!;
            foreach (var quality in Qualities)
            {
                using var made = print.Encode(new SKJpegEncoderOptions(quality))!;
                if (made.Size <= Photo.MostBytes) return new Photo(made.ToArray());
            }

            side *= Smaller;
        }
    }

    /// <summary>On white, without a colour profile: that would be the last thing to say which phone it was.</summary>
    private static SKSurface Upright(SKImage image, SKEncodedOrigin held, float scale)
    {
        var (width, height) = held >= SKEncodedOrigin.LeftTop ? (image.Height, image.Width) : (image.Width, image.Height);
        var surface = SKSurface.Create(new SKImageInfo(Side(width, scale), Side(height, scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Side(width, scale) / (float)width, Side(height, scale) / (float)height);
        surface.Canvas.Concat(Turn(held, image.Width, image.Height));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        surface.Canvas.Flush();
        return surface;
    }

    private static int Side(int side, float scale) => Math.Max(1, (int)MathF.Round(side * scale));

    /// <summary>Exif 2.32, tag 0112: how the camera was held when the first row was taken.</summary>
    private static SKMatrix Turn(SKEncodedOrigin held, int width, int height) => held switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, height, 1, 0, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, height, -1, 0, width),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, width),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float scaleX, float skewX, float moveX, float skewY, float scaleY, float moveY) =>
        new(scaleX, skewX, moveX, skewY, scaleY, moveY, 0, 0, 1);
}
