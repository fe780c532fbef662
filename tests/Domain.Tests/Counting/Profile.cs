using CsCheck;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

/// <summary>An electorate: ballots on so many candidates.</summary>
/// <param name="Candidates">How many stand.</param>
/// <param name="Ballots">Each with a rank for every candidate; 0 is not ranked.</param>
public sealed record Profile(int Candidates, Ballots[] Ballots)
{
    private const int MostBallots = 12, MostTimes = 4;

    public static readonly int Iterations = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is null ? 1_500 : 100_000;

    /// <summary>Complete, truncated, equal, gapped and blank rankings, as they come.</summary>
    public static Gen<Profile> Of(int most, int least = 1) => Gen.Int[least, most].SelectMany(n => On(n, Gen.Int[0, n].Array[n]));

    /// <summary>Everybody ranks everybody, and none equal.</summary>
    public static Gen<Profile> Strict(int most, int least = 1) =>
        Gen.Int[least, most].SelectMany(n => On(n, Gen.Shuffle(Enumerable.Range(1, n).ToArray())));

    /// <summary>Both kinds: the strict ones make more circles.</summary>
    public static Gen<Profile> Any(int most, int least = 1) => Gen.OneOf(Of(most, least), Strict(most, least));

    private static Gen<Profile> On(int candidates, Gen<int[]> ranks) =>
        Gen.Select(ranks, Gen.Int[1, MostTimes], (r, times) => new Ballots(r, times)).Array[0, MostBallots].Select(b => new Profile(candidates, b));

    public Pairs Pairs
    {
        get
        {
            var pairs = new Pairs(Candidates);
            foreach (var b in Ballots) pairs.Add(b.Ranks, b.Times);
            return pairs;
        }
    }

    public Sums Sums
    {
        get
        {
            var sums = new Sums(Candidates);
            foreach (var b in Ballots) sums.Add(b.Ranks, b.Times);
            return sums;
        }
    }

    public Ranking Ranked => Schulze.Of(Pairs);

    /// <summary>The same ballots, each changed.</summary>
    public Profile With(Func<int[], int[]> change, int? candidates = null) =>
        new(candidates ?? Candidates, [.. Ballots.Select(b => b with { Ranks = change(b.Ranks) })]);

    /// <summary>As one would write it down to try it by hand.</summary>
    public override string ToString() => string.Join("; ", Ballots.Select(b => $"{b.Times}× {string.Join(' ', b.Ranks)}"));
}
