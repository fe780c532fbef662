namespace Faubourg.Domain.Tests.Counting;

/// <summary>
/// The same counts a second time, as slowly and as near to the definitions as can be: every ballot for every pair, every path that
/// there is, and no table shared with the code that is tested.
/// </summary>
internal static class ByHand
{
    public static long Before(Profile profile, int a, int b) => profile.Ballots.Where(v => IsBefore(v.Ranks, a, b)).Sum(v => (long)v.Times);

    private static bool IsBefore(int[] ranks, int a, int b) => ranks[a] != 0 && (ranks[b] == 0 || ranks[a] < ranks[b]);

    /// <summary>The strongest of all paths that visit nobody twice, as (winning, losing) of its weakest victory; (0, 0) where there is none.</summary>
    public static (long Winning, long Losing) Strongest(Profile profile, int from, int to)
    {
        (long Winning, long Losing) best = (0, 0);
        Walk([from], (long.MaxValue, 0));
        return best;

        void Walk(List<int> path, (long Winning, long Losing) weakest)
        {
            for (var next = 0; next < profile.Candidates; next++)
            {
                if (path.Contains(next)) continue;
                var (winning, losing) = (Before(profile, path[^1], next), Before(profile, next, path[^1]));
                if (winning <= losing) continue;
                var weaker = Stronger(weakest, (winning, losing)) ? (winning, losing) : weakest;
                if (next != to) Walk([.. path, next], weaker);
                else if (Stronger(weaker, best)) best = weaker;
            }
        }
    }

    /// <summary>The same for more candidates than have paths that one could walk: a path is made longer as long as that helps anybody.</summary>
    public static (long Winning, long Losing)[,] Strongest(Profile profile)
    {
        var n = profile.Candidates;
        var direct = new (long Winning, long Losing)[n, n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                if (Before(profile, a, b) is var winning && Before(profile, b, a) is var losing && winning > losing) direct[a, b] = (winning, losing);

        var best = ((long Winning, long Losing)[,])direct.Clone();
        for (var helped = true; helped;)
        {
            helped = false;
            for (var from = 0; from < n; from++)
                for (var last = 0; last < n; last++)
                    for (var to = 0; to < n; to++)
                    {
                        var longer = Stronger(best[from, last], direct[last, to]) ? direct[last, to] : best[from, last];
                        if (from == to || !Stronger(longer, best[from, to])) continue;
                        (best[from, to], helped) = (longer, true);
                    }
        }

        return best;
    }

    /// <summary>More winning votes; with as many, fewer losing votes. No victory is weaker than any.</summary>
    public static bool Stronger((long Winning, long Losing) one, (long Winning, long Losing) other) =>
        one.Winning > other.Winning || (one.Winning == other.Winning && one.Winning > 0 && one.Losing < other.Losing);

    /// <summary>The whole order: who is beaten by nobody that is left, again and again.</summary>
    public static string Order(Profile profile)
    {
        var n = profile.Candidates;
        var strongest = new (long, long)[n, n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                if (a != b) strongest[a, b] = Strongest(profile, a, b);

        var left = Enumerable.Range(0, n).ToList();
        var layers = new List<string>();
        while (left.Count > 0)
        {
            var unbeaten = left.Where(a => !left.Any(b => Stronger(strongest[b, a], strongest[a, b]))).ToList();
            layers.Add(string.Join('=', unbeaten));
            left.RemoveAll(unbeaten.Contains);
        }

        return string.Join(" > ", layers);
    }
}
