using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Jars;

/// <summary>Money moved: out of one place and into another, at once.</summary>
/// <param name="Jar">Which jar: the council that opened it.</param>
/// <param name="Movement">Numbered in its jar from 1.</param>
/// <param name="Id">32 hex digits that a keeper's device made.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Amount">More than 0, in the smallest unit.</param>
/// <param name="Level">What is in the jar after it.</param>
/// <param name="Unit">The jar's currency, so that the leaf can be read alone.</param>
/// <param name="Council">Under whose decision.</param>
/// <param name="To">Passed on: the other jar, whose book has it from now on.</param>
/// <param name="Of">Corrected: the movement that counts for nothing from now on.</param>
/// <param name="OnPaper">Copied from a count sheet with two signatures.</param>
[Leaf("jar.moved")]
public sealed record JarMoved(
    int Jar,
    int Movement,
    string Id,
    Move Kind,
    long Amount,
    long Level,
    Currency Unit,
    int Council,
    int? To,
    int? Of,
    bool OnPaper,
    Text? Who,
    Text? What) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var line = new Movement(
            Movement, Id, Kind, Amount, stamp.At, Council, To, Of, OnPaper,
            Who is null ? null : new TextAt(stamp.Seq, "who"), What is null ? null : new TextAt(stamp.Seq, "what"));
        var moved = quarter.InJar(Jar, jar => jar.With(line));
        return To is not { } to ? moved : moved.InJar(to, other => other.With(line with
        {
            Number = other.Movements.Count + 1,
            Kind = Move.Received,
            Other = Jar,
        }));
    }
}
