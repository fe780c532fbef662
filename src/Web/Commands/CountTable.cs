using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Web.Commands;

/// <summary>A count of a file as lines for a terminal.</summary>
internal sealed class CountTable(string file, FileHeader header, FileCount count, long voters)
{
    /// <summary>Up to so many alternatives, the table of pairs fits on a screen.</summary>
    private const int MostPairs = 12;

    private readonly ImmutableArray<long> totals = count.Sums?.Totals ?? [], atHighest = count.Sums?.AtHighest ?? [];
    private readonly ImmutableArray<int> highest = count.Sums?.Highest ?? [];

    public Ranking Ranking { get; } = count.Ranking;

    public IEnumerable<string> Named(ImmutableArray<int> candidates) => candidates.Select(c => header.Names[c]);

    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{file}: {voters:N0} ballots, {header.Names.Length} alternatives.");
        yield return WhatCounts();
        yield return "";
        foreach (var line in Aligned([["place", "", .. Columns()], .. Places()])) yield return line;
        if (count.Pairs is not { } pairs || pairs.Candidates > MostPairs) yield break;
        yield return "";
        yield return "How many ballots put the one on the left before the one above:";
        foreach (var line in Aligned(Table(pairs))) yield return line;
    }

    private string WhatCounts() => count switch
    {
        { Method: CountMethod.Ranked } => "Who is beaten by nobody stands first: who has the stronger path of victories beats the other (Schulze, winning votes, then fewer losing votes).",
        { Method: CountMethod.Resistance } => "The least resistance stands first; then the lower highest value; then the one to which fewer gave it.",
        { Method: CountMethod.Approval } => "The most ticks stand first.",
        { Method: CountMethod.Score } => "The most points stand first.",
        _ when totals.Max() is var most && !Majority.IsMoreThanHalf(most, voters) => "The most votes stand first. Nobody has more than half of the ballots.",
        _ => "The most votes stand first, and they are more than half of the ballots.",
    };

    private string[] Columns() => count.Method switch
    {
        CountMethod.Ranked => [],
        CountMethod.Resistance => ["resistance", "highest", "given by"],
        CountMethod.Approval => ["ticks"],
        CountMethod.Score => ["points"],
        _ => ["votes"],
    };

    private IEnumerable<string[]> Places()
    {
        var place = 1;
        foreach (var together in Ranking.Order)
        {
            foreach (var c in together) yield return [Number(place), header.Names[c], .. Values(c)];
            place += together.Length;
        }
    }

    private string[] Values(int candidate) => count switch
    {
        { Sums: null } => [],
        { Method: CountMethod.Resistance } => [Number(totals[candidate]), Number(highest[candidate]), Number(atHighest[candidate])],
        _ => [Number(totals[candidate])],
    };

    private IEnumerable<string[]> Table(Pairs pairs)
    {
        ImmutableArray<int> order = [.. Ranking.Order.SelectMany(together => together)];
        yield return ["", "", .. order.Select((_, i) => Number(i + 1))];
        for (var i = 0; i < order.Length; i++)
            yield return [Number(i + 1), header.Names[order[i]], .. order.Select((c, j) => i == j ? "–" : Number(pairs[order[i], c]))];
    }

    /// <summary>Words to the left, numbers to the right.</summary>
    private static IEnumerable<string> Aligned(IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        int[] widths = [.. Enumerable.Range(0, all[0].Length).Select(i => all.Max(row => row[i].Length))];
        foreach (var row in all)
            yield return string.Join("  ", row.Select((cell, i) => i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
