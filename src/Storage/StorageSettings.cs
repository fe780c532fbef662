using System.Collections.Immutable;
using Faubourg.Domain;
using NodaTime;

namespace Faubourg.Storage;

/// <param name="Folder">Everything this host keeps; made when it is not there.</param>
/// <param name="HostName">Host part of the origins of quarters founded here; final for each once it is founded.</param>
/// <param name="Clock">The world's time.</param>
public sealed record StorageSettings(string Folder, string HostName, IClock Clock)
{
    /// <summary>Told of what went wrong where nobody waits for an answer. Must not throw.</summary>
    public Action<Exception> OnTrouble { get; init; } = _ => { };
}

/// <summary>A quarter on this host.</summary>
/// <param name="FoundedAt">In the world's time, to the millisecond, also for a rehearsal.</param>
public sealed record Listed(string Slug, string Origin, bool Rehearsal, Instant FoundedAt);

/// <summary>What somebody wants to found. Texts are checked already; storage looks into none.</summary>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Languages">ISO 639 codes, the neighbourhood's own first.</param>
/// <param name="Rehearsal">Its clock can be set; it is deleted whole a day later.</param>
public sealed record FoundingWish(
    Text Name,
    Text Place,
    Text? Horizon,
    ImmutableArray<Text> Covenant,
    string Zone,
    ImmutableArray<string> Languages,
    bool Rehearsal);
