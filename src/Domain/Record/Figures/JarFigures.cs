using System.Collections.Immutable;
using Faubourg.Domain.Jars;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">The council that opened it.</param>
/// <param name="Unit">Its currency.</param>
/// <param name="Goal">In the smallest unit of its currency, like every sum here.</param>
/// <param name="Received">From other jars.</param>
/// <param name="PassedOn">To other jars.</param>
/// <param name="Level">What is in it: in less out, and nothing once it has ended.</param>
/// <param name="NotFinal">Spent, and may still be stopped.</param>
/// <param name="Unaccounted">What nobody had said the way of when it ended.</param>
/// <param name="Lines">In its book, those too that count for nothing.</param>
public sealed record JarCounted(
    int Number, JarPhase Phase, Currency Unit, long Goal, long Given, long Received, long Spent, long GivenBack, long PassedOn, long Level, long NotFinal, long Unaccounted, int Lines);

/// <summary>One line of a jar's book.</summary>
/// <param name="Number">From 1, in this jar.</param>
/// <param name="Amount">In the smallest unit.</param>
/// <param name="Counts">Neither stopped nor corrected, nor a correction itself.</param>
public sealed record LineCounted(int Jar, int Number, Move Kind, long Amount, bool Counts);

internal sealed class JarFigures(HeldDecisions decisions, ProjectFigures projects)
{
    private readonly SortedDictionary<int, Kept> jars = [];

    private sealed record Kept(JarOpened Opened)
    {
        public List<Line> Book { get; } = [];

        /// <summary>Councils that said where the rest goes.</summary>
        public List<int> Sent { get; } = [];

        public long Sum(Move kind) => Book.Where(line => line.Counts && line.Kind == kind).Sum(line => line.Amount);
    }

    private sealed record Line(Move Kind, long Amount, Instant At)
    {
        public bool Counts { get; init; } = true;
    }

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case JarOpened opened:
                jars[opened.Council] = new Kept(opened);
                break;
            case JarMoved moved when jars.TryGetValue(moved.Jar, out var jar):
                if (moved is { Kind: Move.Corrected, Of: { } wrong }) Strike(jar, wrong);
                jar.Book.Add(new Line(moved.Kind, moved.Amount, at) { Counts = moved.Kind != Move.Corrected });
                if (moved.To is { } to && jars.TryGetValue(to, out var other)) other.Book.Add(new Line(Move.Received, moved.Amount, at));
                break;
            case JarStopped stopped when jars.TryGetValue(stopped.Jar, out var jar):
                Strike(jar, stopped.Movement);
                break;
            case LeftoversSent sent when jars.TryGetValue(sent.Jar, out var jar):
                jar.Sent.Add(sent.Council);
                break;
        }
    }

    public ImmutableArray<JarCounted> At(Instant now) => [.. jars.Values.Select(jar => Of(jar, now))];

    public ImmutableArray<LineCounted> Lines() =>
    [
        .. from jar in jars
           from line in jar.Value.Book.Index()
           select new LineCounted(jar.Key, line.Index + 1, line.Item.Kind, line.Item.Amount, line.Item.Counts),
    ];

    private JarCounted Of(Kept jar, Instant now)
    {
        var (given, received, spent, back, on) = (jar.Sum(Move.Given), jar.Sum(Move.Received), jar.Sum(Move.Spent), jar.Sum(Move.GivenBack), jar.Sum(Move.PassedOn));
        var left = given + received - spent - back - on;
        var phase = PhaseAt(jar, now);
        var (ended, moves) = (phase == JarPhase.Ended, phase is JarPhase.Open or JarPhase.Emptying);
        var waits = moves ? jar.Book.Where(line => line is { Kind: Move.Spent, Counts: true } && now - line.At < Movement.Shows).Sum(line => line.Amount) : 0;
        return new JarCounted(
            jar.Opened.Council, phase, jar.Opened.Unit, jar.Opened.Goal, given, received, spent, back, on, ended ? 0 : left, waits, ended ? left : 0, jar.Book.Count);
    }

    private JarPhase PhaseAt(Kept jar, Instant now)
    {
        var number = jar.Opened.Council;
        if (projects.OverAt(number) is not { } over) return JarPhase.Waiting;
        if (decisions.RefusedAt(number) is not null) return JarPhase.Refused;
        if (now >= over + Jar.AfterProject) return JarPhase.Ended;
        if (!decisions.Holds(number, now)) return JarPhase.Waiting;
        return now < over && !jar.Sent.Exists(council => decisions.Holds(council, now)) ? JarPhase.Open : JarPhase.Emptying;
    }

    private static void Strike(Kept jar, int movement)
    {
        if (jar.Book.ElementAtOrDefault(movement - 1) is { } line) jar.Book[movement - 1] = line with { Counts = false };
    }
}
