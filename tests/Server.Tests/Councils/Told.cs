using System.Net;
using System.Text.Json;

namespace Faubourg.Server.Tests.Councils;

/// <summary>What the host said to a program.</summary>
internal sealed record Told(HttpStatusCode Status, JsonElement Json)
{
    public string? Refusal => Json.TryGetProperty("refusal", out var refusal) ? refusal.GetString() : null;

    public int Number(string name) => Json.GetProperty(name).GetInt32();
}
