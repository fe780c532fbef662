using System.Globalization;

namespace Faubourg.Web.Pictures;

/// <summary>How a part of a picture is filled. Each is told apart without its colour, too: solid, striped, dotted, or an outline.</summary>
public enum Fill { Solid, Stripes, Dots, Hollow }

/// <summary>From a fill to what SVG calls it.</summary>
public static class Fills
{
    /// <summary>For the class attribute: colours stand in pictures.css.</summary>
    public static string Class(Fill fill) => "fill " + Field.Kebab(fill);

    /// <summary>For the fill attribute; "none" where the class says it.</summary>
    /// <param name="picture">The id of the picture whose patterns are used.</param>
    public static string? Paint(Fill fill, string picture) => fill is Fill.Stripes or Fill.Dots ? $"url(#{picture}-{Field.Kebab(fill)})" : null;

    /// <summary>A length as SVG writes it.</summary>
    public static string Say(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
