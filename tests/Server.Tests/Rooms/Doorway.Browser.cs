using System.Net;
using System.Text.RegularExpressions;

namespace Faubourg.Server.Tests.Rooms;

internal sealed partial class Doorway
{
    /// <summary>A browser with scripts off: what is on the page, and a form filled in and sent.</summary>
    internal sealed partial class Browser(Doorway at)
    {
        private readonly HttpClient _http = at.Client(cookies: true);

        public string Page { get; private set; } = "";

        public HttpStatusCode Status { get; private set; }

        /// <summary>Taps: links followed and buttons pressed.</summary>
        public int Taps { get; private set; }

        public async Task Open(string path)
        {
            Taps++;
            await Follow(await _http.GetAsync(path));
        }

        /// <summary>Presses the button with these words; boxes keep what the page put there unless said.</summary>
        public async Task Press(string button, params (string Name, string Value)[] typed)
        {
            Taps++;
            var form = Forms().Matches(Page).First(m => m.Value.Contains(button, StringComparison.Ordinal)).Value;
            var fields = Inputs().Matches(form).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            foreach (var (name, value) in typed) fields[name] = value;
            using var request = new HttpRequestMessage(HttpMethod.Post, Action().Match(form).Groups[1].Value) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Origin", at.Address.GetLeftPart(UriPartial.Authority));
            await Follow(await _http.SendAsync(request));
        }

        private async Task Follow(HttpResponseMessage answer)
        {
            while (answer.Headers.Location is { } on) answer = await _http.GetAsync(on);
            (Status, Page) = (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
        private static partial Regex Forms();

        [GeneratedRegex("""<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)" />""")]
        private static partial Regex Inputs();

        [GeneratedRegex("action=\"([^\"]+)\"")]
        private static partial Regex Action();
    }
}
