using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web.Councils.Announce;

/// <summary>What a council is convened from: a corner, or what another council left on its wall.</summary>
internal static class Sources
{
    /// <summary>As the link to the page says, or the form that came back. What does not exist is as if nothing was named.</summary>
    public static (Corner? Corner, WallItem? Wall, Text? Words) Of(Visit visit)
    {
        var quarter = visit.Quarter;
        if (Number(visit, "corner", "corner") is { } number && quarter.Corners.TryGetValue(number, out var corner) && corner.Until > visit.Now)
            return (corner, null, quarter.Said(corner.Line));
        if (Number(visit, "wall", "wall_council") is { } council && Number(visit, "proposal", "wall_proposal") is { } proposal
            && new Glance(quarter, visit.Now).Wall.FirstOrDefault(w => w.Council.Number == council && w.Proposal.Number == proposal) is { Proposal: { } left })
            return (null, new WallItem(council, proposal), quarter.Said(left.What));
        return (null, null, Recipes.Recipe.Named(visit.Context.Request.Query["recipe"]) is { } recipe ? Text.Of(visit.Words[$"recipes.{recipe}.question"]) : null);
    }

    private static int? Number(Visit visit, string query, string field) =>
        int.TryParse(visit.Entry?.Typed.First(field) ?? visit.Context.Request.Query[query].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
