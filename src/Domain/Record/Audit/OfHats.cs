using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Who could be called: numbers of the roll, fixed together with it.</summary>
internal static class OfHats
{
    /// <summary>In a hat of fewer, first-timers have two tickets.</summary>
    private const int ForTwoHats = 3;

    public static void Check(Case c, HatFilled e)
    {
        if (c.Living(e.Council) is not { } council) return;
        if (!c.Require(e.Draw >= 1 && e.Draw == council.Draws.Length, Rule.RollClosedFirst, "No roll was closed for this hat.")) return;
        var draw = council.Draws[^1];
        c.Require(
            draw.IsOpen && c.Memory.Last is RollClosed or HatFilled && !draw.Eligible.ContainsKey(e.Role),
            Rule.RollClosedFirst,
            "Hats are filled together with the closing of the roll, each once.");
        c.Require(AreOnTheRoll(e.Numbers, draw), Rule.HatsFromTheRoll, "The hat holds numbers that are not on the roll, or not in order.");
        c.Require(AreDoubled(e), Rule.HatsFromTheRoll, "Two tickets are for first-timers in a facilitator's hat of fewer than three.");
        c.Require(e.Excluded >= 0 && (!e.Excepted || e.Excluded == 0), Rule.HatsFromTheRoll, "Nobody is left out where the room waived it.");
        c.Require(e.Excepted == c.Evening(e.Council).Waived.Contains(e.Role), Rule.HatsFromTheRoll, "The room's consent to leave nobody out is not recorded.");
        if (e.Role == Role.Companion && draw.Eligible.TryGetValue(Role.Facilitator, out var guides))
            c.Require(AreOneHatOrTwo(guides, e.Numbers), Rule.HatsFromTheRoll, "Facilitator and companion come from one hat, or from two that share nobody.");
        c.Require(draw.Lot is null ? !e.Role.IsOfALot() : draw.Lot.Role == e.Role, Rule.LotAsOpened, "The hat is of another role than the lot.");
        c.Require(draw.Lot is null || !e.Numbers.IsEmpty, Rule.LotAsOpened, "The hat of a lot is empty.");
        if (e.Role == Role.KeyBearer) AreWanted(c, e, council);
    }

    private static bool AreOnTheRoll(ImmutableArray<int> numbers, Draw draw)
    {
        for (var i = 0; i < numbers.Length; i++)
            if (numbers[i] < 1 || numbers[i] > draw.Roll.Length || i > 0 && numbers[i] <= numbers[i - 1]) return false;
        return true;
    }

    private static bool AreDoubled(HatFilled e) =>
        e.Doubled.IsEmpty || e.Role == Role.Facilitator && e.Numbers.Length < ForTwoHats && AreIn(e.Doubled, e.Numbers);

    private static bool AreIn(ImmutableArray<int> some, ImmutableArray<int> all)
    {
        for (var i = 0; i < some.Length; i++)
            if (!all.Contains(some[i]) || i > 0 && some[i] <= some[i - 1]) return false;
        return true;
    }

    private static bool AreOneHatOrTwo(ImmutableArray<int> one, ImmutableArray<int> other)
    {
        if (one.AsSpan().SequenceEqual(other.AsSpan())) return true;
        foreach (var number in one)
            if (other.Contains(number)) return false;
        return true;
    }

    private static void AreWanted(Case c, HatFilled e, Council council)
    {
        c.Require((council.Draws[^1].Lot is null ? OfDraws.HeadsNow(council) : OfDraws.HeadsOf(council)) >= Weight.LeastHeads, Rule.BearersDrawn, "Key-bearers are drawn by five heads or more.");
        c.Require(e.Numbers.Length >= Recovery.Least, Rule.BearersDrawn, "Fewer than three are in the hat of key-bearers.");
        c.Require(
            !(c.Before.Recovery?.Until > c.At + Duration.FromMinutes(1) + Recovery.Renewal), Rule.BearersDrawn, "The keys of other bearers hold for longer than 60 days.");
    }
}
