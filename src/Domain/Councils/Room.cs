using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>The private half of a living council. It is deleted when the council dissolves.</summary>
public sealed record Room
{
    /// <summary>The device that convened: it may seat itself first and call off before three are seated.</summary>
    public string? Opener { get; init; }

    /// <summary>Secret from which the door's tokens and codes follow.</summary>
    public required string DoorKey { get; init; }

    public Instant DoorOpenUntil { get; init; }

    /// <summary>How many times the door was opened: each opening has its own code to type.</summary>
    public int DoorOpenings { get; init; }

    public ImmutableSortedDictionary<int, Seat> Seats { get; init; } = ImmutableSortedDictionary<int, Seat>.Empty;

    /// <summary>The seat of each seated device.</summary>
    public ImmutableSortedDictionary<string, int> Devices { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Walls { get; init; } = Strings;

    public ImmutableSortedSet<string> WorthHolding { get; init; } = Strings;

    /// <summary>Somebody asks for their seat on another device: seat → device, and who vouched.</summary>
    public ImmutableSortedDictionary<int, Reclaim> Reclaims { get; init; } = ImmutableSortedDictionary<int, Reclaim>.Empty;

    /// <summary>What each device typed for the count of heads now being made.</summary>
    public ImmutableSortedDictionary<string, int> HeadsTyped { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The exact number, agreed by two devices; it leaves the room as a band only.</summary>
    public int? Heads { get; init; }

    public bool NamesOnWall { get; init; }

    public Instant StepSince { get; init; }

    public ImmutableSortedSet<int> SaidMoveOn { get; init; } = Numbers;

    public ImmutableSortedSet<int> SaidNotYet { get; init; } = Numbers;

    public Instant? HeldUntil { get; init; }

    public ImmutableSortedSet<int> Thanked { get; init; } = Numbers;

    /// <summary>The guide's page is with the companion.</summary>
    public bool GuideHandedOver { get; init; }

    public Instant GuideLastSeen { get; init; }

    public Instant? QuietUntil { get; init; }

    public ImmutableSortedSet<int> SaidMustLeave { get; init; } = Numbers;

    public bool Leaving { get; init; }

    public Asked? Asked { get; init; }

    /// <summary>The last question of this step, with how the room answered it.</summary>
    public Settled? Settled { get; init; }

    /// <summary>Exceptions from the hat that the room consented to.</summary>
    public ImmutableSortedSet<Role> Excepted { get; init; } = [];

    public OpenDraw? Draw { get; init; }

    /// <summary>For each draw the seat behind each number of its roll.</summary>
    public ImmutableSortedDictionary<int, ImmutableSortedDictionary<int, int>> Rolls { get; init; } =
        ImmutableSortedDictionary<int, ImmutableSortedDictionary<int, int>>.Empty;

    /// <summary>The roll that was closed last.</summary>
    public ImmutableSortedDictionary<int, int> Roll => Rolls.IsEmpty ? ImmutableSortedDictionary<int, int>.Empty : Rolls[Rolls.Keys.Last()];

    public ImmutableSortedDictionary<Role, int> Roles { get; init; } = ImmutableSortedDictionary<Role, int>.Empty;

    /// <summary>Numbers of the roll that were called for the role already.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Called { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    /// <summary>Seats that bear a key → the public half they handed in, or null until they did.</summary>
    public ImmutableSortedDictionary<int, string?> Bearers { get; init; } = ImmutableSortedDictionary<int, string?>.Empty;

    /// <summary>Seats with a role that a lot of its own gave, in the order of call.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Serving { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty;

    public TheFloor Floor { get; init; } = new();

    public ImmutableSortedDictionary<int, Draft> Proposals { get; init; } = ImmutableSortedDictionary<int, Draft>.Empty;

    public Deliberation Deliberation { get; init; } = new();

    public ImmutableSortedDictionary<int, TaskDraft> Tasks { get; init; } = ImmutableSortedDictionary<int, TaskDraft>.Empty;

    /// <summary>What was gained tonight, by line.</summary>
    public ImmutableSortedDictionary<int, GainDraft> Gains { get; init; } = ImmutableSortedDictionary<int, GainDraft>.Empty;

    /// <summary>The first of them.</summary>
    public GainDraft? Gain => Gains.IsEmpty ? null : Gains.Values.First();

    /// <summary>Evidence of earlier gains, by gain.</summary>
    public ImmutableSortedDictionary<int, Text> GainsTold { get; init; } = ImmutableSortedDictionary<int, Text>.Empty;

    /// <summary>Whether earlier gains still work, by gain.</summary>
    public ImmutableSortedDictionary<int, Look> GainsLookedAt { get; init; } = ImmutableSortedDictionary<int, Look>.Empty;

    /// <summary>Who would serve for a charge.</summary>
    public ImmutableArray<Volunteer> Volunteers { get; init; } = [];

    public Care.RitualDraft? Ritual { get; init; }

    /// <summary>How many chose each of the five faces, without who.</summary>
    public ImmutableArray<int> Faces { get; init; } = [0, 0, 0, 0, 0];

    public ImmutableSortedSet<int> CheckedIn { get; init; } = Numbers;

    internal static ImmutableSortedSet<int> Numbers => [];

    internal static ImmutableSortedSet<string> Strings => ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    /// <summary>Those who are here.</summary>
    public IEnumerable<Seat> Present => Seats.Values.Where(s => s.Here);

    public int PresentCount => Seats.Values.Count(s => s.Here);

    /// <summary>Those who may answer a ballot: seated before deciding opened.</summary>
    public IEnumerable<Seat> Electorate => Present.Where(s => s.MayBallot);

    /// <summary>The electorate of the ballot that is open, fixed when it opened, whether they are here still or not; else who might answer one.</summary>
    public IEnumerable<Seat> Voters => Deliberation.Electorate is { } fixedThen ? fixedThen.Select(n => Seats[n]) : Electorate;

    /// <summary>More seats than people were counted: phones cannot be trusted with a count.</summary>
    public bool MoreSeatsThanHeads => Heads is { } heads && Voters.Count(s => !s.Remote) > heads;

    /// <summary>Who holds the guide's page now. Where one of the two is not here, it is the other.</summary>
    public int? Guide => GuideHandedOver
        ? PresentHolder(Role.Companion) ?? PresentHolder(Role.Facilitator)
        : PresentHolder(Role.Facilitator) ?? PresentHolder(Role.Companion);

    /// <summary>The seat that holds the role, if its holder is here.</summary>
    public int? PresentHolder(Role role) => Roles.TryGetValue(role, out var seat) && Seats[seat].Here ? seat : null;

    public bool Holds(Seat seat, Role role) => role == Role.KeyBearer ? Bearers.ContainsKey(seat.Number)
        : role.IsOfALot() ? Serving.GetValueOrDefault(role, []).Contains(seat.Number)
        : Roles.TryGetValue(role, out var holder) && holder == seat.Number;

    /// <summary>The seat's number on the roll that was closed last; null for who is not on it.</summary>
    public int? NumberOf(Seat seat)
    {
        foreach (var (number, holder) in Roll)
            if (holder == seat.Number) return number;
        return null;
    }

    /// <summary>Nothing is awaited of devices any more.</summary>
    internal Room AwaitsNumbers() => Draw is null ? this : this with { Draw = Draw with { Phase = DrawPhase.Numbers, Ends = null } };
}
