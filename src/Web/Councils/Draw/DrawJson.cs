using System.Text.Json;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>Draws for programs: everything one needs to do them again.</summary>
internal static class DrawJson
{
    /// <summary>The draw whose list is closed and whose numbers are awaited, if there is one.</summary>
    public static void Open(Utf8JsonWriter json, Scene scene)
    {
        if (scene.Room.Draw is not { } open) return;
        json.WriteStartObject("draw");
        json.WriteNumber("number", open.Number);
        json.WriteString("phase", Field.Kebab(open.Phase));
        if (open.Typed is { } typed)
        {
            json.WriteString("way", Field.Kebab(typed.Way));
            json.WriteString("numbers", typed.Numbers);
        }

        var draw = scene.Council.Draws[open.Number - 1];
        if (draw.Chosen is { } chosen) json.WriteString("chosen", Field.Kebab(chosen));
        Beacon(json, draw);
        Roll(json, draw);
        json.WriteEndObject();
    }

    /// <summary>Roll, numbers, transcript, seed, orders and calls: what somebody needs to recompute it.</summary>
    public static void Whole(Utf8JsonWriter json, Proof proof)
    {
        var draw = proof.Draw;
        json.WriteNumber("draw", draw.Number);
        json.WriteString("name", proof.Name);
        Roll(json, draw);
        json.WriteString("roll_sha256", proof.RollHash);
        Lines(json, "commitments", proof.Committed);
        json.WriteString("commitments_sha256", proof.AreCommitmentsClosed ? proof.CommitmentsHash : null);
        if (proof.AreRevealsClosed) Lines(json, "reveals", proof.Nonces.Select(nonce => $"{nonce.Key};{nonce.Value}"));
        else json.WriteNull("reveals");
        Numbers(json, "missing", proof.Missing);
        json.WriteString("way", draw.Way is { } way ? Field.Kebab(way) : null);
        json.WriteString("numbers", draw.Way == Way.Beacon ? null : draw.Numbers);
        Beacon(json, draw);
        if (draw.Doubts is { } doubts) json.WriteNumber("doubts", doubts);
        if (draw.Abandoned is { } phase) json.WriteString("abandoned", Field.Kebab(phase));
        json.WriteString("transcript", draw.Transcript);
        json.WriteString("seed", draw.Seed);
        Numbers(json, "doubled", draw.Doubled);
        json.WriteNumber("excluded", draw.Excluded);
        Tickets(json, proof);
        json.WriteStartObject("orders");
        foreach (var (role, order) in draw.Orders) Numbers(json, Field.Kebab(role), order);
        json.WriteEndObject();
        json.WriteStartArray("calls");
        foreach (var call in proof.Calls) Called(json, call);
        json.WriteEndArray();
    }

    /// <summary>Every ticket, in the order of call; what is hashed is <c>seed|role|number|ticket</c>.</summary>
    private static void Tickets(Utf8JsonWriter json, Proof proof)
    {
        json.WriteStartObject("tickets");
        foreach (var role in proof.Draw.Seed is null ? [] : proof.Roles)
        {
            json.WriteStartArray(Field.Kebab(role));
            foreach (var called in proof.Tickets(role))
                foreach (var (ticket, _, hash) in proof.Lines(role, called.Number))
                    Ticket(json, called.Number, ticket, hash);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Ticket(Utf8JsonWriter json, int number, int ticket, string hash)
    {
        json.WriteStartObject();
        json.WriteNumber("number", number);
        json.WriteNumber("ticket", ticket);
        json.WriteString("sha256", hash);
        json.WriteEndObject();
    }

    /// <summary>The announced round, and once it was brought, its number and signature.</summary>
    private static void Beacon(Utf8JsonWriter json, Draw draw)
    {
        if (draw.Round is not { } round) return;
        json.WriteStartObject("beacon");
        json.WriteString("chain", Domain.Draws.Beacon.Chain);
        json.WriteNumber("round", round);
        if (draw.Signature is { } signature)
        {
            json.WriteString("randomness", draw.Numbers);
            json.WriteString("signature", signature);
        }

        json.WriteEndObject();
    }

    private static void Called(Utf8JsonWriter json, Call call)
    {
        json.WriteStartObject();
        json.WriteString("role", Field.Kebab(call.Role));
        CouncilJson.Number(json, "number", call.Number);
        json.WriteString("why", Field.Kebab(call.Why));
        if (call.FirstTime is { } first) json.WriteBoolean("first_time", first);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Lines(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void Roll(Utf8JsonWriter json, Draw draw)
    {
        Lines(json, "roll", draw.Roll);
        json.WriteStartObject("eligible");
        foreach (var (role, numbers) in draw.Eligible) Numbers(json, Field.Kebab(role), numbers);
        json.WriteEndObject();
    }
}
