using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Faubourg.Web.Rehearsal;

/// <summary>What a host said.</summary>
internal sealed record Heard(int Status, JsonElement Json)
{
    public bool IsGood => Status is >= 200 and < 300;

    public string? Refusal => Text("refusal");

    public long? Revision => Number("revision");

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public int? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    /// <summary>A member of the object; null where it is absent or null.</summary>
    public JsonElement? Find(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public override string ToString() => Status == 0 ? "nothing" : $"{Status} {Json.GetRawText()}";
}

/// <summary>Somebody of the cast who sits in the council.</summary>
/// <param name="Paper">Their number on paper, when they sit beside somebody's phone.</param>
/// <param name="Mark">What stands for them in this council.</param>
internal sealed record Chair(string Who, int Seat, int? Paper, string? Mark);

/// <summary>The cast: everybody with a phone has a device secret of their own; some sit beside another's; some have sat down. Guests are let in meanwhile.</summary>
internal sealed class Company(HttpClient http)
{
    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _everySecret = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _beside = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Chair> _chairs = new(StringComparer.Ordinal);

    public static string FreshKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Everybody who sits, in the order they came.</summary>
    public IReadOnlyCollection<Chair> Seated => [.. _chairs.Values.OrderBy(chair => chair.Seat)];

    /// <summary>Of every phone that was used, lost ones too.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _everySecret.Keys];

    public Chair? ChairOf(string who) => _chairs.GetValueOrDefault(who);

    public void Seat(Chair chair) => _chairs[chair.Who] = chair;

    public void Leave(string who)
    {
        foreach (var gone in _chairs.Keys.Where(name => name == who || _beside.GetValueOrDefault(name) == who).ToArray()) _chairs.TryRemove(gone, out _);
    }

    /// <summary>Another council: nobody sits there yet.</summary>
    public void Rise() => _chairs.Clear();

    public void SeatBeside(string holder, Chair chair)
    {
        _beside[chair.Who] = holder;
        Seat(chair);
    }

    public void NewPhone(string who) => _secrets.TryRemove(who, out _);

    /// <summary>The secret of the phone that somebody acts with.</summary>
    public string SecretOf(string who)
    {
        var holder = _beside.GetValueOrDefault(who, who);
        var secret = _secrets.GetOrAdd(holder, _ => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        _everySecret[secret] = true;
        return secret;
    }

    public async Task<Heard> Send(string who, HttpMethod method, string url, IReadOnlyDictionary<string, object?>? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SecretOf(who));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, stop);
        var bytes = await response.Content.ReadAsByteArrayAsync(stop);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        using var json = JsonDocument.Parse(bytes.Length == 0 || !isJson ? "{}"u8.ToArray() : bytes);
        return new Heard((int)response.StatusCode, json.RootElement.Clone());
    }
}
