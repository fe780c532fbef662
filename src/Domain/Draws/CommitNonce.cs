using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Draws;

/// <summary>A device commits to a secret that it made: unseen by its holder, and unasked.</summary>
/// <param name="Commitment">SHA-256 of <c>vl1|commit|draw|number|nonce</c>, 64 hex digits in lower case.</param>
public sealed record CommitNonce(int Council, string Commitment) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { } open) return new NoRollIsClosed();
        if (seat.Device is null) return new NeedsOwnDevice();
        if (sitting.Room.NumberOf(seat) is not { } number) return new NotOnTheRoll();
        if (open.Phase != DrawPhase.Committing) return new CommittingIsOver();
        if (open.Commitments.ContainsKey(number)) return new AlreadySaid();
        if (!Hash.IsHex(Commitment)) return new NotAHash();
        var committed = new NonceCommitted(Council, number, Commitment);
        return Phases.EndIfDone(committed.In(sitting.Council), sitting.Now).Prepend(committed).ToList();
    }
}

public sealed record NonceCommitted(int Council, int Number, string Commitment) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council) => council with
    {
        Room = council.Room! with { Draw = council.Room.Draw! with { Commitments = council.Room.Draw.Commitments.Add(Number, Commitment) } },
    };
}

/// <summary>It shows the secret.</summary>
/// <param name="Nonce">64 hex digits in lower case.</param>
public sealed record RevealNonce(int Council, string Nonce) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { } open) return new NoRollIsClosed();
        if (seat.Device is null) return new NeedsOwnDevice();
        if (sitting.Room.NumberOf(seat) is not { } number) return new NotOnTheRoll();
        if (open.Phase != DrawPhase.Revealing) return new NotRevealingNow();
        if (!open.Commitments.TryGetValue(number, out var commitment)) return new NothingCommitted();
        if (open.Nonces.ContainsKey(number)) return new AlreadySaid();
        var draw = Vl1.NameOf(sitting.Quarter.Origin, Council, open.Number);
        if (!Hash.IsHex(Nonce) || Phases.CommitmentOf(draw, number, Nonce) != commitment) return new WrongNonce();
        var revealed = new NonceRevealed(Council, number, Nonce);
        return Phases.EndIfDone(revealed.In(sitting.Council), sitting.Now).Prepend(revealed).ToList();
    }
}

public sealed record NonceRevealed(int Council, int Number, string Nonce) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council) => council with
    {
        Room = council.Room! with { Draw = council.Room.Draw! with { Nonces = council.Room.Draw.Nonces.Add(Number, Nonce) } },
    };
}

public sealed record NotOnTheRoll : Refusal;

public sealed record CommittingIsOver : Refusal;

public sealed record NotRevealingNow : Refusal;

public sealed record NothingCommitted : Refusal;

public sealed record WrongNonce : Refusal;

public sealed record NotAHash : Refusal;
