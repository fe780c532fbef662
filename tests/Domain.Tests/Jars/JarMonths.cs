using System.Collections.Concurrent;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Record.Figures;
using Faubourg.Domain.Tests.Histories;
using NodaTime;

namespace Faubourg.Domain.Tests.Jars;

/// <summary>Months of jars: councils decide, keepers say and confirm, wrongly, twice and at once, the host dies now and then.</summary>
internal sealed class JarMonths(ulong seed)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    private static readonly int Count = Long ? 600 : 24;

    private const int Steps = 160;

    private static readonly Lazy<(string? Wrong, HashSet<Type> Seen)> All = new(LiveAll);

    private readonly Fate fate = new(seed);
    private readonly Ledger ledger = new();
    private readonly Auditor auditor = new();
    private readonly Dictionary<string, string> sayers = [];
    private readonly HashSet<Type> seen = [];
    private readonly FigureBook figures = new();
    private Quarter stranger = Quarter.Unfounded;
    private Scene scene = Scene.Founded();
    private readonly List<(PublicEvent Happened, Instant At)> past = [];
    private int read;
    private int ids;

    /// <summary>The kinds of events that came.</summary>
    public static HashSet<Type> Live() => All.Value.Seen;

    /// <summary>What was wrong first, in any of the histories; null for nothing.</summary>
    public static string? Wrong => All.Value.Wrong;

    private static (string?, HashSet<Type>) LiveAll()
    {
        var wrong = new ConcurrentBag<string>();
        var seen = new ConcurrentDictionary<Type, bool>();
        Parallel.For(0, Count, n =>
        {
            var months = new JarMonths((ulong)n * 7919 + 17);
            if (months.Lives() is { } how) wrong.Add($"history {n}: {how}");
            foreach (var kind in months.seen) seen[kind] = true;
        });
        return (wrong.Order(StringComparer.Ordinal).FirstOrDefault(), [.. seen.Keys]);
    }

    private string? Lives()
    {
        for (var step = 0; step < Steps; step++)
        {
            Step();
            if (fate.OneIn(25))
            {
                var before = Canon.Of(scene.Quarter with { At = default });
                scene.Crashes();
                if (Canon.Of(scene.Quarter with { At = default }) != before) return $"step {step}: a crash lost something";
            }
            if (Judge() is { } wrong) return $"step {step}, {scene.Now}: {wrong}";
        }
        scene.Waits(Duration.FromDays(400));
        return Judge() ?? (scene.Quarter.Moves.IsEmpty && !scene.Quarter.Slips.Values.Any(s => s.Purpose == Slips.Purpose.Keeper) ? null : "something never ends");
    }

    private void Step()
    {
        switch (fate.Below(24))
        {
            case 0: Council(); break;
            case 1 or 2: scene.Waits(Duration.FromHours(fate.Of(1, 23, 25, 80))); break;
            case 3: scene.Waits(Duration.FromDays(fate.Of(3, 7, 12, 15))); break;
            case 4: scene.Minutes(fate.Below(90)); break;
            case 5 or 6 or 7: Stops(); break;
            case < 14: Confirms(); break;
            default: Says(); break;
        }
    }

    private void Council()
    {
        var jars = scene.Quarter.Jars.Keys.ToArray();
        var jar = fate.Any(jars);
        var pending = scene.Quarter.Amendments.Values.Where(a => a.IsPendingAt(scene.Now + Duration.FromHours(26))).Select(a => a.Number).ToArray();
        var opens = new OpenJar(fate.OneIn(9) ? Currency.Xof : Currency.Eur, 200 + fate.Below(800), fate.OneIn(2), null, null);
        Deed? deed = (jars.Length == 0 ? 9 : fate.Below(10)) switch
        {
            0 => new ChangeAccount(jar, Text.Of("us"), Text.Of("account")),
            1 or 2 => new SendLeftovers(jar, fate.OneIn(3) ? null : fate.Any(jars)),
            3 => new ReplaceKeepers(jar),
            4 or 5 => new RenewProject(jar),
            7 when fate.OneIn(3) => new EndProject(jar, ProjectEnd.Done),
            6 when pending.Length > 0 && fate.OneIn(2) => null,
            _ => opens,
        };
        // The clock goes on to the council: what it wants may be gone by then.
        if (deed is null) scene = Purse.Decided(scene, null, touches: Touches.Amendment, amendment: fate.Any(pending));
        else if (Stands(deed)) scene = Purse.Decided(scene, deed, deed is OpenJar or ReplaceKeepers ? fate.Of(2, 2, 2, 2, 3, 1) : 0, deed.Touches);
    }

    /// <summary>Asked as of the evening, four days on.</summary>
    private bool Stands(Deed deed)
    {
        var now = scene.Now + Duration.FromDays(4);
        return scene.Quarter.Councils.Values.LastOrDefault() is not { } any ? deed is OpenJar : deed.Refuse(scene.Quarter, any, scene.Now) is null && deed.Refuse(scene.Quarter, any, now) is null;
    }

    private void Says()
    {
        if (Keeper() is not { } keeper) return;
        var jar = scene.Quarter.Jars[keeper.Jar];
        var kind = fate.Of(Move.Given, Move.Given, Move.Given, Move.Spent, Move.Spent, Move.GivenBack, Move.PassedOn, Move.Corrected, Move.Received);
        var of = kind == Move.Corrected ? 1 + fate.Below(jar.Movements.Count + 1) : (int?)null;
        var amount = of is { } n && n <= jar.Movements.Count && !fate.OneIn(5) ? jar.Movements[n - 1].Amount : fate.Below(400);
        var to = kind == Move.PassedOn ? jar.Leftovers.LastOrDefault()?.To ?? fate.Any(scene.Quarter.Jars.Keys) : (int?)null;
        var id = fate.OneIn(8) ? $"{fate.Below(ids + 1)}" : $"{++ids}";
        var told = new Telling(Hash.Of(id)[..32], kind, amount, to, of, fate.OneIn(6), fate.OneIn(2) ? Text.Of("Farid") : null, null, "");
        Tries(keeper.Device, new MoveMoney(keeper.Jar, keeper.Slip, told), told.Id, keeper.Slip);
        // The other one at the same instant, and the first once more.
        if (fate.OneIn(4) && Keeper(keeper.Jar) is { } other) Tries(other.Device, new MoveMoney(keeper.Jar, other.Slip, told), told.Id, other.Slip);
        if (fate.OneIn(6)) Tries(keeper.Device, new MoveMoney(keeper.Jar, keeper.Slip, told), told.Id, keeper.Slip);
    }

    private void Confirms()
    {
        if (fate.Any(scene.Quarter.Moves.Values) is not { } waiting || Keeper(fate.OneIn(9) ? null : waiting.Jar) is not { } keeper) return;
        for (var times = 1 + (fate.OneIn(5) ? 1 : 0); times > 0; times--)
            Tries(keeper.Device, new ConfirmMove(keeper.Jar, keeper.Slip, waiting.Telling.Id, !fate.OneIn(12)), waiting.Telling.Id, keeper.Slip);
    }

    private void Stops()
    {
        if (Keeper() is not { } keeper || scene.Quarter.Jars[keeper.Jar].Movements.LastOrDefault(m => m is { Kind: Move.Spent, Counts: true }) is not { } spent) return;
        scene.Tries(keeper.Device, new StopSpending(keeper.Jar, keeper.Slip, spent.Number));
    }

    private void Tries(string device, Act act, string id, string slip)
    {
        var done = scene.Tries(device, act);
        if (done.Events.OfType<MoveTold>().Any()) sayers[id] = slip;
        if (done.Events.OfType<JarMoved>().Any() && sayers[id] == slip) throw new InvalidOperationException("one keeper moved it alone");
    }

    /// <summary>Somebody with a slip of a keeper; mostly on their own phone.</summary>
    private (string Device, string Slip, int Jar)? Keeper(int? of = null)
    {
        var jar = of ?? fate.Any(scene.Quarter.Jars.Keys);
        if (jar == 0) return null;
        var councils = scene.Quarter.Jars[jar].Keepers;
        var all = Cast.All.SelectMany(who => councils.Select(c => (who, Slip: Purse.SlipFor(who, c)))).Where(k => scene.Quarter.Slips.ContainsKey(k.Slip)).ToArray();
        if (all.Length == 0) return null;
        var (who, slip) = fate.Of(all);
        return (fate.OneIn(15) ? fate.Of(Cast.All) : who, slip, jar);
    }

    /// <summary>Everything that came since, by the second book, by the decisions, and by a stranger who has the leaves alone.</summary>
    private string? Judge()
    {
        foreach (var (leaf, at) in scene.Journal.Record.Skip(read).ToArray())
        {
            read++;
            seen.Add(leaf.GetType());
            if (leaf is CouncilDissolved or DecisionMade or ProjectRenewed or ProjectEnded or LeftoversSent) past.Add((leaf, at));
            if (ledger.Reads(leaf) is { } wrong) return $"{leaf}: {wrong}";
            if (leaf is JarMoved moved && Undecided(moved, at) is { } how) return $"{moved}: {how}";
            if (auditor.Check(stranger, leaf, new Stamp(at, stranger.Size)) is { IsEmpty: false } breaches) return $"{leaf}: {breaches[0]}";
            stranger = Rules.Evolve(stranger, leaf, at);
            figures.Next(leaf, at);
        }
        if (!scene.Quarter.Moves.IsEmpty) seen.UnionWith([typeof(MoveTold), typeof(MoveEnded)]);
        return ledger.Differs(scene.Quarter, scene.Now) ?? Figured.Differs(scene.Quarter, figures, scene.Now);
    }

    /// <summary>Told apart from how the rules say it: by the leaves of decisions, dissolutions and ends.</summary>
    private string? Undecided(JarMoved moved, Instant at)
    {
        var leaves = past.Select(l => l.Happened).ToArray();
        var opened = leaves.OfType<CouncilDissolved>().Single(d => d.Council == moved.Jar).Due;
        if (at < opened + Duration.FromDays(3)) return "before its decision held";
        if (leaves.OfType<DecisionMade>().Any(d => d.Touches == Touches.Amendment && d.Amendment == moved.Jar)) return "though its decision was refused";
        var over = past.Where(l => l.Happened is ProjectRenewed r && r.Project == moved.Jar && l.At <= at).Select(l => l.At).Append(opened).Max() + Duration.FromDays(42);
        over = leaves.OfType<ProjectEnded>().Where(e => e.Project == moved.Jar && !leaves.OfType<DecisionMade>().Any(d => d.Touches == Touches.Amendment && d.Amendment == e.Council))
            .Select(e => leaves.OfType<CouncilDissolved>().First(d => d.Council == e.Council).Due + Duration.FromDays(3)).Append(over).Min();
        if (at >= over + Duration.FromDays(14)) return "14 days after its project";
        if (moved.Kind == Move.Given && at >= over) return "given after its project";
        if (moved.Kind == Move.Spent && at >= over + Duration.FromDays(13)) return "spent too late to be stopped";
        if (moved.Kind != Move.PassedOn) return null;
        return leaves.OfType<LeftoversSent>().Any(l => l.Council == moved.Council && l.Jar == moved.Jar && l.To == moved.To) ? null : "sent where nobody said";
    }
}
