using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Draws;

/// <summary>Any seated phone brings the signature of the announced round. Nobody can make one up, so nobody has to confirm it.</summary>
/// <param name="Round">The announced one.</param>
/// <param name="Signature">96 hex digits, as drand publishes it.</param>
public sealed record BringBeacon(int Council, long Round, string Signature) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { } open) return new NoRollIsClosed();
        var draw = sitting.Council.Draws[open.Number - 1];
        if (draw.Round is not { } round) return new NoBeaconAwaited();
        if (Round != round) return new WrongRound(round);
        var signature = Signature.Trim().ToLowerInvariant();
        if (open.Ends is not null) return Beacon.Verify(round, signature) is null ? new NumbersComeLater() : new ClockIsBehind(round);
        if (sitting.Now < Beacon.TimeOf(round)) return new RoundNotYet(round);
        if (Beacon.Verify(round, signature) is not { } randomness) return new NotTheBeacon(round);
        var typed = new TypedDraw("", Way.Beacon, randomness, ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty);
        return DrawRevealed.Of(sitting, draw, typed, signature).ToList();
    }
}

public sealed record NoBeaconAwaited : Refusal;

public sealed record WrongRound(long Round) : Refusal;

public sealed record RoundNotYet(long Round) : Refusal;

/// <summary>
/// The right signature, while devices still commit or reveal: then the round was out half a minute too soon, and whoever knows it
/// could choose whether to reveal. No false signature can say so.
/// </summary>
public sealed record ClockIsBehind(long Round) : Refusal;

public sealed record NotTheBeacon(long Round) : Refusal;
