namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>
/// The ballots of a file, counted by one method. Files hold rankings or categories and no numbers, so that it has to be said what
/// number a place stands for: docs/decisions/0017-what-a-count-counts.md.
/// </summary>
public sealed class FileCount
{
    private readonly FileHeader header;
    private readonly int[] values, tally;

    /// <exception cref="FileException">The method makes nothing of such files.</exception>
    public FileCount(CountMethod method, FileHeader header)
    {
        Refuse(method, header.Kind);
        (Method, this.header) = (method, header);
        values = new int[header.Names.Length];
        tally = new int[header.Names.Length + 2];
        if (method == CountMethod.Ranked) Pairs = new Pairs(header.Names.Length);
        else Sums = new Sums(header.Names.Length);
    }

    public CountMethod Method { get; }

    /// <summary>Of a ranked count.</summary>
    public Pairs? Pairs { get; }

    /// <summary>Of every other one.</summary>
    public Sums? Sums { get; }

    public Ranking Ranking => Method switch
    {
        CountMethod.Ranked => Schulze.Of(Pairs!),
        CountMethod.Approval => Approval.Of(Sums!.Totals.AsSpan()),
        CountMethod.Score => Score.Of(Sums!.Totals.AsSpan()),
        CountMethod.Majority => Majority.Of(Sums!.Totals.AsSpan()),
        CountMethod.Resistance => LeastResistance.Of(Sums!.Totals.AsSpan(), Sums.Highest.AsSpan(), Sums.AtHighest.AsSpan()),
        _ => throw new InvalidOperationException($"No count is {Method}."),
    };

    /// <summary>Says whether a method makes something of such files.</summary>
    /// <exception cref="FileException">It does not.</exception>
    public static void Refuse(CountMethod method, FileKind kind)
    {
        if (method == CountMethod.Approval && kind == FileKind.Soc)
            throw new FileException("in .soc everybody ranks everything, so that nobody says where approval ends; use ranked, score or majority.") { IsUnfit = true };
    }

    /// <summary>Adds ballots that say the same, as <see cref="TakeBallots"/> has them.</summary>
    /// <exception cref="FileException">The method makes nothing of this ballot.</exception>
    /// <exception cref="OverflowException">A sum is more than 2^63 - 1.</exception>
    public void Add(ReadOnlySpan<int> ranks, long times)
    {
        if (Pairs is not null)
        {
            Pairs.Add(ranks, times);
            return;
        }

        values.AsSpan().Clear();
        if (ranks.ContainsAnyExcept(0))
        {
            if (header.Kind == FileKind.Cat) OfCategories(ranks);
            else OfRanking(ranks);
        }

        Sums!.Add(values, times);
    }

    private void OfCategories(ReadOnlySpan<int> categories)
    {
        if (Method == CountMethod.Majority) OnlyFirst(categories);
        if (Method == CountMethod.Resistance && categories.IndexOf(0) is var missing and >= 0)
            throw new FileException($"alternative {missing + 1} is in no category here, so that nobody knows how much it is resisted.");
        for (var c = 0; c < values.Length; c++)
            values[c] = Method switch
            {
                CountMethod.Approval => categories[c] == 1 ? 1 : 0,
                CountMethod.Score => categories[c] == 0 ? 0 : header.Categories - categories[c],
                CountMethod.Resistance => categories[c] - 1,
                _ => values[c],
            };
    }

    /// <summary>Points are how many stand below, resistance is how many stand above; ticked is who stands above somebody.</summary>
    private void OfRanking(ReadOnlySpan<int> ranks)
    {
        if (Method == CountMethod.Majority)
        {
            OnlyFirst(ranks);
            return;
        }

        // tally[p] becomes how many stand above place p; who is not ranked stands in a last place of its own.
        var last = ranks.Length + 1;
        tally.AsSpan().Clear();
        foreach (var rank in ranks) tally[rank == 0 ? last : rank]++;
        var above = 0;
        for (var place = 1; place <= last; place++) (tally[place], above) = (above, above + tally[place]);
        for (var c = 0; c < values.Length; c++)
        {
            var place = ranks[c] == 0 ? last : ranks[c];
            var below = place == last ? 0 : ranks.Length - tally[place + 1];
            values[c] = Method switch
            {
                CountMethod.Approval => below > 0 ? 1 : 0,
                CountMethod.Score => below,
                _ => tally[place],
            };
        }
    }

    /// <summary>The one vote goes to who stands first alone; where several share the first place, to nobody.</summary>
    private void OnlyFirst(ReadOnlySpan<int> ranks)
    {
        if (ranks.Count(1) == 1) values[ranks.IndexOf(1)] = 1;
    }
}
