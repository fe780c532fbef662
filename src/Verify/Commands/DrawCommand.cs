using System.Text.Json;
using Faubourg.Domain.Draws;
using Faubourg.Verify.Draws;
using Faubourg.Verify.Reports;

namespace Faubourg.Verify.Commands;

/// <summary><c>draw FILE --role NAME</c>: the seed and the order of call, from nothing but the published transcript.</summary>
internal static class DrawCommand
{
    /// <summary>Each is a hash: whoever made the file must not make us hash for an hour.</summary>
    private const int MostTickets = 1_000_000;

    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--role", "--eligible", "--tickets"], ["--json"]);
        var transcript = TranscriptFile.Read(given.Only("file with a transcript"));
        var role = given.Needed("--role");
        if (role.Length == 0 || role.Any(letter => letter == '|' || char.IsControl(letter))) throw new UsageException("A role is a word.");
        var faults = transcript.Faults().ToArray();
        foreach (var fault in faults) terminal.Error.WriteLine(Plain.Of($"Broken: {fault}."));
        if (faults.Length > 0) return CommandLine.Broken;

        var eligible = given.One("--eligible") is { } list ? Lists.Numbers(list, "--eligible") : Known(transcript, role);
        var tickets = given.One("--tickets") is { } more ? Lists.Tickets(more)
            : given.Has("--eligible") ? new Dictionary<int, int>()
            : transcript.Tickets.GetValueOrDefault(role) ?? new Dictionary<int, int>();
        if (eligible.Count + tickets.Values.Sum(many => (long)many) > MostTickets) throw new UsageException($"No draw has more than {MostTickets} tickets.");
        var order = Vl1.Order(transcript.Seed, role, eligible, tickets);
        if (given.Has("--json")) PrintJson(terminal.Out, transcript.Seed, order);
        else Print(terminal.Out, transcript, role, order);
        return CommandLine.Sound;
    }

    /// <summary>Who is in the hat, where nobody said: what the file says, else everybody on its roll, else everybody whose device took part.</summary>
    private static IReadOnlyList<int> Known(Transcript transcript, string role)
    {
        if (transcript.Eligible.TryGetValue(role, out var hat)) return hat;
        if (transcript.Roll.Count > 0) return [.. Enumerable.Range(1, transcript.Roll.Count)];
        return transcript.Committed.Order().ToArray() is { Length: > 0 } committed
            ? committed
            : throw new UsageException("The file does not say who could be called: give --eligible 1,2,3.");
    }

    private static void Print(TextWriter to, Transcript transcript, string role, IReadOnlyList<Called> order)
    {
        to.WriteLine(Plain.Of($"draw {transcript.Value("draw")}"));
        to.WriteLine($"seed {transcript.Seed}");
        if (transcript.Value("drand") is not null)
            to.WriteLine(transcript.Signature is null
                ? "beacon: the file has no signature of its round; whether its number is drand's, ask drand"
                : "beacon: the signature is that of its round");
        to.WriteLine($"order of call, {role}: {string.Join(' ', order.Select(called => called.Number))}");
        foreach (var called in order)
            to.WriteLine($"{called.Number,5}  {called.Hash}  printf '%s' '{transcript.Seed}|{role}|{called.Number}|{called.Ticket}' | sha256sum");
    }

    private static void PrintJson(TextWriter to, string seed, IReadOnlyList<Called> order)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("seed", seed);
            json.WriteStartArray("order");
            foreach (var called in order) json.WriteNumberValue(called.Number);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        to.WriteLine(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
    }
}
