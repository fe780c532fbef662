using System.Text;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>
/// A draw as one text, in the manner of the protocol's own test vector: what <c>faubourg-verify draw</c> and a shell with sha256sum
/// read. docs/formats/draw.md says what each line is.
/// </summary>
internal static class DrawText
{
    public static string Of(Proof proof)
    {
        var text = new StringBuilder();
        foreach (var line in proof.Draw.Roll) Line(text, $"roll {line}");
        Line(text, $"roll_fp {proof.RollHash}");
        if (proof.AreCommitmentsClosed) Phones(text, proof);
        if (proof.Draw is not { Transcript: { } transcript, Seed: { } seed }) return text.ToString();
        text.Append(transcript).Append('\n');
        Line(text, $"seed {seed}");
        foreach (var role in proof.Roles) Tickets(text, proof, role);
        return text.ToString();
    }

    private static void Phones(StringBuilder text, Proof proof)
    {
        foreach (var number in proof.Committed.Select(Proof.NumberOf))
            Line(text, proof.Nonces.TryGetValue(number, out var nonce) ? $"nonce {number} {nonce} commit {proof.Promise(number)}" : $"missing {number} commit {proof.Promise(number)}");
        Line(text, $"com_fp {proof.CommitmentsHash}");
    }

    private static void Tickets(StringBuilder text, Proof proof, Role role)
    {
        var more = proof.Draw.TicketsFor(role).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}");
        Line(text, $"{Vl1.NameOf(role)} eligible [{string.Join(", ", proof.Draw.Eligible[role])}] tickets {{{string.Join(", ", more)}}}");
        foreach (var called in proof.Tickets(role))
            foreach (var (ticket, _, hash) in proof.Lines(role, called.Number))
                Line(text, $"    {hash} ticket {ticket} {called.Number} {proof.Mark(called.Number)}");
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
