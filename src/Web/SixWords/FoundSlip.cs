using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Web.SixWords;

/// <summary>A slip whose words are known here: this phone made them again, or somebody typed them.</summary>
/// <param name="Purpose">Null for "take my name back".</param>
/// <param name="Until">Null: until it is used.</param>
public sealed record FoundSlip(string Words, Purpose? Purpose, int Council, Instant? Until, int? Task = null, Role? Role = null, int? Charge = null, int? Offer = null)
{
    /// <summary>Besides the phone's own person, up to four sit beside it.</summary>
    private const int People = 5;

    /// <summary>Others who may have written an offer down at the same moment.</summary>
    private const int AtOnce = 8;

    /// <summary>Of a task: taken from what waited, so that it speaks for the task alone.</summary>
    public bool IsForTheTaskAlone { get; init; }

    /// <summary>Minutes may be corrected, and names in them blacked out.</summary>
    public bool IsForMinutes => Purpose == Domain.Slips.Purpose.Minutes;

    /// <summary>Councils whose names a phone may take back are looked through so many at once: each costs it as many guesses as people may sit beside it.</summary>
    public const int PageLength = 50;

    /// <summary>What these six words are good for now; null when for nothing.</summary>
    public static FoundSlip? Of(Quarter quarter, string words, Instant now)
    {
        var hash = Slips.HashOf(words);
        return Held(quarter, words, hash, now)
            ?? (quarter.Councils.Values.FirstOrDefault(council => council.IsOver && Names(quarter, council).Contains(hash)) is { } named
                ? new FoundSlip(words, null, named.Number, null)
                : null)
            ?? (quarter.Offers.Values.FirstOrDefault(offer => Logged(quarter, offer) == hash) is { } logged ? Of(words, logged) : null);
    }

    /// <summary>Every slip of this device for one council.</summary>
    public static IReadOnlyList<FoundSlip> Of(Quarter quarter, Device device, Instant now, int council) =>
        [.. Of(quarter, device, now, quarter.Slips.Values.Any(s => s.Council == council) ? [council] : [], [council])];

    /// <summary>The six words of this purpose that the phone can make again by itself; null where it has none for this council.</summary>
    public static string? Known(Visit visit, int council, Purpose purpose, bool forAll = false) => visit.Device is { } device
        ? Of(visit.Quarter, device, visit.Now, council).FirstOrDefault(slip => slip.Purpose == purpose && !(forAll && slip.IsForTheTaskAlone))?.Words
        : null;

    /// <summary>The slips of this device, the latest council's first; names it may take back on pages of <see cref="PageLength"/> councils.</summary>
    /// <param name="page">From 0. What still holds is on the first.</param>
    public static (IReadOnlyList<FoundSlip> Found, bool More) Page(Quarter quarter, Device device, Instant now, int page)
    {
        var named = quarter.Councils.Values.Where(c => c.IsOver && Names(quarter, c).Any()).Select(c => c.Number).Reverse().Skip(page * PageLength).Take(PageLength + 1).ToArray();
        var holding = page == 0 ? quarter.Slips.Values.Select(s => s.Council).ToHashSet() : [];
        return ([.. Of(quarter, device, now, holding, [.. named.Take(PageLength)]), .. page == 0 ? Offers(quarter, device) : []], named.Length > PageLength);
    }

    /// <summary>
    /// What this device wrote down of offers, the latest first: of not more of them than one page holds. Its words were made with the number
    /// that was next then; whoever wrote at the same moment may have had that one.
    /// </summary>
    private static IEnumerable<FoundSlip> Offers(Quarter quarter, Device device)
    {
        var latest = quarter.Offers.Values.Reverse().Take(PageLength).ToArray();
        if (latest.Length == 0) yield break;
        var from = Math.Max(1, latest[^1].Number - AtOnce);
        var words = Enumerable.Range(from, latest[0].Number - from + 1).Select(number => Slips.Words(device, Slips.Offer, quarter.Origin, 0, $"{number}")).ToDictionary(Slips.HashOf);
        foreach (var offer in latest)
            if (Logged(quarter, offer) is { } hash && words.TryGetValue(hash, out var six))
                yield return Of(six, offer);
    }

    private static FoundSlip Of(string words, Offer offer) => new(words, null, 0, null, Offer: offer.Number);

    /// <summary>Hash of the slip that was given with its words, while any of them stands.</summary>
    private static string? Logged(Quarter quarter, Offer offer) =>
        new[] { offer.Who, offer.What, offer.Strings }.Where(at => Gives(quarter, at)).Select(at => quarter.Said(at)!.Slip).FirstOrDefault();

    private static IEnumerable<FoundSlip> Of(Quarter quarter, Device device, Instant now, IReadOnlyCollection<int> holding, IReadOnlyCollection<int> named)
    {
        foreach (var council in holding.Union(named).OrderDescending())
        {
            if (holding.Contains(council))
                foreach (var words in Wordings(quarter, device, council))
                    if (Held(quarter, words, Slips.HashOf(words), now) is { } slip) yield return slip;
            if (!named.Contains(council) || !quarter.Councils[council].IsOver) continue;
            var names = Names(quarter, quarter.Councils[council]).ToHashSet(StringComparer.Ordinal);
            if (names.Count == 0) continue;
            foreach (var words in NameWordings(quarter, device, council))
                if (names.Contains(Slips.HashOf(words))) yield return new FoundSlip(words, null, council, null);
        }
    }

    private static FoundSlip? Held(Quarter quarter, string words, string hash, Instant now) =>
        quarter.Slips.TryGetValue(hash, out var slip) && slip.HoldsAt(now)
            ? new FoundSlip(words, slip.Purpose, slip.Council, slip.EndsAt(quarter), slip.Task, slip.Role, slip.Charge) { IsForTheTaskAlone = !quarter.SpeaksForAll(slip) }
            : null;

    private static IEnumerable<string> NameWordings(Quarter quarter, Device device, int council) =>
        Enumerable.Range(0, People).Select(person => Slips.Words(device, Slips.Name, quarter.Origin, council, $"{person}"))
            .Concat(Enumerable.Range(1, quarter.Councils[council].Evidence.Length)
                .Select(shown => Slips.Words(device, Slips.Evidence, quarter.Origin, council, $"{shown}")))
            .Concat(Receipts(quarter, council).Select(line => Slips.Words(device, Slips.Receipt, quarter.Origin, council, line.Id)));

    /// <summary>
    /// The latest lines of its jar in which somebody or something stands that may be taken back: not more of them than one page holds.
    /// </summary>
    private static IEnumerable<Movement> Receipts(Quarter quarter, int council) => quarter.Jars.TryGetValue(council, out var jar)
        ? jar.Movements.Reverse().Where(line => Gives(quarter, line.Who) || Gives(quarter, line.What)).Take(PageLength)
        : [];

    private static bool Gives(Quarter quarter, TextAt? at) => quarter.Said(at) is { Standing: Standing.Held, Slip: not null };

    /// <summary>All that this device could have been given in the council: whether it was, the hashes tell.</summary>
    private static IEnumerable<string> Wordings(Quarter quarter, Device device, int council)
    {
        string Words(string purpose, object? id = null) => Slips.Words(device, purpose, quarter.Origin, council, $"{id ?? 0}");
        yield return Words(Slips.Minutes);
        var grown = quarter.Councils[council];
        foreach (var task in grown.Tasks.Values) yield return Words(Slips.Task, Slips.TaskId(task.Number, task.Turns));
        foreach (var request in grown.Requests) yield return Words(Slips.Request, request.Number);
        foreach (var charge in quarter.Charges.Values.Where(c => c.Services.Any(s => s.Council == council)))
            for (var person = 0; person < People; person++)
                yield return Slips.Words(device, Slips.Service, quarter.Origin, council, $"{charge.Number}-{person}");
        for (var person = 0; person < People; person++)
        {
            foreach (var role in Enum.GetValues<Role>()) yield return Words(Slips.Role(role), person);
        }
    }

    /// <summary>Hashes of the slips given with names that still stand in the minutes, with what was shown since, and in the book of its jar.</summary>
    private static IEnumerable<string> Names(Quarter quarter, Council council) => council.Tasks.Values
        .SelectMany(task => new[] { task.Taker, task.Helper }.Concat(task.Before))
        .Concat(council.Evidence.Select(shown => shown.Words))
        .Concat(quarter.Jars.TryGetValue(council.Number, out var jar) ? jar.Movements.SelectMany(line => new[] { line.Who, line.What }) : [])
        .Select(at => quarter.Said(at))
        .Where(text => text is { Standing: Standing.Held })
        .Select(text => text!.Slip)
        .OfType<string>();
}
