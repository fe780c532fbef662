using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Domain.Floor;

public enum Signal { Speak, Answer, Process }

/// <summary>Somebody waits for the floor.</summary>
public sealed record Hand(int Seat, Signal Signal, Instant At);

/// <summary>
/// Who speaks and who waits. With the floor off (a room of up to 25) only first and further turns are counted, by the companion;
/// with it on, phones raise hands and nobody's turn is longer than two minutes.
/// </summary>
public sealed record TheFloor
{
    public static readonly Duration Turn = Duration.FromMinutes(2);

    public bool On { get; init; }

    /// <summary>Tapped by the companion: turns of somebody who had not spoken.</summary>
    public int FirstTurns { get; init; }

    /// <summary>Tapped by the companion: further turns.</summary>
    public int FurtherTurns { get; init; }

    public ImmutableArray<Hand> Hands { get; init; } = [];

    /// <summary>Turns taken tonight, by seat.</summary>
    public ImmutableSortedDictionary<int, int> Turns { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    public int? Speaker { get; init; }

    public Instant TurnEnds { get; init; }

    /// <summary>Who agrees in silence with what is being said.</summary>
    public ImmutableSortedSet<int> Agreeing { get; init; } = [];

    public ImmutableSortedSet<int> SaidOthersFirst { get; init; } = [];

    /// <summary>Until then who has spoken waits for those who have not.</summary>
    public Instant OthersFirstUntil { get; init; }

    /// <summary>Process first, then direct answers, then who has spoken least, then who asked first.</summary>
    public IEnumerable<Hand> Stack => Hands
        .OrderBy(h => h.Signal switch { Signal.Process => 0, Signal.Answer => 1, _ => 2 })
        .ThenBy(h => h.Signal == Signal.Speak ? TurnsOf(h.Seat) : 0)
        .ThenBy(h => h.At);

    public int TurnsOf(int seat) => Turns.GetValueOrDefault(seat);

    /// <summary>First turns tonight, however they were counted.</summary>
    public int AllFirstTurns => FirstTurns + Turns.Count;

    public int AllTurns => FirstTurns + FurtherTurns + Turns.Values.Sum();

    /// <summary>More than twice an even share of at least six turns.</summary>
    public bool Dominates(int seat, int present) =>
        Turns.Values.Sum() is var all and >= 6 && TurnsOf(seat) * present > 2 * all;

    internal TheFloor Without(int seat) => this with
    {
        Hands = Hands.RemoveAll(h => h.Seat == seat),
        Speaker = Speaker == seat ? null : Speaker,
        SaidOthersFirst = SaidOthersFirst.Remove(seat),
    };

    internal TheFloor Ended() => this with { Hands = [], Speaker = null, Agreeing = [], SaidOthersFirst = [] };

    internal TheFloor Given(Hand hand, Instant at) => this with
    {
        Hands = Hands.RemoveAll(h => h.Seat == hand.Seat),
        Speaker = hand.Seat,
        TurnEnds = at + Turn,
        Turns = hand.Signal == Signal.Speak ? Turns.SetItem(hand.Seat, TurnsOf(hand.Seat) + 1) : Turns,
        Agreeing = [],
    };
}
