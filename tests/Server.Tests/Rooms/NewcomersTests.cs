using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Rooms;

/// <summary>On a real folder: a queue at the door of a hall.</summary>
public sealed class NewcomersTests
{
    private const int Newcomers = 300;

    [Fact]
    public async Task Three_hundred_newcomers_within_a_second_have_three_hundred_seats()
    {
        var folder = Directory.CreateTempSubdirectory("faubourg-newcomers-");
        await using var app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback, Data = folder.FullName });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = app.Address(),
        };
        var opener = Secret(0);
        var quarter = await Post(http, opener, "/quarters", new { name = "Rue des Lilas", place = "Paris", languages = new[] { "fr" }, zone = "Europe/Paris" });
        var council = (await Post(http, opener, quarter + "/councils", new
        {
            question = "Who mends the bench?",
            place = "By the bakery",
            starts = DateTime.UtcNow.AddMinutes(70).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
            minutes = 60,
            attendance = "room",
            method = "consent",
        })).Split('?')[0];
        await Post(http, opener, council + "/seats", new { });
        var token = (await Get(http, opener, council + "/door", open: council + "/door")).GetProperty("token").GetString();

        var tries = await Task.WhenAll(Enumerable.Range(1, Newcomers).Select(async n =>
        {
            // Each of them within the first second, some of them tapping twice.
            await Task.Delay(n * 3);
            var began = Stopwatch.GetTimestamp();
            await Post(http, Secret(n), council + "/seats", new { token });
            if (n % 10 == 0) await Post(http, Secret(n), council + "/seats", new { token });
            return Stopwatch.GetElapsedTime(began);
        }));

        Assert.Equal(Newcomers + 1, (await Get(http, opener, council)).GetProperty("seats").GetInt32());
        Assert.InRange(tries.Max(), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await app.StopAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);
    }

    private static string Secret(int n) => $"{n:000}" + new string('A', 40);

    private static async Task<string> Post(HttpClient http, string secret, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Authorization", "Bearer " + secret);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("location").GetString()!;
    }

    private static async Task<JsonElement> Get(HttpClient http, string secret, string path, string? open = null)
    {
        if (open is not null) await Post(http, secret, open, new { });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", "Bearer " + secret);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
