using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Web.SixWords;

/// <summary>A slip whose words are known here: this phone made them again, or somebody typed them.</summary>
/// <param name="Purpose">Null for "take my name back".</param>
/// <param name="Until">Null: until it is used.</param>
public sealed record FoundSlip(string Words, Purpose? Purpose, int Council, Instant? Until, int? Task = null, Role? Role = null)
{
    /// <summary>Besides the phone's own person, up to four sit beside it.</summary>
    private const int People = 5;

    /// <summary>Minutes may be corrected, and names in them blacked out.</summary>
    public bool IsForMinutes => Purpose == Domain.Slips.Purpose.Minutes;

    /// <summary>What these six words are good for now; null when for nothing.</summary>
    public static FoundSlip? Of(Quarter quarter, string words, Instant now)
    {
        var hash = Slips.HashOf(words);
        if (quarter.Slips.TryGetValue(hash, out var slip) && slip.HoldsAt(now))
            return new FoundSlip(words, slip.Purpose, slip.Council, slip.Until, slip.Task, slip.Role);
        return quarter.Councils.Values.FirstOrDefault(council => council.IsOver && Names(quarter, council).Contains(hash)) is { } named
            ? new FoundSlip(words, null, named.Number, null)
            : null;
    }

    /// <summary>Every slip of this device, or those of one council; the latest council first.</summary>
    public static IReadOnlyList<FoundSlip> Of(Quarter quarter, Device device, Instant now, int? council = null)
    {
        var councils = quarter.Slips.Values.Select(s => s.Council)
            .Concat(quarter.Councils.Values.Where(c => c.IsOver && Names(quarter, c).Any()).Select(c => c.Number))
            .Distinct()
            .Where(n => council is null || council == n)
            .OrderDescending();
        return [.. councils.SelectMany(n => Wordings(quarter, device, n)).Select(words => Of(quarter, words, now)).OfType<FoundSlip>()];
    }

    /// <summary>All that this device could have been given in the council: whether it was, the hashes tell.</summary>
    private static IEnumerable<string> Wordings(Quarter quarter, Device device, int council)
    {
        string Words(string purpose, int id = 0) => Slips.Words(device, purpose, quarter.Origin, council, $"{id}");
        yield return Words(Slips.Minutes);
        foreach (var task in quarter.Councils[council].Tasks.Keys) yield return Words(Slips.Task, task);
        for (var person = 0; person < People; person++)
        {
            yield return Words(Slips.Name, person);
            foreach (var role in Enum.GetValues<Role>()) yield return Words(Slips.Role(role), person);
        }
    }

    /// <summary>Hashes of the slips given with names that still stand in the minutes.</summary>
    private static IEnumerable<string> Names(Quarter quarter, Council council) => council.Tasks.Values
        .SelectMany(task => new[] { task.Taker, task.Helper })
        .Select(at => quarter.Said(at))
        .Where(text => text is { Standing: Standing.Held })
        .Select(text => text!.Slip)
        .OfType<string>();
}
