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

    /// <summary>The calls that came of this draw.</summary>
    public IEnumerable<Call> Calls => Council.Calls.Where(call => call.Draw == Draw.Number);

    /// <summary>The commitments as they were hashed; nothing where no device took part.</summary>
    public string Commitments => Vl1.Roll(Committed);

    public string CommitmentsHash => Hash.Of(Commitments);

    /// <summary>What phones promised is in the record; with a transcript from before phones took part, that none did.</summary>
    public bool AreCommitmentsClosed => Draw.Commitments is not null || Draw.Transcript is not null;

    /// <summary>So is what they told, where any had promised something.</summary>
    public bool AreRevealsClosed => AreCommitmentsClosed && (Draw.Reveals is not null || Committed.IsEmpty);

    /// <summary>Lines <c>number;commitment</c>, by number.</summary>
    public ImmutableArray<string> Committed => Draw.Commitments ?? [];

    /// <summary>What devices had promised and then told, by number.</summary>
    public ImmutableSortedDictionary<int, string> Nonces => Draw.Reveals ?? ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Those who had promised and told nothing in time; nobody as long as they may.</summary>
    public IEnumerable<int> Missing => Draw.Reveals is { } told ? Committed.Select(NumberOf).Where(number => !told.ContainsKey(number)) : [];

    /// <summary>Every ticket of a role, smallest first. With two tickets the smaller one counts.</summary>
    public IEnumerable<Called> Tickets(Role role) => Vl1.Order(Draw.Seed!, Vl1.NameOf(role), Draw.Eligible[role], Draw.TicketsFor(role));

    /// <summary>The lines whose hashes are the tickets of a seat: one, or two for a first-timer in a small hat.</summary>
    public IEnumerable<(int Ticket, string Line, string Hash)> Lines(Role role, int number) =>
        from ticket in Enumerable.Range(1, Draw.TicketsFor(role).GetValueOrDefault(number, 1))
        select (ticket, $"{Draw.Seed}|{Vl1.NameOf(role)}|{number}|{ticket}", Vl1.Ticket(Draw.Seed!, Vl1.NameOf(role), number, ticket));

    /// <summary>What a phone promised, by its number.</summary>
    public string Promise(int number) => Committed.First(line => NumberOf(line) == number)[(number.ToString(CultureInfo.InvariantCulture).Length + 1)..];

    /// <summary>What is hashed into a promise.</summary>
    public string Promised(int number) => $"vl1|commit|{Name}|{number}|{Nonces[number]}";

    /// <summary>The mark behind a number of the list.</summary>
    public string Mark(int number)
    {
        var line = Draw.Roll[number - 1];
        return line[(line.IndexOf(';', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>What to paste into a shell. The text holds no quotation mark: digits, marks, roles and an origin only.</summary>
    public static string Command(string text) => $"printf '%s' '{text}' | sha256sum";

    public static int NumberOf(string line) => int.Parse(line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
}
