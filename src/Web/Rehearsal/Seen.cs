using System.Security.Cryptography;
using System.Text.Json;

namespace Faubourg.Web.Rehearsal;

/// <summary>A council as somebody in it sees it.</summary>
internal sealed class Seen(Heard heard)
{
    public bool IsOver => heard.Text("step") is null or "dissolved";

    public int Present => heard.Number("present") ?? 0;

    /// <summary>A question to all present, with a minute to answer.</summary>
    public bool IsAsked => heard.Find("asked") is not null;

    /// <summary>A round or a count is open.</summary>
    public bool IsBalloting => RoundIsOpen || Deliberation?.TryGetProperty("count", out var count) == true && count.GetString() == "open";

    /// <summary>Consent: the round is open.</summary>
    public bool RoundIsOpen => Deliberation?.TryGetProperty("round_open", out var open) == true && open.GetBoolean();

    /// <summary>What a ballot has a value for, in its order; 0 is to leave things as they are.</summary>
    public IReadOnlyList<int> Options =>
    [
        0,
        .. from proposal in heard.Find("proposals")?.EnumerateArray().ToArray() ?? []
           where proposal.GetProperty("stands").GetBoolean()
           select proposal.GetProperty("number").GetInt32(),
    ];

    private JsonElement? Deliberation => heard.Find("deliberation");

    /// <summary>The seat that holds a role now.</summary>
    public int? HolderOf(string role) =>
        heard.Find("roles") is { } roles && roles.TryGetProperty(role, out var seat) && seat.ValueKind == JsonValueKind.Number ? seat.GetInt32() : null;

    /// <summary>Names drawn from a real hat: the numbers of the closed roll that may hold this role, in an order nobody chose.</summary>
    public string? Hat(string role)
    {
        if (heard.Find("draw") is not { } draw || !draw.GetProperty("eligible").TryGetProperty(role.Replace('_', '-'), out var eligible)) return null;
        var numbers = eligible.EnumerateArray().Select(number => number.GetInt32()).ToArray();
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        return string.Join(' ', numbers);
    }
}
