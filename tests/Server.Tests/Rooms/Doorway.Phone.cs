using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Rooms;

internal sealed partial class Doorway
{
    /// <summary>A phone without a browser.</summary>
    internal sealed class Phone(Doorway at, string? secret = null)
    {
        private readonly HttpClient _http = at.Client(cookies: false);

        public string Secret { get; } = secret ?? Entry.FreshKey()[..21] + Entry.FreshKey();

        public async Task<(int Status, JsonElement Json)> Try(string noun, object? body = null)
        {
            using var request = Request(HttpMethod.Post, noun, "application/json");
            request.Content = JsonContent.Create(body ?? new { });
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }

        public async Task<JsonElement> Say(string noun, object? body = null)
        {
            var (status, json) = await Try(noun, body);
            Assert.True(status == 200, $"{noun}: {status} {json}");
            return json;
        }

        public async Task<string?> Refusal(string noun, object? body = null) =>
            (await Try(noun, body)).Json.TryGetProperty("refusal", out var refusal) ? refusal.GetString() : null;

        /// <summary>A form as a browser sends it, with the key that it carries; the page that came back.</summary>
        public async Task<string> Post(string noun, string key)
        {
            using var request = Request(HttpMethod.Post, noun, "text/html");
            request.Headers.AcceptLanguage.ParseAdd("en");
            request.Content = new FormUrlEncodedContent([new(Form.Key, key)]);
            using var answer = await _http.SendAsync(request);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        public async Task<string> Page(string noun = "", string language = "en")
        {
            using var request = Request(HttpMethod.Get, noun, "text/html");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await _http.SendAsync(request);
            return (int)answer.StatusCode is >= 300 and < 400 ? "→ " + answer.Headers.Location : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        public async Task<JsonElement> Json(string noun = "")
        {
            using var request = Request(HttpMethod.Get, noun, "application/json");
            using var answer = await _http.SendAsync(request);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        /// <summary>The first "room" event of a stream.</summary>
        public async Task<string> Live(string noun)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var answer = await _http.SendAsync(Request(HttpMethod.Get, noun, "text/event-stream"), HttpCompletionOption.ResponseHeadersRead, patience.Token);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Length > 0) lines.Add(line);
                else if (lines.Contains("event: room")) break;
                else lines.Clear();
            }

            return WebUtility.HtmlDecode(string.Join('\n', lines));
        }

        private HttpRequestMessage Request(HttpMethod method, string noun, string accept)
        {
            var request = new HttpRequestMessage(method, noun.StartsWith('/') ? noun : noun.Length == 0 ? at.Url : $"{at.Url}/{noun}");
            request.Headers.Add("Authorization", "Bearer " + Secret);
            request.Headers.Accept.ParseAdd(accept);
            return request;
        }
    }
}
