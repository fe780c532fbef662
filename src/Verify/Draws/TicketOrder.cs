using Faubourg.Domain.Draws;

namespace Faubourg.Verify.Draws;

/// <summary>The order of call: everybody's smallest ticket, smallest first (VL1, step 6).</summary>
internal static class TicketOrder
{
    /// <param name="seed">SHA-256 of the transcript, hex.</param>
    /// <param name="role">As it stands in the tickets: <c>note-keeper</c>.</param>
    /// <param name="eligible">Numbers of the roll.</param>
    /// <param name="tickets">How many tickets, for those who have more than one.</param>
    public static IReadOnlyList<Called> Of(string seed, string role, IEnumerable<int> eligible, IReadOnlyDictionary<int, int> tickets) =>
    [
        .. eligible
            .Select(number => Enumerable.Range(1, tickets.GetValueOrDefault(number, 1))
                .Select(ticket => new Called(number, ticket, Vl1.Ticket(seed, role, number, ticket)))
                .MinBy(called => called.Hash, StringComparer.Ordinal)!)
            .OrderBy(called => called.Hash, StringComparer.Ordinal)
            .ThenBy(called => called.Number),
    ];
}
