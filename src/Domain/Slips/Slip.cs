using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Slips;

/// <summary>What a slip is for. One purpose each; no slip refers to another.</summary>
public enum Purpose { Minutes, Task, HeldRole, Spokesperson, KeyBearer, Service, Keeper, Request }

/// <summary>What may outlive a council: the hash of a secret that only the device which earned it (or six words on paper) knows.</summary>
/// <param name="Hash">SHA-256, hex.</param>
/// <param name="Purpose">The one thing it is good for.</param>
/// <param name="Council">Where it was earned.</param>
/// <param name="Until">Its end; for <see cref="Purpose.HeldRole"/> the next such draw may come first.</param>
/// <param name="Task">The task, for <see cref="Purpose.Task"/>; which of its council's services, or requests, for <see cref="Purpose.Service"/> and <see cref="Purpose.Request"/>.</param>
/// <param name="Role">The role, for <see cref="Purpose.HeldRole"/>, <see cref="Purpose.KeyBearer"/> and <see cref="Purpose.Keeper"/>.</param>
/// <param name="Charge">What is looked after, for <see cref="Purpose.Service"/>.</param>
public sealed record Slip(string Hash, Purpose Purpose, int Council, Instant Until, int? Task = null, Role? Role = null, int? Charge = null)
{
    /// <summary>For <see cref="Purpose.Task"/>: how often the task had changed hands when it was left. Absent: not yet.</summary>
    public int? Turns { get; init; }

    public bool HoldsAt(Instant now) => now < Until;

    /// <summary>When it ends, as things stand: a keeper's with the jar, which goes on with its project.</summary>
    public Instant EndsAt(Quarter quarter) => Purpose == Purpose.Keeper ? Jars.Keepers.EndOf(quarter, this)
        : IsSpent(quarter) ? Instant.Min(quarter.At, Until)
        : Until;

    /// <summary>Ended before its time: the role was held again since, other keys replaced theirs, its spokesperson was called back, or somebody else has the task now.</summary>
    internal bool IsSpent(Quarter quarter) => Purpose switch
    {
        Purpose.KeyBearer => quarter.Recovery?.Council != Council,
        Purpose.HeldRole => Role is { } role && quarter.LastHeld.TryGetValue(role, out var last) && last != Council,
        Purpose.Task => quarter.Councils.GetValueOrDefault(Council)?.Tasks.GetValueOrDefault(Task!.Value)?.Turns is { } turns && turns != (Turns ?? 0),
        Purpose.Spokesperson => quarter.Councils[Council].Spokesperson?.RecalledBy is not null,
        _ => false,
    };
}

/// <summary>A slip was left with somebody. Its row lives until its end, then is deleted.</summary>
public sealed record SlipLeft(int Council, Slip Slip) : RoomEvent(Council)
{
    public override string? Mark => Slip.Hash;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter with { Slips = quarter.Slips.SetItem(Slip.Hash, Slip) };
}

/// <summary>Slips came to their end: their rows are deleted, and this event is not kept either.</summary>
public sealed record SlipsEnded(System.Collections.Immutable.ImmutableArray<string> Hashes) : RoomEvent(0)
{
    public override System.Collections.Immutable.ImmutableArray<string> Ends => Hashes;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter with { Slips = quarter.Slips.RemoveRange(Hashes) };
}

public sealed record NoSuchSlip : Refusal;
