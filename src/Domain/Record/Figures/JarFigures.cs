using System.Collections.Immutable;
using Faubourg.Domain.Jars;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">The council that opened it.</param>
/// <param name="Unit">Its currency.</param>
/// <param name="Goal">In the smallest unit of its currency, like every sum here.</param>
/// <param name="In">Given, and received from other jars.</param>
/// <param name="Out">Spent, given back and passed on.</param>
/// <param name="Level">What is in it: in less out, and nothing once it has ended.</param>
/// <param name="Unaccounted">What nobody had said the way of when it ended.</param>
/// <param name="Lines">In its book, those too that count for nothing.</param>
public sealed record JarCounted(int Number, Currency Unit, long Goal, long In, long Out, long Level, long Unaccounted, int Lines);

internal sealed class JarFigures(HeldDecisions decisions, ProjectFigures projects)
{
    private readonly SortedDictionary<int, (JarOpened Opened, List<Line> Book)> jars = [];

    private sealed record Line(Move Kind, long Amount)
    {
        public bool Counts { get; init; } = true;
    }

    public void Next(PublicEvent happened)
    {
        switch (happened)
        {
            case JarOpened opened:
                jars[opened.Council] = (opened, []);
                break;
            case JarMoved moved:
                var book = jars[moved.Jar].Book;
                if (moved is { Kind: Move.Corrected, Of: { } wrong }) Strike(book, wrong);
                book.Add(new Line(moved.Kind, moved.Amount) { Counts = moved.Kind != Move.Corrected });
                if (moved.To is { } to) jars[to].Book.Add(new Line(Move.Received, moved.Amount));
                break;
            case JarStopped stopped:
                Strike(jars[stopped.Jar].Book, stopped.Movement);
                break;
        }
    }

    public ImmutableArray<JarCounted> At(Instant now) => [.. jars.Values.Select(jar => Of(jar.Opened, jar.Book, now))];

    private JarCounted Of(JarOpened opened, List<Line> book, Instant now)
    {
        long Sum(params Move[] kinds) => book.Where(line => line.Counts && kinds.Contains(line.Kind)).Sum(line => line.Amount);
        var (into, from) = (Sum(Move.Given, Move.Received), Sum(Move.Spent, Move.GivenBack, Move.PassedOn));
        var ended = decisions.RefusedAt(opened.Council) is null && now >= projects.OverAt(opened.Council) + Jar.AfterProject;
        return new JarCounted(opened.Council, opened.Unit, opened.Goal, into, from, ended ? 0 : into - from, ended ? into - from : 0, book.Count);
    }

    private static void Strike(List<Line> book, int movement) => book[movement - 1] = book[movement - 1] with { Counts = false };
}
