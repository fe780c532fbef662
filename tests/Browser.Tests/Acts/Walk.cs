using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>
/// Stands between the player and the host. Whatever is done for the first time is not sent but done at a browser, from the page a
/// neighbour would open; afterwards what the form sent goes out once more as the player's own request, which gives it the same answer and
/// changes nothing.
/// </summary>
internal sealed class Walk(Stage stage, Hand hand, Scout scout, IReadOnlyCollection<string> excused) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    private readonly SortedSet<string> done = new(StringComparer.Ordinal);

    /// <summary>The acts that were done at the browser, by name.</summary>
    public IReadOnlySet<string> Done => done;

    /// <summary>What comes now is refused, as the script says: nothing for a browser to do.</summary>
    public bool Rests { get; set; }

    /// <summary>What comes now may be past already: where no page has it any more, it is sent.</summary>
    public bool Doubts { get; set; }

    /// <summary>To be done once more, in another guise.</summary>
    public void Once(Form form) => Assert.True(done.Remove(form.Name), $"{form.Name} was not done before.");

    /// <summary>Before a line of a script is played.</summary>
    public void Before(Line line) => (Rests, Doubts) = (line.Refused is not null, line.Unless is not null);

    public HttpClient Http() => new(this, disposeHandler: false) { BaseAddress = new Uri(stage.Here) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post || Rests || FormOf(request.RequestUri!.AbsolutePath) is not { } form || done.Contains(form.Name) || excused.Contains(form.Name))
            return await base.SendAsync(request, cancellationToken);
        var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        body.Remove(Form.Key);
        // The box for any other start shows once somebody says that it is another.
        if (form == Forms.Convene) body["quick"] = JsonSerializer.SerializeToElement("");
        // The page says by itself what a ballot answers, and which of tonight's gains it is.
        if (form == Forms.CastBallot || form == Forms.ClaimGain) body["*"] = JsonSerializer.SerializeToElement(true);
        var secret = request.Headers.Authorization!.Parameter!;
        if (Doubts && await Find(secret, request.RequestUri.AbsolutePath, JsonSerializer.SerializeToElement(body)) is null)
            return await base.SendAsync(request, cancellationToken);
        var (sent, location) = await Do(form, secret, request.RequestUri.AbsolutePath, body);
        if (!sent.Contains(Form.Key + "=", StringComparison.Ordinal)) return Told(location);
        request.Content = new StringContent(sent, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>One act at the browser.</summary>
    /// <param name="form">What is done.</param>
    /// <param name="secret">Of the phone that does it.</param>
    /// <param name="action">Where its form is posted to.</param>
    /// <param name="body">What is typed and chosen.</param>
    /// <param name="start">The page one starts at; the council's, the neighbourhood's or the host's own unless said.</param>
    /// <returns>What the form sent, and where the host led.</returns>
    public async Task<(string Sent, string Location)> Do(Form form, string secret, string action, Dictionary<string, JsonElement>? body = null, string? start = null)
    {
        var typed = body is null ? Nothing : JsonSerializer.SerializeToElement(body);
        var way = await Find(secret, action, typed, start);
        Assert.True(way is not null, $"No page leads to {form.Name}: {action} {typed}");
        var answer = await hand.Do(secret, way, typed);
        Assert.True(answer.Status is 303 or 200, $"{form.Name} from {string.Join(" > ", way.Links.Prepend(way.Start))}: {answer.Status}");
        done.Add(form.Name);
        return (answer.Request.PostData ?? "", answer.Headers.GetValueOrDefault("location") ?? action);
    }

    private Task<Way?> Find(string secret, string action, JsonElement typed, string? start = null) =>
        scout.Find(secret, start ?? Start(action, typed), action, typed, hand.Visitor.Eyes.Scripts);

    /// <summary>Where somebody stands before they do it.</summary>
    private static string Start(string action, JsonElement body)
    {
        var parts = action.Split('/');
        if (parts is not [_, _, _, "councils", _, _, ..]) return parts.Length > 3 ? string.Join('/', parts[..3]) : "/";
        var council = string.Join('/', parts[..5]);
        if (body.TryGetProperty(Form.Paper, out var paper)) return $"{council}/neighbours/{paper}/hand";
        return body.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.String ? $"{council}/door/{token.GetString()}" : council;
    }

    private static HttpResponseMessage Told(string location) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(JsonSerializer.Serialize(new { location }), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
    };

    /// <summary>The act that is posted to this address; null: something for programs, such as the clock of a rehearsal.</summary>
    public static Form? FormOf(string path)
    {
        var parts = path.Split('/');
        return Forms.All.FirstOrDefault(form => form.Route.Split('/') is var route && route.Length == parts.Length && route.Zip(parts).All(pair =>
            pair.First == pair.Second || pair.First.StartsWith('{') || (pair.First == "quarters" && pair.Second == "rehearsals" && parts.Length > 2)));
    }
}
