using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Faubourg.Domain.Draws;

/// <summary>
/// The checked draw, protocol VL1: the list was closed first; then numbers nobody could choose were made in front of everybody; then
/// each has a ticket, and the smallest goes first. Every line can be redone with <c>sha256sum</c>.
/// </summary>
public static class Vl1
{
    /// <summary>The closed roll as hashed: one line <c>number;mark</c> each, LF endings.</summary>
    public static string Roll(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    /// <summary>What is hashed into the seed.</summary>
    /// <param name="draw">Name of the draw: <c>origin/council/draw</c>.</param>
    /// <param name="roll">The roll's lines.</param>
    /// <param name="commitments">Lines <c>number;commitment</c>, ascending; none when no device took part.</param>
    /// <param name="reveals">Nonces by number of the roll; those of <paramref name="commitments"/> without one are listed as missing.</param>
    /// <param name="numbers">Lines of public numbers, e.g. <c>dice;35142662</c>, <c>slips;0412;7731;9086</c>.</param>
    public static string Transcript(
        string draw,
        IEnumerable<string> roll,
        IReadOnlyCollection<string> commitments,
        IReadOnlyDictionary<int, string> reveals,
        IEnumerable<string> numbers)
    {
        var committed = commitments.Select(c => int.Parse(c.Split(';')[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var text = new StringBuilder("vl1\n")
            .Append("draw;").Append(draw).Append('\n')
            .Append("roll;").Append(Hash.Of(Roll(roll))).Append('\n')
            .Append("commits;").Append(Hash.Of(string.Concat(commitments.Select(c => c + "\n")))).Append('\n');
        foreach (var line in Reveals(committed, reveals)) text.Append(line).Append('\n');
        foreach (var line in numbers) text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>A draw's name in its transcript and in every commitment.</summary>
    public static string NameOf(string origin, int council, int draw) => $"{origin}/{council}/{draw}";

    /// <summary>Lines <c>reveal;number;nonce</c>, ascending, then <c>missing;number</c> for whoever committed and showed nothing.</summary>
    public static IEnumerable<string> Reveals(IEnumerable<int> committed, IReadOnlyDictionary<int, string> nonces)
    {
        var all = committed.Order().ToArray();
        return all.Where(nonces.ContainsKey).Select(n => $"reveal;{n};{nonces[n]}").Concat(all.Where(n => !nonces.ContainsKey(n)).Select(n => $"missing;{n}"));
    }

    /// <summary>The nonces in such lines, by number.</summary>
    internal static ImmutableSortedDictionary<int, string> NoncesOf(IEnumerable<string> lines) => lines
        .Select(line => line.Split(';'))
        .Where(parts => parts is ["reveal", _, _])
        .ToImmutableSortedDictionary(parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts => parts[2]);

    /// <summary>The seed: SHA-256 of the transcript, hex.</summary>
    public static string Seed(string transcript) => Hash.Of(transcript);

    /// <summary>One ticket: SHA-256 of <c>seed|role|number|ticket</c>, hex.</summary>
    public static string Ticket(string seed, string role, int number, int ticket = 1) => new Tickets(seed, role).Of(number, ticket).Hash;

    /// <summary>The order in which the eligible are called for a role: smallest ticket first.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="role">The role's name in lower case, e.g. <c>facilitator</c>.</param>
    /// <param name="eligible">Numbers of the roll.</param>
    /// <param name="tickets">How many tickets, for those who have more than one; the smallest of them counts.</param>
    public static ImmutableArray<Called> Order(string seed, string role, IEnumerable<int> eligible, IReadOnlyDictionary<int, int> tickets)
    {
        var of = new Tickets(seed, role);
        var order = eligible.Select(number => of.Smallest(number, tickets.GetValueOrDefault(number, 1))).ToArray();
        Array.Sort(order);
        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    /// <summary>The name of a role inside a ticket.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Facilitator => "facilitator",
        Role.Companion => "companion",
        Role.NoteKeeper => "note-keeper",
        Role.Timekeeper => "timekeeper",
        Role.Spokesperson => "spokesperson",
        Role.KeyBearer => "key-bearer",
        Role.Keeper => "keeper",
        Role.Juror => "juror",
        Role.Mediator => "mediator",
        Role.Delegate => "delegate",
        Role.Alternate => "alternate",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
