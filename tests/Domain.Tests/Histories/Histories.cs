using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>A law: what is wrong with this moment, or null.</summary>
internal delegate string? Law(Moment moment);

/// <summary>
/// Random histories, each held against every law at every moment. A broken law is shown by the shortest history that
/// breaks it: every number is one thing that somebody does, or the clock.
/// </summary>
internal static class Histories
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    private static readonly int Count = Long ? 1000 : 48;

    private const int Length = 1500;

    private static readonly Gen<ulong[]> Moves = Gen.ULong.Array[Length];

    private static readonly ImmutableArray<(string Name, Law Holds)> All =
    [
        .. new[] { typeof(Laws), typeof(ProjectLaws) }.SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(m => m.ReturnType == typeof(string))
            .Select(m => (m.Name, m.CreateDelegate<Law>())),
    ];

    private static readonly Lazy<ConcurrentDictionary<string, string>> Broken = new(LiveAll);

    private static readonly ConcurrentDictionary<Type, int> Reached = new();

    /// <summary>Lives all histories, once for all laws, and says how often each kind of event and refusal came.</summary>
    public static IReadOnlyDictionary<Type, int> Live()
    {
        _ = Broken.Value;
        return Reached;
    }

    public static void Keep(Law law) =>
        Assert.True(!Broken.Value.TryGetValue(law.Method.Name, out var how), how);

    private static ConcurrentDictionary<string, string> LiveAll()
    {
        var broken = new ConcurrentDictionary<string, string>();
        Parallel.For(0, Count, n =>
        {
            var moves = Moves.Generate(new PCG((uint)n, 20261120), null, out _);
            foreach (var law in BrokenIn(moves, All))
                broken.TryAdd(law, $"{law}\n{Told(Shortest(moves, law), law)}");
        });
        return broken;
    }

    private static IEnumerable<string> BrokenIn(ulong[] moves, ImmutableArray<(string Name, Law Holds)> laws)
    {
        var broken = new HashSet<string>();
        try
        {
            foreach (var moment in Lived(moves))
            {
                foreach (var e in moment.Happened) Reached.AddOrUpdate(e.GetType(), 1, (_, n) => n + 1);
                foreach (var (name, holds) in laws)
                    if (holds(moment) is not null)
                        broken.Add(name);
                if (broken.Count > 0) break;
            }
        }
        catch (Exception)
        {
            broken.Add(nameof(Laws.The_rules_never_fail));
        }
        return broken;
    }

    private static ulong[] Shortest(ulong[] moves, string law)
    {
        var only = All.Where(l => l.Name == law).ToImmutableArray();
        var tries = 300;
        for (var size = moves.Length / 2; size > 0; size /= 2)
            for (var from = 0; from + size <= moves.Length && tries-- > 0;)
            {
                ulong[] fewer = [.. moves[..from], .. moves[(from + size)..]];
                if (BrokenIn(fewer, only).Contains(law)) moves = fewer;
                else from += size;
            }
        return moves;
    }

    private static string Told(ulong[] moves, string name)
    {
        var law = All.Single(l => l.Name == name).Holds;
        var told = new List<string>();
        try
        {
            foreach (var m in Lived(moves).Where(m => m.Accepted || !m.Happened.IsEmpty || law(m) is not null))
            {
                told.Add($"{m.Now} {m.Actor} {m.Act}{m.Refusal}\n    {string.Join("\n    ", m.Happened)}\n    {law(m)}");
                if (law(m) is not null) break;
            }
        }
        catch (Exception failed)
        {
            told.Add(failed.ToString());
        }
        return string.Join('\n', told.TakeLast(25));
    }

    public static IEnumerable<Moment> Lived(ulong[] moves)
    {
        var world = new World();
        yield return world.Decide(
            new Found(Scene.Origin, Scene.FirstKey, "Europe/Paris", ["fr"], false, Text.Of("Lilas"), Text.Of("here"), null, [Text.Of("be kind")]),
            new Actor(Neighbours.Devices[0]));
        foreach (var (n, move) in moves.Index())
        {
            world.Rereads = n % 400 == 399;
            foreach (var moment in Move(world, new Fate(move))) yield return moment;
        }
        // Everything comes to its end by itself.
        while (Rules.NextDue(world.Quarter) is { } due)
        {
            world.Now = Instant.Max(due, world.Now) + Duration.FromDays(1);
            world.Rereads = world.Quarter.Slips.IsEmpty;
            yield return world.Strike();
        }
    }

    private static IEnumerable<Moment> Move(World world, Fate fate)
    {
        var jumps = fate.OneIn(16);
        if (jumps) world.Now += Jump(world, fate);
        yield return world.Strike();
        if (jumps) yield break;
        var (act, actor) = Choose(world, fate);
        yield return world.Decide(act, actor);
    }

    /// <summary>In a living council mostly what is well meant, sometimes anything; elsewhere anything.</summary>
    private static (Act Act, Actor Actor) Choose(World world, Fate fate)
    {
        var anybody = new Neighbours(world, fate);
        var number = ChooseCouncil(world, fate);
        var device = fate.Of(Neighbours.Devices);
        if (fate.OneIn(50)) return (anybody.Hosting(), fate.OneIn(9) ? new Actor(device) : Actor.Host);
        if (world.Quarter.Councils.TryGetValue(number, out var council) && council.Room is { } room && !fate.OneIn(12))
        {
            var seated = Seated(room, fate, device);
            return fate.OneIn(4) ? (anybody.Anything(number, seated.Device), seated) : new WellMeant(world, fate, anybody).Next(number);
        }
        if (world.Quarter.Living.Count < 2 || fate.OneIn(30)) return (anybody.Convene(), new Actor(device));
        return (anybody.Anything(number, device), new Actor(device, fate.OneIn(8) ? 1 + fate.Below(3) : null));
    }

    private static Actor Seated(Room room, Fate fate, string otherwise) =>
        fate.Any(room.Present) is not { } seat || fate.OneIn(8) ? new Actor(otherwise)
        : seat.Device is { } own ? new Actor(own)
        : new Actor(room.Seats[seat.BesideSeat!.Value].Device!, seat.Paper);

    private static int ChooseCouncil(World world, Fate fate)
    {
        if (fate.OneIn(9)) return 1 + fate.Below(world.Quarter.Councils.Count + 1);
        var living = world.Quarter.Living.Select(n => world.Quarter.Councils[n]).Where(c => c.StartsAt - TakeSeat.Early <= world.Now).ToArray();
        return living.Length == 0 ? world.Quarter.Living.FirstOrDefault() : (fate.OneIn(4) ? fate.Any(living)! : living[0]).Number;
    }

    private static Duration Opening(World world) => world.Quarter.Living.IsEmpty
        ? Duration.FromHours(1)
        : world.Quarter.Living.Min(n => Duration.Max(Duration.Zero, world.Quarter.Councils[n].StartsAt - Duration.FromMinutes(20) - world.Now));

    private static Duration Jump(World world, Fate fate)
    {
        var idle = world.Quarter.Living.All(n => world.Quarter.Councils[n].StartsAt - TakeSeat.Early > world.Now);
        return fate.Below(idle ? 12 : 10) switch
        {
            0 or 1 or 2 => Duration.FromSeconds(fate.Of(5, 30, 61)),
            3 or 4 or 5 => Duration.FromSeconds(20),
            6 => Duration.FromMinutes(fate.Of(2, 2, 10)),
            7 => Rules.NextDue(world.Quarter) is { } due && due - world.Now < Duration.FromMinutes(5) ? Duration.Max(Duration.Zero, due - world.Now) : Duration.FromSeconds(1),
            8 or 9 => idle ? Opening(world) : fate.OneIn(12) ? Duration.FromHours(fate.Of(1, 5, 80)) : Duration.FromSeconds(91),
            _ => Duration.FromHours(fate.Of(1, 24, 26, 80)),
        };
    }
}
