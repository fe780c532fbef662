using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>How far a count is that is open, without a word of what anybody voted.</summary>
internal static class CountState
{
    /// <summary>"9 of 12 ballots", "Hands: two people count", "Paper is counted".</summary>
    public static IEnumerable<string> Say(Words words, Room room, OpenCount count)
    {
        if (count.Has(CountBy.Phones))
            yield return count.Parts.Length == 1
                ? words["deciding.cast", ("n", count.Ballots.Count), ("of", room.Voters.Count())]
                : words.Count("deciding.cast.phones", count.Ballots.Count);
        if (count.Has(CountBy.Hands)) yield return Hands(words, count);
        if (count.Has(CountBy.Paper)) yield return words[count.Paper is null ? "deciding.paper.open" : "deciding.paper.agreed"];
    }

    private static string Hands(Words words, OpenCount count) => count switch
    {
        { Method: Method.Resistance } => words["deciding.hand.scale"],
        { Hands: null } => words["deciding.hand.open"],
        _ => words["deciding.hand.agreed"],
    };
}
