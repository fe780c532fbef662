using System.Xml.Linq;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Power;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using Faubourg.Server.Tests.Minutes;
using Faubourg.Web.Councils.Counts;
using Faubourg.Web.Gains;
using Faubourg.Web.Jars;
using Faubourg.Web.Pictures;
using Faubourg.Web.Power;
using Faubourg.Web.Projects;
using Faubourg.Web.Seasons;
using NodaTime;

namespace Faubourg.Server.Tests.Pictures;

/// <summary>
/// Every picture with nothing, one thing and ten thousand in it, in both languages: its shapes say what its table says, nothing leaves the
/// drawing or lies on other words, and it stays small.
/// </summary>
public sealed class PicturesTests
{
    private const string Url = "/quarters/lilas";

    public static MatrixTheoryData<int, string> Many => new MatrixTheoryData<int, string>([0, 1, 10_000], ["en", "fr"]);

    [Theory, MemberData(nameof(Many))]
    public async Task Gains_by_domain_and_by_age(int many, string language)
    {
        var quarter = Lives.Gains(many);
        var drawings = await Drawing.Of<GainsPage>(language, Lives.Now, (nameof(GainsPage.Quarter), quarter), (nameof(GainsPage.Url), Url));
        Assert.Equal(2, drawings.Length);
        Assert.Equal(many, drawings[0].Rows.Sum(row => Drawing.Number(row[^1])));
        // After 30 and 90 days those of the first day, a third; after a year none.
        Assert.Equal(2 * ((many + 2) / 3), drawings[1].Rows.Sum(row => Drawing.Number(row[^1])));
        foreach (var drawing in drawings) SaysItsTable(drawing);
    }

    [Fact]
    public async Task However_few_beside_however_many_they_are_seen()
    {
        var parts = new[] { (Fill.Solid, "a"), (Fill.Stripes, "b"), (Fill.Hollow, "c") };
        BarRow[] rows = [new("all", [9_998, 1, 1]), new("one", [0, 0, 1]), new("none", [0, 0, 0]), new("most", [long.MaxValue / 4, 1, 0])];
        SaysItsTable((await Drawing.Of<Bars>(
            "en", Lives.Now, ("Id", "many"), ("Title", "Many"), ("Says", "Much"), ("RowName", "What"), ("Parts", parts), ("Rows", rows))).Single());
    }

    [Theory, MemberData(nameof(Many))]
    public async Task The_year_of_councils(int many, string language)
    {
        var weeks = YearOfWeeks.Of(Lives.Year(many), Lives.Now);
        var drawing = (await Drawing.Of<SeasonPicture>(language, Lives.Now, (nameof(SeasonPicture.Weeks), weeks))).Single();
        Assert.Equal(many, drawing.Labels.Sum(label => Drawing.Number(label.Value)));
        Assert.Equal(many, many == 0 ? 0 : drawing.Rows.Sum(row => Drawing.Number(row[1])));
        Assert.Equal(drawing.Rows.Count(row => row[1] != "0"), drawing.Shapes("rect", "fill solid").Count());
        Assert.Equal(YearOfWeeks.Weeks, drawing.Shapes("rect", "fill solid").Concat(drawing.Shapes("rect", "track")).Count());
        Assert.Equal(drawing.Rows.Count(row => row[2] != ""), drawing.Shapes("rect", "stripes").Concat(drawing.Shapes("rect", "dots")).Concat(drawing.Shapes("circle", "hollow")).Count());
        Assert.Equal(many >= 10, drawing.Shapes("circle", "hollow").Any());
        Assert.Single(drawing.Shapes("rect", "here"));
    }

    [Theory, MemberData(nameof(Many))]
    public async Task Shares_of_power_and_how_they_went(int many, string language)
    {
        var drawings = await Drawing.Of<PowerPage>(language, Lives.Now, (nameof(PowerPage.Quarter), Lives.Power(many)), (nameof(PowerPage.Url), Url));
        Assert.Equal(many < Share.Least ? 1 : 2, drawings.Length);
        var (facts, bars) = (Enum.GetValues<PowerFact>().Length, drawings[0].Shapes("rect", "fill solid").ToArray());
        Assert.Equal(many * facts, drawings[0].Rows.Sum(row => Drawing.Number(row[2])));
        Assert.Equal(many < Share.Least ? 0 : facts, bars.Length);
        Assert.All(bars.Zip(drawings[0].Rows), pair => Assert.Equal(Drawing.Number(pair.Second[1]), Drawing.At(pair.First, "width") / 3));
        foreach (var trend in drawings.Skip(1))
        {
            Assert.Equal(8, trend.Rows.Count());
            var told = Enumerable.Range(1, facts).SelectMany(fact => trend.Rows.Select(row => Drawing.Number(row[fact]))).ToArray();
            Assert.Equal(told, trend.Labels.Where(label => (string?)label.Attribute("class") == "number").Select(label => Drawing.Number(label.Value)));
            Assert.Equal(told, trend.Shapes("rect", "fill solid").Select(column => (long)Drawing.At(column, "height")).Zip(told, (tall, percent) => tall == Math.Max(1, percent / 2) ? percent : -1));
        }
    }

    [Theory, MemberData(nameof(Many))]
    public async Task The_weeks_of_a_project(int many, string language)
    {
        var drawing = (await Drawing.Of<GrowthPicture>(language, Lives.Now, (nameof(GrowthPicture.Of), Grown.Of(Lives.Project(many), 1, Evenings.End + Duration.FromDays(20))))).Single();
        var marks = drawing.Shapes("g", "mark").ToArray();
        // Its first day and its last are rows, too.
        Assert.Equal(many + 2, drawing.Rows.Count());
        Assert.Equal(marks.Length, marks.Select(mark => (string)mark.Attribute("transform")!).Distinct().Count());
        Assert.InRange(marks.Length, Math.Min(many, 100), Math.Min(many, 200));
        var beyond = drawing.Figure.Descendants("p").Where(p => (string?)p.Attribute("class") == "quiet").Select(p => Drawing.Number(p.Value.Split(' ')[0])).ToArray();
        Assert.Equal(many == marks.Length ? [] : [many - marks.Length], beyond);
    }

    [Theory, MemberData(nameof(Many))]
    public async Task How_full_a_jar_is(int many, string language)
    {
        var (quarter, now) = Lives.Jar(many);
        var told = new JarTold(quarter, quarter.Jars[1], now);
        var drawing = (await Drawing.Of<JarPage>(
            language, now, (nameof(JarPage.Quarter), quarter), (nameof(JarPage.Url), Url), (nameof(JarPage.Told), told), (nameof(JarPage.Lines), told.Jar.Movements.Reverse().Take(50).ToArray()))).Single();
        Assert.Equal(told.Level, Drawn("full"));
        Assert.Equal(told.NotFinal, Drawn("edge"));
        Assert.Equal(many > 1, told.NotFinal > 0);
        var figures = Drawing.Table(XElement.Parse($"<div>{drawing.Page[drawing.Page.IndexOf("<tbody", StringComparison.Ordinal)..(drawing.Page.IndexOf("</tbody>", StringComparison.Ordinal) + 8)]}</div>")).Select(row => Cents(row[1])).ToArray();
        Assert.Equal(told.Level, figures[^1]);
        Assert.Equal(figures[^1], figures[..^1].Sum());

        long Drawn(string part) => drawing.Shapes("rect", part).Select(shape => (long)Math.Round(Drawing.At(shape, "height") * told.Jar.Goal / 117)).SingleOrDefault() is var amount
            && Math.Abs(amount - (part == "full" ? told.Level : told.NotFinal)) <= told.Jar.Goal / 10_000 ? part == "full" ? told.Level : told.NotFinal : amount;

        static long Cents(string amount) => Drawing.Number(amount.Replace('−', '-'));
    }

    [Theory, MemberData(nameof(Many))]
    public async Task The_bars_of_a_count(int many, string language)
    {
        var count = new CountTold(Method.Approval, [new(0, null), new(1, null), new(2, null)], [new(CountBy.Phones, many, [0, many, many / 3]), new(CountBy.Hands, many, [0, many / 2, 1])]);
        var table = XElement.Parse((await Drawing.Rendered<SumTable>(language, Lives.Now, (nameof(SumTable.Count), count))).Trim());
        var bars = table.Descendants("svg").Where(svg => (string?)svg.Attribute("class") == "measure").ToArray();
        var sums = table.Descendants("td").Where(cell => cell.Element("b") is not null).Select(cell => Drawing.Number(cell.Value)).ToArray();
        Assert.Equal(count.Sums.OrderDescending(), sums);
        Assert.All(bars.Zip(sums), pair => Assert.Equal(pair.Second * 100d / count.Longest, pair.First.Elements("rect").Skip(1).Sum(rect => Drawing.At(rect, "width")), 0.05));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task The_rest_meter(int many)
    {
        var meter = new RestMeter(many, many, false);
        var page = await Drawing.Rendered<RestNote>("fr", Lives.Now, (nameof(RestNote.Meter), meter));
        Assert.Equal(7 - Math.Min(7, many), page.Split("class=\"dark\"").Length - 1);
        Assert.Equal(7, page.Split("<rect").Length - 1);
    }

    /// <summary>Each piece of a bar is as long as its number in the table, but at least a hair.</summary>
    private static void SaysItsTable(Drawing drawing)
    {
        const double hair = 1.5, whole = 360;
        var rows = drawing.Rows.Select(row => row.Skip(1).Select(Drawing.Number).ToArray()).ToArray();
        var longest = Math.Max(1, rows.Max(row => row[^1]));
        var pieces = drawing.Shapes("rect", "fill").ToLookup(piece => Drawing.At(piece, "y"), piece => Drawing.At(piece, "width"));
        Assert.Equal(rows.Select(row => $"{row[^1]}"), drawing.Labels.Where(label => (string?)label.Attribute("class") == "number").Select(label => $"{Drawing.Number(label.Value)}"));
        foreach (var (n, row) in rows.Index())
        {
            Assert.Equal(row[..^1].Sum(), row[^1]);
            var drawn = pieces[50 * n + 26].ToArray();
            Assert.Equal(row[..^1].Count(value => value > 0), drawn.Length);
            foreach (var (value, width) in row[..^1].Where(value => value > 0).Zip(drawn))
            {
                Assert.InRange(width, hair, whole);
                Assert.Equal(value * whole / longest, width, hair * drawn.Length + 0.01);
            }
        }
    }
}
