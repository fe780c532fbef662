using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>How far a jar is: a function of state and now, never a leaf.</summary>
public enum JarPhase
{
    /// <summary>Decided; it opens 72 hours after the minutes unless another council says no.</summary>
    Waiting,

    /// <summary>Another council said no: it never opens.</summary>
    Refused,

    /// <summary>It takes and is spent.</summary>
    Open,

    /// <summary>Its project is over, or a council said where the rest goes: it takes nothing any more.</summary>
    Emptying,

    /// <summary>14 days after its project. Its level is zero; what was left then is said.</summary>
    Ended,
}

/// <summary>Where to pay to, as a council disclosed it; without a number it is cash, counted by two.</summary>
/// <param name="Council">Which council.</param>
public sealed record JarAccount(int Council, TextAt? Holder, TextAt? Number)
{
    /// <summary>Whose account it is may be blacked out in the minutes of the council that decided it.</summary>
    internal Quarter InMinutes(Quarter quarter) =>
        quarter.In(Council, c => c with { DeedWords = [.. new[] { Holder, Number }.OfType<TextAt>()] });
}

/// <summary>Where a council sent what is left over.</summary>
/// <param name="Council">Which council.</param>
/// <param name="To">The jar; null: back to those who gave.</param>
public sealed record Leftovers(int Council, int? To);

/// <summary>
/// Money of one project, in the open: Faubourg keeps the book and never holds the money. It has the number of the council that
/// decided it, and of its project. Nothing adds jars up.
/// </summary>
/// <param name="Goal">How much it takes in all, in the smallest unit of the currency. Not more, ever.</param>
/// <param name="Back">What is left over goes back to those who gave; otherwise a later council says where.</param>
public sealed record Jar(int Number, Currency Unit, long Goal, bool Back)
{
    /// <summary>The highest goal: a million euro, ten of them in cents.</summary>
    public const long MostGoal = 100_000_000;

    /// <summary>Lines in its book.</summary>
    public const int MostMovements = 10_000;

    /// <summary>It outlives its project by so much, and not longer.</summary>
    public static readonly Duration AfterProject = Duration.FromDays(14);

    /// <summary>As decided, oldest first; the last one whose decision holds counts.</summary>
    public ImmutableArray<JarAccount> Accounts { get; init; } = [];

    /// <summary>Councils that drew keepers for it, oldest first; those of the last one whose decision holds serve.</summary>
    public ImmutableArray<int> Keepers { get; init; } = [];

    public ImmutableArray<Leftovers> Leftovers { get; init; } = [];

    public ImmutableList<Movement> Movements { get; init; } = [];

    public long Given { get; init; }

    /// <summary>From other jars.</summary>
    public long Received { get; init; }

    public long Spent { get; init; }

    public long GivenBack { get; init; }

    /// <summary>To other jars.</summary>
    public long PassedOn { get; init; }

    /// <summary>All that ever came in and counts: never above the goal.</summary>
    public long TakenIn => Given + Received;

    /// <summary>What the book says is there. After its end see <see cref="LevelAt"/>.</summary>
    public long Level => TakenIn - Spent - GivenBack - PassedOn;

    /// <summary>When it is over, or will be: it follows its project.</summary>
    public Instant EndsAt(Quarter quarter) => quarter.Projects[Number].OverAt(quarter) + AfterProject;

    public JarPhase PhaseAt(Quarter quarter, Instant now)
    {
        if (!quarter.Projects.TryGetValue(Number, out var project) || !quarter.Amendments.TryGetValue(Number, out var decided)) return JarPhase.Waiting;
        if (decided.RefusedAt is not null) return JarPhase.Refused;
        if (now >= project.OverAt(quarter) + AfterProject) return JarPhase.Ended;
        if (!decided.HoldsAt(now)) return JarPhase.Waiting;
        return project.IsOpenAt(quarter, now) && LeftoversAt(quarter, now) is null ? JarPhase.Open : JarPhase.Emptying;
    }

    /// <summary>Zero once it ended, whatever the book says: then <see cref="UnaccountedAt"/> says the rest.</summary>
    public long LevelAt(Quarter quarter, Instant now) => PhaseAt(quarter, now) == JarPhase.Ended ? 0 : Level;

    /// <summary>What nobody had said the way of when the jar ended; 0 before, and in a jar that ended as it should.</summary>
    public long UnaccountedAt(Quarter quarter, Instant now) => PhaseAt(quarter, now) == JarPhase.Ended ? Level : 0;

    /// <summary>Where to pay to now; while it waits, where it will be paid to.</summary>
    public JarAccount AccountAt(Quarter quarter, Instant now) => Accounts.LastOrDefault(a => Holds(quarter, a.Council, now)) ?? Accounts[0];

    /// <summary>The council whose keepers serve now; null while none do.</summary>
    public int? KeepersAt(Quarter quarter, Instant now)
    {
        for (var i = Keepers.Length - 1; i >= 0; i--)
            if (Holds(quarter, Keepers[i], now)) return Keepers[i];
        return null;
    }

    public Leftovers? LeftoversAt(Quarter quarter, Instant now) => Leftovers.LastOrDefault(l => Holds(quarter, l.Council, now));

    private static bool Holds(Quarter quarter, int council, Instant now) => quarter.Amendments.TryGetValue(council, out var decided) && decided.HoldsAt(now);

    /// <summary>The book with one more line, and what it does to the sums.</summary>
    internal Jar With(Movement line)
    {
        var movements = Movements;
        var sums = this;
        if (line is { Kind: Move.Corrected, Of: { } of })
        {
            var wrong = movements[of - 1];
            movements = movements.SetItem(of - 1, wrong with { CorrectedBy = line.Number });
            sums = Sums(wrong.Kind, -wrong.Amount);
        }
        else
        {
            sums = Sums(line.Kind, line.Amount);
        }
        return sums with { Movements = movements.Add(line) };
    }

    /// <summary>A spending counts for nothing from now on.</summary>
    internal Jar Without(int movement, Instant at) => Sums(Move.Spent, -Movements[movement - 1].Amount) with
    {
        Movements = Movements.SetItem(movement - 1, Movements[movement - 1] with { StoppedAt = at }),
    };

    private Jar Sums(Move kind, long amount) => kind switch
    {
        Move.Given => this with { Given = Given + amount },
        Move.Received => this with { Received = Received + amount },
        Move.Spent => this with { Spent = Spent + amount },
        Move.GivenBack => this with { GivenBack = GivenBack + amount },
        Move.PassedOn => this with { PassedOn = PassedOn + amount },
        _ => throw new NotSupportedException($"No sum is of what was {kind}."),
    };
}
