using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web.Councils;

/// <summary>Everything from which a draw is done again, line by line, with nothing but <c>sha256sum</c>.</summary>
public sealed record Proof(Quarter Quarter, Council Council, Draw Draw)
{
    /// <summary>How the draw is called in its transcript.</summary>
    public string Name => Vl1.NameOf(Quarter.Origin, Council.Number, Draw.Number);

    /// <summary>The closed list as it was hashed.</summary>
    public string Roll => Vl1.Roll(Draw.Roll);

    public string RollHash => Hash.Of(Roll);

    public IEnumerable<Role> Roles => Draw.Eligible.Where(hat => !hat.Value.IsEmpty).Select(hat => hat.Key);

    /// <summary>The calls that came of this draw: of the last one, or of none where a later draw took over.</summary>
    public IEnumerable<Call> Calls => Council.Calls.Where(call => call.Draw == Draw.Number);

    /// <summary>The commitments as they were hashed; nothing where no device took part.</summary>
    public string Commitments => Vl1.Roll(Committed);

    public string CommitmentsHash => Hash.Of(Commitments);

    /// <summary>Lines <c>number;commitment</c>, by number.</summary>
    public ImmutableArray<string> Committed => Draw.Commitments ?? [];

    /// <summary>What devices had promised and then told, by number.</summary>
    public IReadOnlyDictionary<int, string> Nonces => Draw.Reveals ?? ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Those who had promised and told nothing.</summary>
    public IEnumerable<int> Missing => Committed.Select(NumberOf).Where(number => !Nonces.ContainsKey(number));

    /// <summary>Every ticket of a role, smallest first. With two tickets the smaller one counts.</summary>
    public IEnumerable<Called> Tickets(Role role) => Vl1.Order(Draw.Seed!, Vl1.NameOf(role), Draw.Eligible[role], Draw.TicketsFor(role));

    /// <summary>The lines whose hashes are the tickets of a seat: one, or two for a first-timer in a small hat.</summary>
    public IEnumerable<(int Ticket, string Line, string Hash)> Lines(Role role, int number) =>
        from ticket in Enumerable.Range(1, Doubled(role).Contains(number) ? 2 : 1)
        select (ticket, $"{Draw.Seed}|{Vl1.NameOf(role)}|{number}|{ticket}", Vl1.Ticket(Draw.Seed!, Vl1.NameOf(role), number, ticket));

    /// <summary>The mark behind a number of the list.</summary>
    public string Mark(int number)
    {
        var line = Draw.Roll[number - 1];
        return line[(line.IndexOf(';', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>What to paste into a shell. The text holds no quotation mark: digits, marks, roles and an origin only.</summary>
    public static string Command(string text) => $"printf '%s' '{text}' | sha256sum";

    private static int NumberOf(string line) => int.Parse(line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private ImmutableArray<int> Doubled(Role role) => role == Role.Facilitator ? Draw.Doubled : [];
}
