using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>How a count goes on when those who vote mean well; now and then somebody votes twice, or tellers miscount.</summary>
internal sealed class Voting(Fate fate, WellMeant others)
{
    public ImmutableArray<CountBy> Parts(Council council)
    {
        var room = council.Room!;
        CountBy[] all = [.. Enum.GetValues<CountBy>().Where(by => Scale.Takes(council.MethodNow, by, 1) && !(by == CountBy.Phones && room.MoreSeatsThanHeads))];
        if (council.Attendance == Attendance.Remote) return [CountBy.Phones];
        return fate.OneIn(3) && council.MethodNow != Method.Resistance ? [.. all] : fate.OneIn(4) ? [CountBy.Phones, CountBy.Paper] : [fate.Of(all)];
    }

    public (Act, Actor) Next(Council council, OpenCount count)
    {
        var (n, room) = (council.Number, council.Room!);
        if (count.Phase == Phase.Tied) return others.Somebody(room, _ => new TypeTie(n, count.TiedOptions[0]));
        if (count.Phase == Phase.Checking) return others.Somebody(room, _ => fate.OneIn(5) ? new DoubtCount(n) : new CastBallot(n, Ballot(count)));
        if (fate.OneIn(20)) return others.Guide(room, new StopCounting(n));
        if (count.Has(CountBy.Hands) && (count.Hands is null || fate.OneIn(9))) return others.Guide(room, new TellHands(n, Hands(room, count)));
        if (count.Has(CountBy.Paper) && (count.Paper is null || fate.OneIn(9))) return others.Guide(room, new TellPaper(n, Paper(room, count)));
        if (!count.Has(CountBy.Phones)) return others.Somebody(room, _ => new TellPaper(n, Paper(room, count)));
        var enough = count.Parts.Length > 1 && count.Ballots.Count >= Shared(room, count) + (fate.OneIn(9) ? 1 : 0);
        return !enough && WellMeant.Missing(room, others.Voters(room), count.Ballots.Keys) is { } silent
            ? (new CastBallot(n, Ballot(count)), WellMeant.By(room, silent))
            : others.Guide(room, new CloseCounting(n));
    }

    public ImmutableArray<int> Ballot(OpenCount count)
    {
        if (count.Method != Method.Majority || fate.OneIn(30)) return [.. count.Options.Select(_ => fate.Below(Scale.Highest(count.Method, count.Options.Length) + 1))];
        var choice = fate.Below(count.Options.Length + 1);
        return [.. count.Options.Select((_, i) => i == choice ? 1 : 0)];
    }

    /// <summary>How many vote in each part, so that all together are as many as heads.</summary>
    private static int Shared(Room room, OpenCount count) => Math.Max(1, (room.Heads ?? 6) / count.Parts.Length);

    /// <summary>The same every time, as two tellers should: by the numbers of the options.</summary>
    private HandsTold Hands(Room room, OpenCount count)
    {
        if (count.Method == Method.Resistance) return new HandsTold([.. count.Options.Select(o => o == 0 ? 3 : 1)], [.. count.Options.Select(_ => fate.OneIn(6) ? 1 : 0)]);
        var voters = Shared(room, count) + (fate.OneIn(9) ? 1 : 0);
        return new HandsTold([.. count.Options.Select(o => count.Method == Method.Majority ? (o == 1 ? voters : 0) : o == 0 ? 0 : voters)], [], voters);
    }

    private PaperTold Paper(Room room, OpenCount count)
    {
        var ballots = Shared(room, count) + (fate.OneIn(9) ? 1 : 0);
        if (count.Method == Method.Ranked) return new PaperTold(0, [], [$"{ballots}: {(fate.OneIn(9) ? "0" : "A=0")}"]);
        return new PaperTold(ballots, [.. count.Options.Select(o => count.Method == Method.Majority ? (o == 0 ? ballots : 0) : Math.Min(ballots, 1 + o % 3))], []);
    }
}
