using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Five are drawn, each makes a key, and any three of them can take the record to another host.</summary>
public sealed class BearerTests
{
    private static readonly Role[] WithKeys = [.. AnyRole, Role.KeyBearer];

    private static string KeyOf(string who) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(who)));

    private static void IsWilling(Scene scene, string who, params string[] held) => scene.Does(who, new SayWilling(
        scene.Number, [.. WithKeys], false, WithKeys.ToImmutableSortedDictionary(r => r, r => SlipOf(who, $"{r} of {scene.Number}")), [.. held]));

    /// <summary>The roll is closed with these willing to bear a key; dice were thrown.</summary>
    private static Scene Drawn(Scene scene, params string[] willing)
    {
        foreach (var who in willing) IsWilling(scene, who);
        scene.Does(Amina, new CloseRoll(scene.Number));
        scene.Throws(Dice);
        return scene;
    }

    private static string[] BearersOf(Scene scene) => [.. scene.Room.Bearers.Keys.Select(n => scene.Room.Seats[n].Device!)];

    private static void MakesKeys(Scene scene, int many)
    {
        foreach (var who in BearersOf(scene).Take(many)) scene.Does(who, new GiveBearerKey(scene.Number, KeyOf(who)));
    }

    private static Scene Set(int keys = 5)
    {
        var scene = Drawn(Counted(7), All[..7]);
        MakesKeys(scene, keys);
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    [Fact]
    public void Five_are_called_in_the_order_of_their_tickets()
    {
        var scene = Drawn(Counted(7), All[..7]);
        var order = scene.Council.Draws[0].Orders[Role.KeyBearer];
        // The convener is in the hat only where too few others would be.
        Assert.Equal(6, order.Length);
        Assert.Equal(order[..5], scene.Council.Calls.Where(c => c.Role == Role.KeyBearer).Select(c => c.Number!.Value));
        Assert.Equal(5, scene.Room.Bearers.Count);
        Assert.DoesNotContain(Amina, BearersOf(scene));
        Assert.Equal(Vl1.Order(scene.Council.Draws[0].Seed!, "key-bearer", scene.Council.Draws[0].Eligible[Role.KeyBearer], ImmutableDictionary<int, int>.Empty).Select(c => c.Number), order);
    }

    [Fact]
    public void With_fewer_than_five_heads_or_three_willing_nobody_is_drawn()
    {
        Assert.DoesNotContain(Role.KeyBearer, Drawn(Counted(4), All[..4]).Council.Draws[0].Eligible.Keys);
        Assert.DoesNotContain(Role.KeyBearer, Drawn(Counted(6), All[..2]).Council.Draws[0].Eligible.Keys);
        var small = Drawn(Counted(6), All[..3]);
        Assert.Equal(3, small.Room.Bearers.Count);
        Assert.Contains(Amina, BearersOf(small));
    }

    [Fact]
    public void The_keys_are_in_the_record_without_a_name_and_not_in_the_order_of_the_seats()
    {
        var scene = Set();
        var recovery = scene.Quarter.Recovery!;
        Assert.Equal((1, 3, 5), (recovery.Council, recovery.Needed, recovery.Keys.Length));
        Assert.Equal(scene.Council.DissolvedAt!.Value + Duration.FromDays(365), recovery.Until);
        Assert.NotEqual(recovery.Keys.Order(StringComparer.Ordinal), recovery.Keys);
        Assert.Single(scene.Journal.Leaves.OfType<RecoverySet>());
        Assert.DoesNotContain(scene.Journal.RoomRows, r => r is BearerKeyGiven);
    }

    [Fact]
    public void Each_who_made_a_key_has_a_slip_until_the_keys_are_void()
    {
        var scene = Set(4);
        var slips = scene.Quarter.Slips.Values.Where(s => s.Purpose == Purpose.KeyBearer).ToArray();
        Assert.Equal(4, slips.Length);
        Assert.All(slips, s => Assert.Equal(scene.Quarter.Recovery!.Until, s.Until));
        scene.WaitsUntil(scene.Quarter.Recovery!.Until);
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.KeyBearer);
        Assert.False(scene.Quarter.Recovery.HoldsAt(scene.Now));
    }

    [Fact]
    public void Two_keys_are_too_few_and_leave_nothing_behind()
    {
        var scene = Set(2);
        Assert.Null(scene.Quarter.Recovery);
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.KeyBearer);
        Assert.False(scene.Quarter.LastHeld.ContainsKey(Role.KeyBearer));
    }

    [Fact]
    public void Stepping_back_or_going_home_without_a_key_passes_it_on()
    {
        var scene = Drawn(Counted(8), All[..8]);
        var order = scene.Council.Draws[0].Orders[Role.KeyBearer];
        var (first, second) = (BearersOf(scene)[0], BearersOf(scene)[1]);
        scene.Does(first, new StepBack(1, Role.KeyBearer));
        Assert.DoesNotContain(first, BearersOf(scene));
        Assert.Equal((order[5], Why.SteppedBack), (scene.Council.Calls[^1].Number, scene.Council.Calls[^1].Why));
        scene.Refuses<NotYourRole>(first, new GiveBearerKey(1, KeyOf(first)));

        scene.Does(second, new LeaveSeat(1));
        Assert.DoesNotContain(second, BearersOf(scene));
        Assert.Equal(5, scene.Room.Bearers.Count);

        var keeper = BearersOf(scene)[0];
        scene.Does(keeper, new GiveBearerKey(1, KeyOf(keeper)));
        scene.Does(keeper, new LeaveSeat(1));
        Assert.Contains(keeper, BearersOf(scene));
    }

    [Fact]
    public void A_key_is_thirty_two_bytes_and_nobody_elses()
    {
        var scene = Drawn(Counted(7), All[..7]);
        var (one, other) = (BearersOf(scene)[0], BearersOf(scene)[1]);
        scene.Does(one, new GiveBearerKey(1, KeyOf(one)));
        scene.Refuses<KeyUsedBefore>(other, new GiveBearerKey(1, KeyOf(one)));
        scene.Refuses<NotAKey>(other, new GiveBearerKey(1, "plank soup home"));
        scene.Refuses<NotAKey>(other, new GiveBearerKey(1, KeyOf(other)[..^2] + "B="));
        scene.Refuses<NotYourRole>(Amina, new GiveBearerKey(1, KeyOf(Amina)));
        scene.Does(one, new GiveBearerKey(1, KeyOf("another")));
        scene.Does(other, new GiveBearerKey(1, KeyOf(one)));
    }

    [Fact]
    public void While_keys_hold_for_longer_than_sixty_days_no_new_ones_are_drawn()
    {
        var before = Set();
        Scene Later(Duration after)
        {
            var scene = new Scene(before) { Number = 2 };
            scene.WaitsUntil(before.Council.DissolvedAt!.Value + after);
            scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromMinutes(30))));
            scene.WaitsUntil(scene.Council.StartsAt);
            scene.Opens(7);
            scene.Counts(7);
            return scene;
        }
        Assert.Empty(Drawn(Later(Duration.FromDays(300)), All[..7]).Room.Bearers);
        var renewed = Later(Duration.FromDays(306));
        IsWilling(renewed, Chloe, SlipOf(Chloe, $"{Role.KeyBearer} of 1"));
        renewed = Drawn(renewed, Benoit, David, Elise, Farid, Gaelle);
        Assert.Equal(5, renewed.Room.Bearers.Count);
        Assert.DoesNotContain(Chloe, BearersOf(renewed));
        Assert.Equal(1, renewed.Council.Draws[0].Excluded);
        MakesKeys(renewed, 3);
        renewed.WaitsUntil(renewed.Council.EndsAt);
        Assert.Equal((2, 3), (renewed.Quarter.Recovery!.Council, renewed.Quarter.Recovery.Keys.Length));
        Assert.All(renewed.Quarter.Slips.Values.Where(s => s.Purpose == Purpose.KeyBearer), s => Assert.Equal(2, s.Council));
    }

    [Fact]
    public void The_exclusion_of_key_bearers_is_nothing_to_vote_on() =>
        Counted(5).Refuses<NotYourRole>(Amina, new AskRoom(1, Ask.WaiveExclusion, Subject: (int)Role.KeyBearer));

    [Fact]
    public void A_paper_hat_draws_them_too()
    {
        var scene = Counted(7);
        foreach (var who in All[1..7]) IsWilling(scene, who);
        scene.Does(Amina, new CloseRoll(1, Way.Hat));
        var hat = scene.Council.Draws[0].Eligible.ToImmutableSortedDictionary(h => h.Key, h => h.Value.Reverse().ToImmutableArray());
        scene.Does(Amina, new TypeDraw(1, Way.Hat, null, hat));
        scene.Does(Benoit, new ConfirmDraw(1, true));
        Assert.Equal([6, 5, 4, 3, 2], scene.Council.Calls.Where(c => c.Role == Role.KeyBearer).Select(c => c.Number!.Value));
    }
}
