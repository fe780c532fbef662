using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>From the record to what may be told of a council's last count. Pure: the same leaves tell the same.</summary>
internal static class CountTeller
{
    /// <param name="council">The council, living or over.</param>
    /// <param name="what">The words of a proposal, as they may be shown now.</param>
    /// <returns>Null where nothing was counted but consent.</returns>
    public static CountTold? Of(Council council, Func<int, Shown?> what)
    {
        if (council.BallotsCounts is [.., var last] parts && last.Part == last.Of)
            return Settled(council, new CountTold(
                last.Method,
                Choices(last.Options, [], [], what),
                [.. parts.Select(part => new PartTold(part.By, part.Ballots, Figures(part)))])
            { Abstaining = last.Abstaining });
        if (council.ResistanceCount is not { } count) return null;
        var (options, highest, atHighest) = (count.Options, count.Highest, count.AtHighest);
        return Settled(council, new CountTold(
            Method.Resistance,
            Choices(options, highest, atHighest, what),
            [new PartTold(count.By, count.Ballots, [.. count.Sums])])
        { Abstaining = count.Abstaining });
    }

    private static ImmutableArray<long> Figures(BallotsCount part) => [.. part.Method == Method.Ranked ? part.Pairs : part.Sums];

    private static ImmutableArray<ChoiceTold> Choices(ImmutableArray<int> options, ImmutableArray<int> highest, ImmutableArray<int> atHighest, Func<int, Shown?> what) =>
    [
        .. options.Select((option, i) => new ChoiceTold(
            option,
            option == 0 ? null : what(option),
            highest.IsEmpty ? null : highest[i],
            atHighest.IsEmpty ? null : atHighest[i])),
    ];

    /// <summary>What came out, as the rules take it: alone at the top, by the draw of the evening, or out of a hat.</summary>
    private static CountTold Settled(Council council, CountTold told)
    {
        // The one that was there before the count: a lot drawn later parts nobody.
        var seed = council.TieSeed;
        var options = told.Choices.Select(choice => choice.Option).ToArray();
        int? chosen = told switch
        {
            _ when council.Decision is { } decision && decision.Method == told.Method => decision.Proposal,
            { IsBlank: true } => 0,
            { Order: [[var alone], ..] } => options[alone],
            { Tied: { Length: > 1 } tied } when seed is not null => tied.Select(n => options[n]).MinBy(option => Vl1.Ticket(seed, "tie", option), StringComparer.Ordinal),
            _ => null,
        };
        return told with { BallotLines = council.BallotLines, Seed = seed, Chosen = chosen is { } option ? Array.IndexOf(options, option) : null };
    }
}
