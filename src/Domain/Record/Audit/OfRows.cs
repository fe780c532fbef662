using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Ballots published one by one: lines <c>receipt;value;value;…</c> in the order of the receipts.</summary>
internal static class OfRows
{
    private const int ReceiptLength = 22;

    /// <summary>The ballots that a count on phones closes; null where it publishes none, and, with a breach, where they are not sound.</summary>
    public static List<Ballot>? Of(Case c, int council, Method method, int ballots, int options, string? digest, Rule rule)
    {
        if (!c.Require(ballots >= Counts.ForRows == digest is not null, rule, "From 20 ballots on they are published one by one.")) return null;
        if (digest is null || OfDraws.Lines(c, council, Sheet.Ballots) is not { } lines) return null;
        if (!c.Require(ballots == lines.Length && digest == Hash.Of(Vl1.Roll(lines)), Rule.SheetsWhole, "The digest is not that of the ballots.")) return null;
        var rows = new List<Ballot>(lines.Length);
        foreach (var line in lines)
            if (Read(line, method, options) is { } ballot && (rows.Count == 0 || string.CompareOrdinal(rows[^1].Receipt, ballot.Receipt) < 0)) rows.Add(ballot);
        return c.Require(rows.Count == lines.Length, rule, "A ballot is not in the order of receipts, or not as this way of deciding has it.") ? rows : null;
    }

    private static Ballot? Read(string line, Method method, int options)
    {
        var parts = line.Split(';');
        if (parts.Length != options + 1 || parts[0].Length != ReceiptLength) return null;
        var values = ImmutableArray.CreateBuilder<int>(options);
        foreach (var part in parts.AsSpan(1))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            values.Add(value);
        }
        var ballot = new Ballot(parts[0], values.MoveToImmutable());
        var sound = Scale.Allows(method, ballot.Values, options) && Scale.Plain(method, ballot.Values).AsSpan().SequenceEqual(ballot.Values.AsSpan());
        return sound ? ballot : null;
    }
}
