using CsCheck;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

/// <summary>What the ranked count keeps in every electorate (Schulze, arXiv:1804.02973, §4), and a slow second count that agrees with it.</summary>
public sealed class SchulzeLawTests
{
    [Fact]
    public void A_count_of_every_path_by_hand_agrees() =>
        Profile.Any(6).Sample(profile => Assert.Equal(ByHand.Order(profile), profile.Ranked.ToString()), iter: Profile.Iterations);

    [Fact]
    public void A_count_of_every_path_by_hand_agrees_with_many() =>
        Profile.Any(8, 7).Sample(profile => Assert.Equal(ByHand.Order(profile), profile.Ranked.ToString()), iter: Profile.Iterations / 60);

    [Fact]
    public void Strongest_paths_are_those_found_by_walking_them_all() => Profile.Any(6).Sample(profile =>
    {
        var paths = StrongestPaths.Of(profile.Pairs);
        for (var a = 0; a < profile.Candidates; a++)
            for (var b = 0; b < profile.Candidates; b++)
            {
                if (a == b) continue;
                var (winning, losing) = ByHand.Strongest(profile, a, b);
                Assert.Equal(new Strength(winning, losing), paths[a, b]);
                Assert.Equal(paths[a, b], Weakest(profile, [.. paths.Route(a, b)]));
            }
    }, iter: Profile.Iterations);

    [Fact]
    public void Strongest_paths_of_a_crowd_are_those_found_by_making_them_longer() => Profile.Any(45, 9).Sample(profile =>
    {
        var (paths, strongest) = (StrongestPaths.Of(profile.Pairs), ByHand.Strongest(profile));
        for (var a = 0; a < profile.Candidates; a++)
            for (var b = 0; b < profile.Candidates; b++)
                Assert.Equal(new Strength(strongest[a, b].Winning, strongest[a, b].Losing), paths[a, b]);
    }, iter: Profile.Iterations / 30);

    private static Strength Weakest(Profile profile, int[] route) => route.Zip(route.Skip(1))
        .Select(step => new Strength(ByHand.Before(profile, step.First, step.Second), ByHand.Before(profile, step.Second, step.First)))
        .DefaultIfEmpty(Strength.None)
        .Min();

    [Fact]
    public void Who_beats_everybody_alone_wins_alone() => Profile.Any(6).Sample(profile =>
    {
        var all = Enumerable.Range(0, profile.Candidates).ToArray();
        var everybody = all.Where(a => all.All(b => a == b || ByHand.Before(profile, a, b) > ByHand.Before(profile, b, a))).ToArray();
        if (everybody is [var winner]) Assert.Equal([winner], profile.Ranked.Winners.AsEnumerable());
        var nobody = all.Where(a => all.All(b => a == b || ByHand.Before(profile, a, b) < ByHand.Before(profile, b, a))).ToArray();
        if (nobody is [var loser] && profile.Candidates > 1) Assert.Equal([loser], profile.Ranked.Order[^1].AsEnumerable());
    }, iter: Profile.Iterations);

    [Fact]
    public void A_winner_who_is_raised_still_wins() =>
        Gen.Select(Profile.Any(6), Gen.Int[0, 1_000_000]).Sample((profile, chance) =>
        {
            foreach (var winner in profile.Ranked.Winners)
            {
                var random = new Random(chance);
                var raised = profile.With(ranks => Raised(ranks, winner, random));
                Assert.Contains(winner, raised.Ranked.Winners);
            }
        }, iter: Profile.Iterations);

    /// <summary>Up, or left where they are; everybody else keeps their order.</summary>
    private static int[] Raised(int[] ranks, int candidate, Random random)
    {
        int[] wide = [.. ranks.Select(r => r * 2)];
        var lowest = wide[candidate] == 0 ? wide.Max() + 1 : wide[candidate];
        if (random.Next(3) > 0) wide[candidate] = random.Next(1, lowest + 1);
        return wide;
    }

    [Fact]
    public void Clones_change_nothing_for_anybody_else() =>
        Gen.Select(Profile.Any(5), Gen.Int[0, 4], Gen.Int[2, 3], Gen.Int[0, 1_000_000]).Sample((profile, which, clones, chance) =>
        {
            var (n, random) = (profile.Candidates, new Random(chance));
            var cloned = which % n;
            var (before, after) = (
                StrongestPaths.Of(profile.Pairs),
                StrongestPaths.Of(profile.With(ranks => Cloned(ranks, cloned, clones, random), n + clones - 1).Pairs));
            for (var a = 0; a < n + clones - 1; a++)
                for (var b = 0; b < n + clones - 1; b++)
                {
                    var (of, to) = (Original(a), Original(b));
                    if (of != to) Assert.Equal(before[of, to], after[a, b]);
                }

            var (won, wins) = (Schulze.Of(before).Winners, Schulze.Of(after).Winners);
            Assert.Equal(won.AsEnumerable(), wins.Select(Original).Distinct().Order());

            int Original(int c) => c < n ? c : cloned;
        }, iter: Profile.Iterations);

    /// <summary>The clones come last in number, and on every ballot next to the one they are like, in any order.</summary>
    private static int[] Cloned(int[] ranks, int candidate, int clones, Random random)
    {
        const int Room = 10;
        int[] wide = [.. ranks.Select(r => r * Room), .. Enumerable.Repeat(ranks[candidate] * Room, clones - 1)];
        // Where they share a place with others, or are not ranked, none of them may leave it.
        if (ranks[candidate] == 0 || ranks.Count(r => r == ranks[candidate]) > 1) return wide;
        wide[candidate] += random.Next(clones);
        for (var c = ranks.Length; c < wide.Length; c++) wide[c] += random.Next(clones);
        return wide;
    }

    [Fact]
    public void Turned_around_every_ballot_turns_the_result_around() => Profile.Any(6, least: 2).Sample(profile =>
    {
        var turned = profile.With(ranks => [.. ranks.Select(r => r == 0 ? 1 : ranks.Max() + 2 - r)]);
        var (here, there) = (StrongestPaths.Of(profile.Pairs), StrongestPaths.Of(turned.Pairs));
        for (var a = 0; a < profile.Candidates; a++)
            for (var b = 0; b < profile.Candidates; b++)
                Assert.Equal(here.Beats(a, b), there.Beats(b, a));
        if (profile.Ranked.Winners is [var winner]) Assert.DoesNotContain(winner, turned.Ranked.Winners);
    }, iter: Profile.Iterations);

    [Fact]
    public void Neither_the_order_of_candidates_nor_that_of_ballots_counts() =>
        Gen.Select(Profile.Any(6), Gen.Int[0, 1_000_000]).Sample((profile, chance) =>
        {
            var random = new Random(chance);
            var numbers = Enumerable.Range(0, profile.Candidates).ToArray();
            random.Shuffle(numbers);
            // Candidate c is called numbers[c] now; and every ballot is counted one by one, in another order.
            var other = profile.With(ranks => [.. Enumerable.Range(0, ranks.Length).Select(c => ranks[Array.IndexOf(numbers, c)])]);
            Ballots[] single = [.. other.Ballots.SelectMany(b => Enumerable.Repeat(b with { Times = 1 }, b.Times))];
            random.Shuffle(single);
            Assert.Equal(
                profile.Ranked.Order.Select(together => string.Join('=', together.Select(c => numbers[c]).Order())),
                (other with { Ballots = single }).Ranked.Order.Select(together => string.Join('=', together)));
        }, iter: Profile.Iterations);

    [Fact]
    public void Whoever_beats_everybody_outside_a_group_is_in_it_or_stands_before_it() => Profile.Any(6).Sample(profile =>
    {
        // Smith: no winner is beaten pair by pair by somebody who cannot be reached back.
        var paths = StrongestPaths.Of(profile.Pairs);
        foreach (var winner in profile.Ranked.Winners)
            for (var c = 0; c < profile.Candidates; c++)
                if (paths[c, winner] != Strength.None) Assert.NotEqual(Strength.None, paths[winner, c]);
    }, iter: Profile.Iterations);

    [Fact]
    public void Everybody_stands_in_the_order_once_and_beats_only_who_stands_below() => Profile.Any(6).Sample(profile =>
    {
        var (paths, order) = (StrongestPaths.Of(profile.Pairs), profile.Ranked.Order);
        Assert.Equal(Enumerable.Range(0, profile.Candidates), order.SelectMany(together => together).Order());
        for (var place = 0; place < order.Length; place++)
            foreach (var c in order[place])
            {
                Assert.DoesNotContain(order.Skip(place).SelectMany(together => together), below => paths.Beats(below, c));
                if (place > 0) Assert.Contains(order[place - 1], above => paths.Beats(above, c));
            }
    }, iter: Profile.Iterations);
}
