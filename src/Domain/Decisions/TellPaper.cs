using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Paper ballots as one teller counted them: how many, and their sums; ranked ballots as lines such as <c>2: B&gt;A=0</c>
/// (<see cref="RankedLine"/>). Two devices type the same, one of them the guide's where there is a guide.
/// </summary>
/// <param name="Told">Ranked: the number of ballots may be 0 here, it follows from the lines.</param>
public sealed record TellPaper(int Council, PaperTold Told) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Open } count || !count.Has(CountBy.Paper)) return new NoCountIsOpen();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        if (Read(count, out var told) is { } wrong) return wrong;
        var most = Math.Max(0, (sitting.Room.Heads ?? TakeSeat.Most) - (count.Hands?.Voters ?? 0));
        if (told!.Ballots > most) return new MorePaperThanHeads(most);
        var typed = new PaperWasTold(Council, device, told);
        return Tellers.Agree(sitting, device, count.PaperTyped, t => t.Same(told))
            ? Tellers.Conclude(sitting, typed, new PaperAgreed(Council, told), count with { Paper = told })
            : typed;
    }

    private Refusal? Read(OpenCount count, out PaperTold? told)
    {
        told = null;
        if (count.Method == Method.Ranked) return ReadLines(count, out told);
        var n = count.Options.Length;
        var highest = Scale.Highest(count.Method, n);
        if (Told.Ballots < 0 || Told.Sums.Length != n || !Told.Lines.IsEmpty) return new EveryOptionNeedsAValue(highest);
        if (Told.Sums.Any(s => s < 0 || s > (long)Told.Ballots * highest)) return new MoreThanTheBallots(Told.Ballots);
        if (count.Method == Method.Majority && Told.Sums.Sum(s => (long)s) > Told.Ballots) return new MoreThanTheBallots(Told.Ballots);
        told = Told;
        return null;
    }

    private NotARanking? ReadLines(OpenCount count, out PaperTold? told)
    {
        told = null;
        var lines = new List<RankedLine>();
        for (var i = 0; i < Told.Lines.Length; i++)
        {
            if (RankedLine.Parse(Told.Lines[i], count.Options) is not { } line) return new NotARanking(i + 1);
            lines.Add(line);
        }
        var ballots = lines.Sum(l => (long)l.Times);
        if (ballots > TakeSeat.Most) return new NotARanking(lines.Count);
        told = new PaperTold((int)ballots, [], RankedLine.Write(lines, count.Options));
        return null;
    }
}

public sealed record PaperWasTold(int Council, string Device, PaperTold Told) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { PaperTyped = r.Deliberation.Count.PaperTyped.SetItem(Device, Told) },
        },
    });
}

/// <summary>What was typed before is done with: see <see cref="HandsAgreed"/>.</summary>
public sealed record PaperAgreed(int Council, PaperTold Told) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { Paper = Told, PaperTyped = r.Deliberation.Count.PaperTyped.Clear() },
        },
    });
}

/// <param name="Heads">How many may vote on paper at most.</param>
public sealed record MorePaperThanHeads(int Heads) : Refusal;

/// <summary>So many ballots cannot give so much.</summary>
public sealed record MoreThanTheBallots(int Ballots) : Refusal;

/// <param name="Line">Which line is not a ranking, from 1.</param>
public sealed record NotARanking(int Line) : Refusal;
