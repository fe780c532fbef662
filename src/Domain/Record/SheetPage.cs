using System.Collections.Immutable;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Record;

/// <summary>What a sheet lists.</summary>
public enum Sheet { Roll, Ballots, Commitments, Reveals }

/// <summary>Long lists are parted into pages, appended together with the leaf that carries the SHA-256 of all lines.</summary>
/// <param name="Council">The council.</param>
/// <param name="Sheet">What it lists.</param>
/// <param name="Number">Of the draw or count it belongs to.</param>
/// <param name="Page">From 1.</param>
/// <param name="Of">How many pages.</param>
/// <param name="Lines">At most 100.</param>
[Leaf("sheet.page")]
public sealed record SheetPage(int Council, Sheet Sheet, int Number, int Page, int Of, ImmutableArray<string> Lines) : PublicEvent
{
    private const int LinesOnAPage = 100;

    internal static IEnumerable<SheetPage> Parted(int council, Sheet sheet, int number, ImmutableArray<string> lines)
    {
        var pages = lines.Chunk(LinesOnAPage).ToArray();
        return pages.Select((page, i) => new SheetPage(council, sheet, number, i + 1, pages.Length, [.. page]));
    }

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => Sheet == Sheet.Ballots
        ? c with { BallotLines = (Page == 1 ? [] : c.BallotLines).AddRange(Lines) }
        : c with { DrawLines = c.DrawLines.AddRange(Lines) });
}
