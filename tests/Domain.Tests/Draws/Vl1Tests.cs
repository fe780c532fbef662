using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>The published vector of protocol VL1, byte for byte.</summary>
public sealed class Vl1Tests
{
    private const string Seed = "775c54468d7e8647d4af1284646f5fb92899d2be6238e6ff4dcf05c0ee34a66c";

    private const string Draw = "2026-11-22/place-des-fetes/1";

    private static readonly string[] Roll =
        ["1;Amina B.", "2;Benoît L.", "3;Chloé T.", "4;David K.", "5;Élise M.", "6;Farid N.", "7;Gaëlle P.", "8;Hugo R."];

    private static readonly string[] Nonces = [.. Enumerable.Range(1, 4).Select(i => Hash.Of($"test-nonce-{i}"))];

    private static readonly string[] Commitments = [.. Nonces.Select((nonce, i) => $"{i + 1};{Hash.Of($"vl1|commit|{Draw}|{i + 1}|{nonce}")}")];

    private static readonly ImmutableDictionary<int, int> One = ImmutableDictionary<int, int>.Empty;

    private static readonly int[] Everybody = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void The_closed_roll_has_its_fingerprint() =>
        Assert.Equal("730b0c23a27c9dea067e607b964b773e138966ac9b223c4f0d0f312b41f3c6f4", Hash.Of(Vl1.Roll(Roll)));

    [Fact]
    public void The_commitments_have_theirs()
    {
        Assert.Equal("1;ba253ab7bdd93f2ee38f4c6eedde5475f7db0db306db54985a3b8c2acc036cae", Commitments[0]);
        Assert.Equal("8df52e22a9a5af378dc96534eee985b948975c6393a2236c46ae6bc7293b705e", Hash.Of(Vl1.Roll(Commitments)));
    }

    [Fact]
    public void The_transcript_is_written_letter_by_letter_and_hashes_to_the_seed()
    {
        var reveals = new Dictionary<int, string> { [4] = Nonces[3], [1] = Nonces[0], [2] = Nonces[1] };
        var transcript = Vl1.Transcript(Draw, Roll, Commitments, reveals,
            ["dice;35142662134531612564", "drand;52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971;123;fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc"]);
        Assert.Equal(
            """
            vl1
            draw;2026-11-22/place-des-fetes/1
            roll;730b0c23a27c9dea067e607b964b773e138966ac9b223c4f0d0f312b41f3c6f4
            commits;8df52e22a9a5af378dc96534eee985b948975c6393a2236c46ae6bc7293b705e
            reveal;1;ea19cdc9b1ebae9f720e53f961350c87236945fc84bc115e91202e3c33144b67
            reveal;2;139c6e2675c5d577db424242abd6aac237327ab21f8eae1a849c37f4e3cff9ec
            reveal;4;eb7cc9b64d162de38d28ea2a6e14d9fa23ccddae44c6ce772307c5ff581cde8b
            missing;3
            dice;35142662134531612564
            drand;52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971;123;fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc

            """, transcript);
        Assert.Equal(Seed, Vl1.Seed(transcript));
    }

    [Fact]
    public void Everybody_with_one_ticket_is_called_in_this_order()
    {
        var order = Vl1.Order(Seed, "facilitator", Everybody, One);
        Assert.Equal([4, 5, 1, 8, 7, 2, 3, 6], order.Select(c => c.Number));
        Assert.StartsWith("59b03a07d649390b", order[0].Hash, StringComparison.Ordinal);
        Assert.Equal([1, 5, 7, 2, 8, 3, 4, 6], Vl1.Order(Seed, "spokesperson", Everybody, One).Select(c => c.Number));
    }

    [Fact]
    public void Without_one_and_with_three_tickets_for_two_nobody_else_moves()
    {
        int[] eligible = [1, 3, 4, 5, 6, 7, 8];
        var order = Vl1.Order(Seed, "facilitator", eligible, new Dictionary<int, int> { [5] = 3, [7] = 3 });
        Assert.Equal([4, 5, 1, 8, 7, 3, 6], order.Select(called => called.Number));
        Assert.Equal(2, order[1].Ticket);
        Assert.StartsWith("59e6540fc1cb71cb", order[1].Hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tickets_are_drawn_twice_as_often()
    {
        var first = Enumerable.Range(0, 20_000).Count(i => Vl1.Order(Hash.Of($"{i}"), "facilitator", [1, 2], new Dictionary<int, int> { [2] = 2 })[0].Number == 2);
        Assert.InRange(first / 20_000.0, 0.655, 0.679);
    }

    [Fact]
    public void A_role_is_called_in_its_ticket_as_in_the_record() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(LeafMap.Clear(new ExclusionWaived(1, role, 3))["role"], Vl1.NameOf(role)));
}
