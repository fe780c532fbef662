using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>Two, drawn in the council that opens the jar or replaces them. Each has a slip until the jar ends.</summary>
public static class Keepers
{
    public const int Two = 2;

    /// <summary>A jar goes on with its project; its slips go at the latest after a year, as those of tasks do.</summary>
    private static readonly Duration AtMost = Duration.FromDays(365);

    /// <summary>Standing up in the room: whether the council's last lot for keepers called two who did not step back.</summary>
    public static bool WereDrawn(Council council)
    {
        var calls = council.Calls.Where(c => c.Role == Role.Keeper).ToArray();
        if (calls.Length == 0) return false;
        var last = calls.Where(c => c.Draw == calls[^1].Draw).ToArray();
        return last.Where(c => c.Number is not null).Select(c => c.Number).Except(last.Select(c => c.Instead)).Count() >= Two;
    }

    /// <summary>Left with the first two who serve, where the council's decision is one that needs them.</summary>
    internal static IEnumerable<Slip> Slips(Council council, Instant at)
    {
        if (!AreFor(council)) return [];
        var room = council.Room!;
        return room.Serving.GetValueOrDefault(Role.Keeper, [])
            .Select(seat => room.Seats[seat])
            .DistinctBy(seat => seat.Phone)
            .Take(Two)
            .Select(seat => seat.SlipFor(Role.Keeper))
            .OfType<string>()
            .Select(hash => new Slip(hash, Purpose.Keeper, council.Number, at + AtMost, Role: Role.Keeper));
    }

    /// <summary>Whether this council decided something that its keepers will keep.</summary>
    internal static bool AreFor(Council council) =>
        council.Decision is { Touches: Touches.Jar } decision && council.Room!.Proposals.GetValueOrDefault(decision.Proposal)?.Deed is OpenJar or ReplaceKeepers;

    /// <summary>The jar that the keepers of this council keep; null for none.</summary>
    public static Jar? JarOf(Quarter quarter, int council) =>
        quarter.Jars.GetValueOrDefault(council) ?? quarter.Jars.Values.FirstOrDefault(j => j.Keepers.Contains(council));

    /// <summary>With its jar, which may be refused.</summary>
    internal static Instant EndOf(Quarter quarter, Slip slip)
    {
        if (JarOf(quarter, slip.Council) is not { } jar || !quarter.Projects.ContainsKey(jar.Number)) return slip.Until;
        var refused = quarter.Amendments[jar.Number].RefusedAt is not null || quarter.Amendments[slip.Council].RefusedAt is not null;
        return refused ? Instant.Min(quarter.At, slip.Until) : Instant.Min(jar.EndsAt(quarter), slip.Until);
    }

    /// <summary>The slip of one who keeps this jar now.</summary>
    internal static bool Keeps(Quarter quarter, Jar jar, string hash, Instant now) =>
        quarter.Slips.TryGetValue(hash, out var slip) && slip.Purpose == Purpose.Keeper && slip.HoldsAt(now) && slip.Council == jar.KeepersAt(quarter, now);
}
