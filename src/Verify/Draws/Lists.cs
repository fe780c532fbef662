using System.Globalization;
using Faubourg.Verify.Commands;

namespace Faubourg.Verify.Draws;

/// <summary><c>1,2,3</c> and <c>5:3,7:3</c>.</summary>
internal static class Lists
{
    private const int MostTickets = 1000;

    public static IReadOnlyList<int> Numbers(string text, string name)
    {
        var numbers = Parts(text).Select(part => Number(part, name)).ToArray();
        return numbers.Distinct().Count() == numbers.Length ? numbers : throw new UsageException($"{name} has a number twice.");
    }

    public static IReadOnlyDictionary<int, int> Tickets(string text)
    {
        var tickets = new Dictionary<int, int>();
        foreach (var part in Parts(text))
        {
            if (part.Split(':', StringSplitOptions.TrimEntries) is not [var who, var many]) throw new UsageException("Tickets are written 5:3, number and how many.");
            if (Number(many, "tickets") is < 1 or > MostTickets || !tickets.TryAdd(Number(who, "tickets"), Number(many, "tickets")))
                throw new UsageException($"Everybody has 1 to {MostTickets} tickets, said once.");
        }

        return tickets;
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"{name}: “{text}” is no number.");
}
