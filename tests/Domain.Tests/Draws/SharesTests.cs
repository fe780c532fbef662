using System.Collections.Concurrent;
using System.Collections.Immutable;
using Faubourg.Domain.Draws;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>
/// Who is called first, and who after them, over a million seeds: Pearson's chi-square beside the shares that tickets promise. Honest
/// tickets would exceed a limit for one in ten million sets of seeds, and there are three of them; the seeds are the same each time. An
/// order that hands one draw in a hundred to a favourite exceeds it, but for one in a million sets of seeds: each test shows that too.
/// </summary>
public sealed class SharesTests
{
    private static readonly int Seeds = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is null ? 1_000_000 : 10_000_000;

    /// <summary>Where the upper tail of chi-square is 10⁻⁷, by degrees of freedom.</summary>
    private static readonly Dictionary<int, double> Limits = new() { [1] = 28.37, [5] = 40.86, [11] = 54.39 };

    [Fact]
    public void One_two_and_three_tickets_come_in_each_order_as_often_as_they_promise()
    {
        var tickets = new Dictionary<int, int> { [2] = 2, [3] = 3 };
        // Whoever comes first had their share of all six tickets; whoever comes second theirs of those that were left.
        var shares = Permutations([1, 2, 3]).ToDictionary(Digits, p => p[0] / 6.0 * p[1] / (6.0 - p[0]));
        Holds(shares, seed => Numbers(Vl1.Order(seed, "juror", [1, 2, 3], tickets)), favourite: 1);
    }

    [Fact]
    public void In_a_hat_of_two_a_first_timer_is_drawn_twice_as_often()
    {
        var draw = Closed((Benoit, true), (Chloe, false));
        var first = Assert.Single(draw.Doubled);
        var other = Assert.Single(draw.Eligible[Role.Facilitator].Remove(first));
        var shares = new Dictionary<int, double> { [Digits([first, other])] = 2 / 3.0, [Digits([other, first])] = 1 / 3.0 };
        Holds(shares, seed => Order(draw, seed, Role.Facilitator), favourite: other);
    }

    [Fact]
    public void With_two_hats_all_in_each_are_drawn_equally_often_whoever_comes_out_of_the_other()
    {
        var draw = Closed((Benoit, true), (Chloe, false), (David, true), (Elise, false), (Farid, true));
        ImmutableArray<int> first = draw.Eligible[Role.Facilitator], practised = draw.Eligible[Role.Companion];
        Assert.Empty(draw.Doubled);
        Assert.Equal((3, 2), (first.Length, practised.Length));
        var both = from one in Permutations([.. first]) from beside in Permutations([.. practised]) select Digits([.. one, .. beside]);
        Holds(both.ToDictionary(order => order, _ => 1 / 12.0),
            seed => [.. Order(draw, seed, Role.Facilitator), .. Order(draw, seed, Role.Companion)], favourite: first[0]);
    }

    private static void Holds(Dictionary<int, double> shares, Func<string, int[]> order, int favourite)
    {
        Assert.Equal(1, shares.Values.Sum(), 1e-12);
        var (honest, bent) = Count(order, favourite);
        Assert.Equal((Seeds, Seeds), (honest.Values.Sum(), bent.Values.Sum()));
        Assert.Empty(honest.Keys.Except(shares.Keys));
        var limit = Limits[shares.Count - 1];
        Assert.InRange(Distance(shares, honest), 0, limit);
        Assert.True(Distance(shares, bent) > limit, $"One draw in a hundred for {favourite} stayed unseen: {Distance(shares, bent)}");
    }

    private static double Distance(Dictionary<int, double> shares, Dictionary<int, int> counts) => shares.Sum(share =>
    {
        var expected = share.Value * Seeds;
        return Math.Pow(counts.GetValueOrDefault(share.Key) - expected, 2) / expected;
    });

    /// <summary>How often each order came; and how often where for every hundredth seed the favourite is put first.</summary>
    private static (Dictionary<int, int> Honest, Dictionary<int, int> Bent) Count(Func<string, int[]> order, int favourite)
    {
        var honest = new ConcurrentBag<Dictionary<int, int>>();
        var bent = new ConcurrentBag<Dictionary<int, int>>();
        Parallel.ForEach(Partitioner.Create(0, Seeds, 10_000), part =>
        {
            Dictionary<int, int> here = [], there = [];
            for (var n = part.Item1; n < part.Item2; n++)
            {
                var numbers = order(Vl1.Seed($"{n}"));
                Add(here, Digits(numbers));
                Add(there, Digits(n % 100 == 0 ? [favourite, .. numbers.Where(number => number != favourite)] : numbers));
            }

            honest.Add(here);
            bent.Add(there);
        });
        return (Sum(honest), Sum(bent));
    }

    private static void Add(Dictionary<int, int> counts, int order) => counts[order] = counts.GetValueOrDefault(order) + 1;

    private static Dictionary<int, int> Sum(IEnumerable<Dictionary<int, int>> counts) =>
        counts.SelectMany(c => c).GroupBy(c => c.Key).ToDictionary(c => c.Key, c => c.Sum(d => d.Value));

    private static Draw Closed(params (string Who, bool FirstTime)[] willing)
    {
        var scene = Counted(seats: 6);
        foreach (var (who, firstTime) in willing)
            scene.Does(who, new SayWilling(1, [Role.Facilitator], firstTime, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Does(Amina, new CloseRoll(1));
        return scene.Council.Draws[0];
    }

    private static int[] Order(Draw draw, string seed, Role role) =>
        Numbers(Vl1.Order(seed, Vl1.NameOf(role), draw.Eligible[role], draw.TicketsFor(role)));

    private static int[] Numbers(ImmutableArray<Called> order) => [.. order.Select(called => called.Number)];

    /// <summary>An order as one number: nobody here has a number over nine.</summary>
    private static int Digits(int[] order) => order.Aggregate(0, (digits, number) => (10 * digits) + number);

    private static IEnumerable<int[]> Permutations(int[] numbers) => numbers.Length == 0
        ? [[]]
        : numbers.SelectMany(n => Permutations([.. numbers.Where(m => m != n)]).Select(rest => (int[])[n, .. rest]));
}
