using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Web;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Faubourg.Server.Tests.Pictures;

/// <summary>A picture as a server sends it: its shapes, and the table behind it.</summary>
internal sealed partial class Drawing
{
    /// <summary>On average; letters are 16 units high, and on a phone 19.</summary>
    private const double LetterWidth = 9.7;

    private readonly XElement _svg;
    private readonly double[] _box;

    private Drawing(string page, XElement figure)
    {
        (Page, Figure) = (page, figure);
        _svg = figure.Descendants("svg").First(svg => (string?)svg.Attribute("role") == "img");
        _box = [.. ((string)_svg.Attribute("viewBox")!).Split(' ').Select(Read)];
    }

    /// <summary>All that was rendered with it.</summary>
    public string Page { get; }

    public XElement Figure { get; }

    /// <summary>Cells of the table, row after row, without its head.</summary>
    public IEnumerable<string[]> Rows => Table(Figure);

    /// <summary>What stands in the drawing, in words.</summary>
    public IEnumerable<XElement> Labels => _svg.Descendants("text");

    public static async Task<Drawing[]> Of<TPart>(string language, Instant now, params (string Name, object? Value)[] parameters)
        where TPart : IComponent
    {
        var page = await Rendered<TPart>(language, now, parameters);
        var drawings = Figures().Matches(page).Select(found => new Drawing(page, XElement.Parse(found.Value.Replace("&nbsp;", "\u00A0", StringComparison.Ordinal)))).ToArray();
        Assert.All(drawings, drawing => drawing.IsWhole());
        return drawings;
    }

    /// <summary>As a page or a part of one is sent.</summary>
    public static async Task<string> Rendered<TPart>(string language, Instant now, params (string Name, object? Value)[] parameters)
        where TPart : IComponent
    {
        var telling = Evenings.In(language, now);
        var page = Encoding.UTF8.GetString((await Faubourg.Web.Page.Bytes<TPart>(new Reader(telling.Words, telling.When), parameters)).Span);
        Assert.DoesNotMatch(Unsaid(), page);
        return page;
    }

    /// <summary>Cells of the first table in it, row after row, without its head.</summary>
    public static IEnumerable<string[]> Table(XElement of) => of.Descendants("tbody").First().Elements("tr").Select(row => row.Elements().Select(cell => cell.Value.Trim()).ToArray());

    /// <summary>Those of a kind that are filled so, in the order of the drawing.</summary>
    public IEnumerable<XElement> Shapes(string kind, string classes) =>
        _svg.Descendants(kind).Where(shape => !shape.Ancestors("defs").Any() && classes.Split(' ').All(((string?)shape.Attribute("class") ?? "").Split(' ').Contains));

    public static double At(XElement shape, string attribute) => Read((string?)shape.Attribute(attribute) ?? "0");

    /// <summary>"12 345" and "7 %" as numbers.</summary>
    public static long Number(string cell) => long.Parse(NoDigit().Replace(cell, ""), CultureInfo.InvariantCulture);

    /// <summary>Said in words for whoever does not see it; every shape inside; small.</summary>
    private void IsWhole()
    {
        var ids = ((string)_svg.Attribute("aria-labelledby")!).Split(' ');
        Assert.All(ids, id => Assert.NotEqual("", _svg.Elements().Single(e => (string?)e.Attribute("id") == id).Value.Trim()));
        Assert.All(_svg.DescendantsAndSelf().Attributes(), a => Assert.DoesNotMatch(NoNumber(), a.Value));
        Assert.InRange(_svg.ToString(SaveOptions.DisableFormatting).Length, 1, 32 * 1024);
        foreach (var shape in _svg.Descendants("rect").Where(r => !r.Ancestors("defs").Any())) Inside(At(shape, "x"), At(shape, "x") + At(shape, "width"), At(shape, "y"), At(shape, "y") + At(shape, "height"));
        foreach (var ring in _svg.Descendants("circle").Where(c => c.Attribute("cx") is not null && !c.Ancestors("defs").Any())) Inside(At(ring, "cx") - At(ring, "r"), At(ring, "cx") + At(ring, "r"), At(ring, "cy") - At(ring, "r"), At(ring, "cy") + At(ring, "r"));
        foreach (var label in Labels) HasRoom(label);
        Assert.Empty(Labels.Index().SelectMany(one => Labels.Skip(one.Index + 1).Where(other => Collide(one.Item, other)).Select(other => $"{one.Item.Value} / {other.Value}")));
    }

    private void HasRoom(XElement label)
    {
        var (from, to) = Span(label);
        Inside(from, to, At(label, "y") - 12, At(label, "y"));
    }

    private static bool Collide(XElement one, XElement other)
    {
        var ((from, to), (start, end)) = (Span(one), Span(other));
        return Math.Abs(At(one, "y") - At(other, "y")) < 12 && from < end && start < to;
    }

    private static (double From, double To) Span(XElement label)
    {
        var small = ((string?)label.Attribute("class") ?? "").Split(' ').Contains("small");
        var (x, width) = (At(label, "x"), label.Value.Length * LetterWidth * (small ? 11d / 16 : 1));
        return (string?)label.Attribute("text-anchor") switch
        {
            "end" => (x - width, x),
            "middle" => (x - width / 2, x + width / 2),
            _ => (x, x + width),
        };
    }

    private void Inside(double left, double right, double top, double bottom)
    {
        const double hair = 3;
        Assert.True(
            left <= right && left >= _box[0] - hair && right <= _box[0] + _box[2] + hair && top <= bottom && top >= _box[1] - hair && bottom <= _box[1] + _box[3] + hair,
            $"{left:0.#}–{right:0.#} × {top:0.#}–{bottom:0.#} is not in {string.Join(' ', _box)}");
    }

    private static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figures();

    /// <summary>A key that nobody put in words.</summary>
    [GeneratedRegex(@"\[[a-z]+\.[a-z.-]+\]")]
    private static partial Regex Unsaid();

    [GeneratedRegex("NaN|Infinity|∞|E[+-]")]
    private static partial Regex NoNumber();

    [GeneratedRegex("[^0-9-]")]
    private static partial Regex NoDigit();
}
