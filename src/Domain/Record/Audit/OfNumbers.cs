using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>From the closed roll to the numbers: what devices committed to and showed, the round, the seed; or that it was given up.</summary>
internal static class OfNumbers
{
    /// <summary>A leaf tells the minute: what happened in it happened up to this much later.</summary>
    private static readonly Duration OfAMinute = Duration.FromMinutes(1);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case BeaconAnnounced e: Announced(c, e); break;
            case CommitmentsClosed e: Committed(c, e); break;
            case RevealsClosed e: Shown(c, e); break;
            case DrawRevealed e: Revealed(c, e); break;
            case DrawAbandoned e: Abandoned(c, e); break;
        }
    }

    /// <summary>The draw that is open; null, and a breach, when it is another one or none.</summary>
    private static Draw? Open(Case c, int council, int number)
    {
        if (c.Living(council) is not { } living) return null;
        if (!c.Require(number >= 1 && number == living.Draws.Length, Rule.RollClosedFirst, "No roll was closed for this draw.")) return null;
        var draw = living.Draws[^1];
        return c.Require(draw.IsOpen, Rule.RollClosedFirst, "This draw was done before.") ? draw : null;
    }

    private static void Announced(Case c, BeaconAnnounced e)
    {
        if (Open(c, e.Council, e.Draw) is not { } draw) return;
        c.Require(
            draw is { Chosen: Way.Beacon, Round: null } && c.Memory.Last is HatFilled, Rule.BeaconAnnounced, "A round is announced together with the closing of a roll that awaits it.");
        var (first, last) = (c.At + Phases.BeforeTheRound, c.At + OfAMinute + Phases.Each + Phases.Each + Phases.BeforeTheRound + Beacon.Period);
        var at = e.Round is > 0 and < int.MaxValue ? Beacon.TimeOf(e.Round) : Instant.MinValue;
        c.Require(at >= first && at <= last, Rule.BeaconAnnounced, "The round is not the first one after the devices are done.");
    }

    private static void Committed(Case c, CommitmentsClosed e)
    {
        if (Open(c, e.Council, e.Draw) is not { } draw) return;
        c.Require(draw.Chosen is Way.Dice or Way.Slips or Way.Beacon, Rule.RevealsKept, "Nobody commits where nothing is hashed.");
        c.Require(draw.Commitments is null, Rule.RevealsKept, "Commitments are closed once.");
        c.Require(draw.Chosen != Way.Beacon || draw.Round is not null, Rule.BeaconAnnounced, "The round was not announced with the roll.");
        ImmutableArray<string>? lines = e.Lines == 0 ? [] : OfDraws.Lines(c, e.Council, Sheet.Commitments);
        if (lines is null) return;
        c.Require(e.Lines == lines.Value.Length && e.Digest == Hash.Of(Vl1.Roll(lines.Value)), Rule.SheetsWhole, "The digest is not that of the commitments.");
        c.Require(AreCommitments(lines.Value, draw.Roll.Length), Rule.RevealsKept, "Commitments are a hash a number of the roll, in order.");
    }

    private static bool AreCommitments(ImmutableArray<string> lines, int most)
    {
        var before = 0;
        foreach (var line in lines)
        {
            if (line.Split(';') is not [var who, var hash] || !Hash.IsHex(hash) || !IsNumber(who, most, out var number) || number <= before) return false;
            before = number;
        }
        return true;
    }

    private static bool IsNumber(string text, int most, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out number) && number >= 1 && number <= most && text[0] != '0';

    private static void Shown(Case c, RevealsClosed e)
    {
        if (Open(c, e.Council, e.Draw) is not { } draw) return;
        if (!c.Require(draw.Commitments is { IsEmpty: false }, Rule.RevealsKept, "Nothing was committed to before.")) return;
        c.Require(draw.Reveals is null, Rule.RevealsKept, "Reveals are closed once.");
        if (OfDraws.Lines(c, e.Council, Sheet.Reveals) is not { } lines) return;
        c.Require(e.Lines == lines.Length && e.Digest == Hash.Of(Vl1.Roll(lines)), Rule.SheetsWhole, "The digest is not that of the reveals.");
        c.Require(AreKept(c, e, draw, lines), Rule.RevealsKept, "What was shown is not what was committed to, or somebody is neither shown nor missing.");
        c.Require(
            draw.Round is not { } round || e.Missing == e.Lines || c.At <= Beacon.TimeOf(round), Rule.BeaconAnnounced, "What was shown after the round was out counts.");
    }

    private static bool AreKept(Case c, RevealsClosed e, Draw draw, ImmutableArray<string> lines)
    {
        var promised = draw.Commitments!.Value.Select(line => line.Split(';')).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
        var name = Vl1.NameOf(c.Before.Origin, e.Council, e.Draw);
        var nonces = new Dictionary<int, string>();
        foreach (var parts in lines.Select(line => line.Split(';')))
        {
            if (parts is not ["reveal", var who, var nonce]) continue;
            if (!IsNumber(who, draw.Roll.Length, out var number) || !Hash.IsHex(nonce) || !nonces.TryAdd(number, nonce)) return false;
            if (promised.GetValueOrDefault(who) != Phases.CommitmentOf(name, number, nonce)) return false;
        }
        return e.Missing == promised.Count - nonces.Count && lines.SequenceEqual(Vl1.Reveals(promised.Keys.Select(int.Parse), nonces));
    }

    private static void Revealed(Case c, DrawRevealed e)
    {
        if (Open(c, e.Council, e.Draw) is not { } draw) return;
        c.Require(draw.Chosen is null ? e.Way != Way.Beacon : e.Way == draw.Chosen, Rule.RollClosedFirst, "The numbers were made in another way than was chosen.");
        c.Require(draw.Chosen is null || e.Doubts >= 0, Rule.DrawRecomputes, "It is not said how often the numbers were doubted.");
        c.Require(e.Way == Way.Beacon == e.Signature is not null, Rule.DrawRecomputes, "A signature belongs to the beacon, and to nothing else.");
        if (e.Way == Way.Hat) FromAHat(c, e, draw);
        else Thrown(c, e, draw);
        // Whoever is called for these roles from now on is called by this draw.
        c.Evening(e.Council).Begins(draw.Eligible.Keys);
    }

    private static void Thrown(Case c, DrawRevealed e, Draw draw)
    {
        var done = draw.Chosen is null || draw.Commitments is { } commitments && (commitments.IsEmpty || draw.Reveals is not null);
        c.Require(done, Rule.RevealsKept, "The numbers were made before commitments and reveals were closed.");
        var none = e.Facilitator.Length + e.Companion.Length + e.NoteKeeper.Length + e.Timekeeper.Length + e.Spokesperson.Length + e.KeyBearer.Length + e.Lot.Length == 0;
        c.Require(none, Rule.DrawRecomputes, "Orders follow from the numbers, and are not written.");
        if (!c.Require(e.Numbers is not null && AreNumbers(e.Way, e.Numbers), Rule.DrawRecomputes, "These are not dice or slips, nor the beacon's.")) return;
        if (e.Way == Way.Beacon) Brought(c, e, draw);
        c.Require(
            e.Seed == Vl1.Seed(DrawRevealed.TranscriptOf(c.Before.Origin, e.Council, draw, e.Way, e.Numbers!)),
            Rule.DrawRecomputes,
            "The seed does not follow from the roll and the numbers.");
    }

    private static void Brought(Case c, DrawRevealed e, Draw draw)
    {
        if (!c.Require(draw.Round is not null, Rule.BeaconAnnounced, "No round was announced.")) return;
        c.Require(c.At + OfAMinute > Beacon.TimeOf(draw.Round!.Value), Rule.BeaconAnnounced, "The round was not out yet.");
        c.Require(e.Signature is not null && Beacon.Verify(draw.Round.Value, e.Signature) == e.Numbers, Rule.DrawRecomputes, "That is not the beacon's signature of the round.");
    }

    internal static bool AreNumbers(Way way, string numbers)
    {
        if (way == Way.Beacon) return Hash.IsHex(numbers);
        if (way == Way.Dice) return numbers.Length is >= TypeDraw.FewestDice and <= 64 && !numbers.AsSpan().ContainsAnyExceptInRange('1', '6');
        if (numbers.Length != 14 || numbers[4] != ';' || numbers[9] != ';') return false;
        for (var i = 0; i < numbers.Length; i++)
            if (i is not (4 or 9) && !char.IsAsciiDigit(numbers[i])) return false;
        return true;
    }

    private static void FromAHat(Case c, DrawRevealed e, Draw draw)
    {
        c.Require(e.Numbers is null && e.Seed is null, Rule.DrawRecomputes, "A paper hat has neither numbers nor seed.");
        foreach (var (role, drawn) in new[]
        {
            (Role.Facilitator, e.Facilitator), (Role.Companion, e.Companion), (Role.NoteKeeper, e.NoteKeeper), (Role.Timekeeper, e.Timekeeper),
            (Role.Spokesperson, e.Spokesperson), (Role.KeyBearer, e.KeyBearer), (draw.Lot?.Role ?? Role.Alternate, draw.Lot?.Role is Role.KeyBearer ? e.KeyBearer : e.Lot),
        })
        {
            var hat = draw.Eligible.GetValueOrDefault(role, []);
            c.Require(drawn.All(n => hat.Contains(n)) && drawn.Distinct().Count() == drawn.Length, Rule.DrawRecomputes, "Somebody was drawn who was not in that hat, or twice.");
        }
    }

    private static void Abandoned(Case c, DrawAbandoned e)
    {
        if (Open(c, e.Council, e.Draw) is not { } draw) return;
        var (committed, shown) = (draw.Commitments is not null, draw.Commitments is not { IsEmpty: false } || draw.Reveals is not null);
        var fits = draw.Chosen is null or Way.Hat ? e.Phase is DrawPhase.Numbers or DrawPhase.Known : e.Phase switch
        {
            DrawPhase.Committing => !committed,
            DrawPhase.Revealing => committed && !shown,
            DrawPhase.Numbers => committed && shown,
            // The round may come while the host was down, before it could close what devices sent.
            _ => committed && shown || draw.Chosen == Way.Beacon,
        };
        c.Require(fits, Rule.AbandonedInSight, "It was given up at another point than the record shows.");
        c.Require(e.Doubts >= 0, Rule.AbandonedInSight, "Doubts are counted from none.");
        var typed = e.Numbers is null || e.Phase == DrawPhase.Known && draw.Chosen is null or Way.Dice or Way.Slips
            && (AreNumbers(draw.Chosen ?? Way.Dice, e.Numbers) || draw.Chosen is null && AreNumbers(Way.Slips, e.Numbers));
        c.Require(typed, Rule.AbandonedInSight, "What had been typed are no dice or slips.");
        var told = e.Phase != DrawPhase.Known || e.Numbers is not null || draw.Chosen is null or Way.Hat
            || draw.Round is { } round && c.At + OfAMinute > Beacon.TimeOf(round);
        c.Require(told, Rule.AbandonedInSight, "It is not said what was known.");
        c.Require(e.Phase == DrawPhase.Known || e.Doubts == 0, Rule.AbandonedInSight, "Numbers that were doubted had been known.");
        c.Require(
            e.Phase == DrawPhase.Known || draw.Round is not { } announced || c.At < Beacon.TimeOf(announced), Rule.AbandonedInSight, "The round was out when it was given up.");
    }
}
