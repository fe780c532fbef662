using System.Collections.Immutable;

namespace Faubourg.Domain.Counting;

/// <summary>
/// The ranked count: a candidate beats another whose strongest path back is weaker (Markus Schulze, "The Schulze Method of Voting",
/// arXiv:1804.02973). Who is beaten by nobody stands first; without them, who is beaten by nobody stands second; and so on.
/// </summary>
public static class Schulze
{
    public static Ranking Of(Pairs pairs) => Of(StrongestPaths.Of(pairs));

    public static Ranking Of(StrongestPaths paths)
    {
        var beatenBy = new int[paths.Candidates];
        for (var a = 0; a < paths.Candidates; a++)
            for (var b = 0; b < paths.Candidates; b++)
                if (paths.Beats(a, b)) beatenBy[b]++;

        var order = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        // Beating is transitive, so somebody is always unbeaten among those who are left.
        for (var unbeaten = Unbeaten(beatenBy); !unbeaten.IsEmpty; unbeaten = Unbeaten(beatenBy))
        {
            order.Add(unbeaten);
            foreach (var a in unbeaten) beatenBy[a] = Placed;
            foreach (var a in unbeaten)
                for (var b = 0; b < paths.Candidates; b++)
                    if (paths.Beats(a, b)) beatenBy[b]--;
        }

        return new Ranking(order.DrainToImmutable());
    }

    private const int Placed = -1;

    private static ImmutableArray<int> Unbeaten(int[] beatenBy) => [.. Enumerable.Range(0, beatenBy.Length).Where(c => beatenBy[c] == 0)];
}
