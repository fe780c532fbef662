using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

/// <summary>Ballots as papers write them: <c>5 ACBED</c>, <c>40 B</c>, <c>18 (AC)D</c>; who is left out is not ranked.</summary>
internal static class Written
{
    public static Pairs Pairs(int candidates, string ballots)
    {
        var pairs = new Pairs(candidates);
        foreach (var line in ballots.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.Split(' ') is [var times, var order]) pairs.Add(Ranks(candidates, order), long.Parse(times));
        return pairs;
    }

    private static int[] Ranks(int candidates, string order)
    {
        var (ranks, place, together) = (new int[candidates], 0, false);
        foreach (var sign in order)
        {
            if (sign == '(' || (sign != ')' && !together)) place++;
            if (sign is '(' or ')') together = sign == '(';
            else ranks[sign - 'A'] = place;
        }

        return ranks;
    }

    /// <summary>The order in letters.</summary>
    public static string Letters(this Ranking ranking) =>
        string.Join(" > ", ranking.Order.Select(together => string.Join('=', together.Select(c => (char)('A' + c)))));
}
