using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <param name="Numbers">Dice or slips as hashed; of the beacon the round's randomness, 64 hex digits.</param>
/// <param name="Seed">SHA-256 of the transcript; absent for a hat.</param>
/// <param name="Facilitator">For a hat: numbers of the roll in the order drawn; so for each role.</param>
/// <param name="Lot">For a hat: those drawn for the lot's own role.</param>
/// <param name="Signature">Of the beacon's round, 96 hex digits, so that anybody can check it.</param>
/// <param name="Doubts">How often what was typed was doubted, or typed otherwise; absent in records from before this was told.</param>
[Leaf("draw.revealed")]
public sealed record DrawRevealed(
    int Council,
    int Draw,
    Way Way,
    string? Numbers,
    string? Seed,
    ImmutableArray<int> Facilitator,
    ImmutableArray<int> Companion,
    ImmutableArray<int> NoteKeeper,
    ImmutableArray<int> Timekeeper,
    ImmutableArray<int> Spokesperson,
    ImmutableArray<int> KeyBearer,
    ImmutableArray<int> Lot,
    string? Signature = null,
    int? Doubts = null) : PublicEvent
{
    /// <summary>What follows from numbers that are right: the leaf, and who is called.</summary>
    internal static IEnumerable<Event> Of(Sitting sitting, Draw draw, TypedDraw typed, string? signature)
    {
        ImmutableArray<int> From(Role role) => typed.Hat.GetValueOrDefault(role, []);
        var revealed = new DrawRevealed(
            sitting.Number, draw.Number, typed.Way, typed.Numbers,
            typed.Way == Way.Hat ? null : Vl1.Seed(TranscriptOf(sitting.Quarter.Origin, sitting.Number, draw, typed.Way, typed.Numbers!)),
            From(Role.Facilitator), From(Role.Companion), From(Role.NoteKeeper), From(Role.Timekeeper), From(Role.Spokesperson), From(Role.KeyBearer),
            draw.Lot is { Role: var role } && role.IsOfALot() ? From(role) : [],
            signature, sitting.Room.Draw!.Doubts);
        return Calling.First(revealed.In(sitting.Council, sitting.Quarter.Origin), draw.Number).Prepend(revealed);
    }

    /// <summary>The transcript of a draw with numbers, as hashed.</summary>
    /// <param name="draw">With what devices committed to and revealed.</param>
    /// <param name="numbers">As in <see cref="Numbers"/>.</param>
    public static string TranscriptOf(string origin, int council, Draw draw, Way way, string numbers) => Vl1.Transcript(
        Vl1.NameOf(origin, council, draw.Number), draw.Roll, draw.Commitments ?? [], draw.Reveals ?? ImmutableSortedDictionary<int, string>.Empty,
        [way switch
        {
            Way.Dice => $"dice;{numbers}",
            Way.Slips => $"slips;{numbers}",
            Way.Beacon => $"drand;{Beacon.Chain};{draw.Round};{numbers}",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        }]);

    /// <summary>For each role the order of call.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Orders(Draw draw) => draw.Eligible.ToImmutableSortedDictionary(
        hat => hat.Key,
        hat => Way == Way.Hat
            ? FromTheHat(hat.Key)
            : Vl1.Order(Seed!, Vl1.NameOf(hat.Key), hat.Value, draw.TicketsFor(hat.Key)).Select(c => c.Number).ToImmutableArray());

    /// <summary>Who was drawn from a hat for the role, in order.</summary>
    internal ImmutableArray<int> FromTheHat(Role role) => role switch
    {
        Role.Facilitator => Facilitator,
        Role.Companion => Companion,
        Role.NoteKeeper => NoteKeeper,
        Role.Timekeeper => Timekeeper,
        Role.Spokesperson => Spokesperson,
        Role.KeyBearer => KeyBearer,
        _ => Lot,
    };

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => In(c, quarter.Origin));

    private Council In(Council council, string origin)
    {
        var draw = council.Draws[Draw - 1];
        var room = council.Room;
        return council with
        {
            Draws = council.Draws.SetItem(Draw - 1, draw with
            {
                Way = Way,
                Numbers = Numbers,
                Signature = Signature,
                Doubts = Doubts,
                Seed = Seed,
                Transcript = Way == Way.Hat ? null : TranscriptOf(origin, Council, draw, Way, Numbers!),
                Orders = Orders(draw),
            }),
            // From now on whoever is called for one of these roles is called by this order.
            Room = room is null ? null : room with { Draw = null, Called = room.Called.RemoveRange(draw.Eligible.Keys) },
        };
    }
}
