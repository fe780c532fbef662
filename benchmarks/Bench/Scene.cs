using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Faubourg.Bench;

/// <summary>One council on a served host, set up through the addresses that everybody uses.</summary>
internal sealed class Scene(Served served, int neighbours) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = served.Url };
    private readonly string[] devices = [.. Enumerable.Range(0, neighbours).Select(_ => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)))];
    private string quarter = "";
    private int council;

    public Served Served => served;

    public int Neighbours => neighbours;

    public string CouncilPath => $"{quarter}/councils/{council}";

    /// <summary>Found, convene, and let the convener and nobody else sit down.</summary>
    public async Task Convene(string method)
    {
        var founded = await Post(0, "/quarters", new { name = "Rue des Lilas", place = "between bakery and canal", zone = "UTC", languages = new[] { "en", "fr" } });
        await Convene(method, $"/quarters/{founded.GetProperty("location").GetString()!.Split('/')[2]}", DateTime.UtcNow);
    }

    /// <summary>The same in a neighbourhood that is there already.</summary>
    /// <param name="within">Its address.</param>
    /// <param name="now">By its clocks.</param>
    public async Task Convene(string method, string within, DateTime now)
    {
        quarter = within;
        var convened = await Post(0, $"{quarter}/councils", new
        {
            question = "Who mends the bench by the bakery, and how?",
            place = "in front of the bakery",
            starts = now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            minutes = 60,
            attendance = "room",
            method,
        });
        council = int.Parse(convened.GetProperty("location").GetString()!.Split('/')[4], System.Globalization.CultureInfo.InvariantCulture);
        await Post(0, CouncilPath + "/seats", new { });
    }

    /// <summary>What the door shows now.</summary>
    public async Task<string> Token()
    {
        await Post(0, CouncilPath + "/door", new { });
        return (await Get(0, CouncilPath + "/door")).GetProperty("token").GetString()!;
    }

    /// <summary>Everybody else comes in.</summary>
    public async Task Seat()
    {
        var token = await Token();
        for (var i = 1; i < neighbours; i++) await Post(i, CouncilPath + "/seats", new { token });
    }

    /// <summary>On to talking, with two proposals: heads counted, roles by dice.</summary>
    public async Task Hear()
    {
        await Heads();
        foreach (var i in new[] { 0, 1, 2 }) await Post(i, CouncilPath + "/willingness", new { facilitator = true, note_keeper = true, first_time = i == 0 });
        await Post(0, CouncilPath + "/roll", new { });
        await Post(0, CouncilPath + "/draw", new { way = "dice", numbers = "35142662" });
        await Post(1, CouncilPath + "/confirmation", new { seen = true });
        await Together("gathering");
        await Post(1, CouncilPath + "/proposals", new { what = "Mend it ourselves on Saturday" });
        await Post(2, CouncilPath + "/proposals", new { what = "Build a longer one with a table" });
    }

    /// <summary>On from talking to a count of resistance on phones.</summary>
    public async Task OpenBallots()
    {
        await Heads();
        await Together("hearing");
        foreach (var i in new[] { 0, 1, 2 })
            if (await TryPost(i, CouncilPath + "/counts", new { by = "phones" })) return;
        throw new InvalidOperationException("Nobody could open the count.");
    }

    /// <summary>The secret of somebody's phone.</summary>
    public string DeviceOf(int neighbour) => devices[neighbour];

    public byte[] Act(int neighbour, int turn) => Wire.Request("POST", CouncilPath + "/ballots", devices[neighbour],
        $"{{\"values\":[{turn % 11},{neighbour % 11},{(turn + neighbour) % 11}],\"key\":\"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}\"}}", "application/json");

    public byte[] WatchRequest(int watcher) =>
        Wire.Request("GET", CouncilPath + "/live", devices[watcher % neighbours], null, "text/event-stream");

    /// <summary>An act that everybody in the room sees: a proposal is worded anew.</summary>
    public byte[] VisibleChange(int round) => Wire.Request("POST", CouncilPath + "/proposals/1/amendment", devices[1],
        $"{{\"what\":\"Mend it ourselves on Saturday, before {round + 10} people sit on it\",\"key\":\"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}\"}}", "application/json");

    /// <summary>Words that only this round's change has.</summary>
    public static byte[] MarkOf(int round) => Encoding.UTF8.GetBytes($"before {round + 10} people");

    public byte[] Newcomer(string token) => Wire.Request("POST", CouncilPath + "/seats",
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), $"{{\"token\":\"{token}\"}}", "application/json");

    public async Task<int> Present() => (await Get(0, CouncilPath)).GetProperty("present").GetInt32();

    public void Dispose() => http.Dispose();

    private async Task Heads()
    {
        await Post(0, CouncilPath + "/heads", new { heads = neighbours });
        await Post(1, CouncilPath + "/heads", new { heads = neighbours });
    }

    private async Task Together(string from)
    {
        foreach (var i in new[] { 0, 1, 2 })
            if (await TryPost(i, CouncilPath + "/step", new { from }) && (await Get(0, CouncilPath)).GetProperty("step").GetString() != from) return;
    }

    private async Task<JsonElement> Get(int device, string path)
    {
        using var request = Request(HttpMethod.Get, device, path);
        using var answer = await http.SendAsync(request);
        return await Read(answer, path);
    }

    private async Task<JsonElement> Post(int device, string path, object body)
    {
        using var request = Request(HttpMethod.Post, device, path);
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return await Read(answer, path);
    }

    private async Task<bool> TryPost(int device, string path, object body)
    {
        using var request = Request(HttpMethod.Post, device, path);
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private HttpRequestMessage Request(HttpMethod method, int device, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", devices[device]);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer, string path)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
