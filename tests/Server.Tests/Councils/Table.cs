using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Storage;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Faubourg.Server.Tests.Councils;

/// <summary>
/// Neighbours around a table, each with a phone, over real HTTP; the door and the draw were done before. The clock is ours.
/// Seats are numbered from 1; the first one convened.
/// </summary>
internal sealed class Table : IAsyncDisposable
{
    public const string Url = "/quarters/lilas/councils/1";

    private const string Slug = "lilas", Origin = "test/q/lilas";

    private readonly WebApplication _app;
    private readonly QuartersInMemory _quarters;
    private readonly List<HttpClient> _phones = [];

    private Table(WebApplication app, QuartersInMemory quarters, TestClock clock)
    {
        (_app, _quarters, Clock) = (app, quarters, clock);
        quarters.Published += published => Quarter = published.After;
    }

    public TestClock Clock { get; }

    public Uri Address => _app.Address();

    /// <summary>As published last.</summary>
    public Quarter Quarter { get; private set; } = Quarter.Unfounded;

    public Council Council => Quarter.Councils[1];

    public Room Room => Council.Room!;

    /// <summary>The seat that holds the role.</summary>
    public int Facilitator => Room.Roles[Role.Facilitator];

    public int Companion => Room.Roles[Role.Companion];

    public IEnumerable<int> Everybody => Room.Present.Select(s => s.Number);

    /// <summary>A council in which roles are drawn and talking begins.</summary>
    public static async Task<Table> Talking(Method method = Method.Consent, int neighbours = 5, Attendance attendance = Attendance.Room)
    {
        var table = await Gathered(method, neighbours, attendance);
        await table.Say(table.Facilitator, "step", new { from = "gathering" });
        return table;
    }

    /// <summary>Deciding begins on these proposals, all made by seat 2.</summary>
    public static async Task<Table> Deciding(Method method, int neighbours, params string[] proposals)
    {
        var table = await Talking(method, neighbours);
        foreach (var what in proposals) await table.Say(2, "proposals", new { what });
        await table.CountHeads(neighbours);
        await table.Say(table.Facilitator, "step", new { from = "hearing" });
        return table;
    }

    /// <summary>A council in which roles are drawn.</summary>
    public static async Task<Table> Gathered(Method method = Method.Consent, int neighbours = 5, Attendance attendance = Attendance.Room)
    {
        var clock = new TestClock();
        var quarters = new QuartersInMemory(clock);
        var app = await Running.On(quarters, clock);
        var table = new Table(app, quarters, clock);
        await table.Convene(method, attendance);
        for (var n = 1; n <= neighbours; n++) await table.Sit(n);
        await table.Draw(neighbours);
        return table;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in _phones) phone.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The secret of a seat's phone.</summary>
    public static string Secret(int seat) => $"{seat:00}" + new string('A', 41);

    /// <summary>Six words that the seat's phone holds.</summary>
    public static string Words(int seat, string purpose, string id = "0") => Slips.Words(new Device(Secret(seat)), purpose, Origin, 1, id);

    /// <summary>An act that goes through.</summary>
    public async Task<Told> Say(int seat, string noun, object? body = null)
    {
        var told = await Try(seat, noun, body);
        Assert.True(told.Status == HttpStatusCode.OK, $"seat {seat}, {noun}: {told.Status} {told.Json}");
        return told;
    }

    /// <summary>An act that may be refused.</summary>
    public async Task<Told> Try(int seat, string noun, object? body = null)
    {
        using var answer = await _phones[seat - 1].PostAsJsonAsync($"{Url}/{noun}", body ?? new { });
        return new Told(answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Everybody here says the same.</summary>
    public async Task All(string noun, object body, params int[] except)
    {
        foreach (var seat in Everybody.Except(except).ToArray()) await Say(seat, noun, body);
    }

    /// <summary>A page of the council as somebody sees it.</summary>
    public async Task<string> Page(int seat, string noun = "", string language = "en")
    {
        using var answer = await Get(seat, noun, "text/html", language);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.IsSuccessStatusCode, $"{noun}: {answer.StatusCode} {page}");
        return page;
    }

    public async Task<JsonElement> State(int seat)
    {
        using var answer = await Get(seat, "", "application/json", "en");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> Get(int seat, string noun, string accept, string language)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, noun.Length == 0 ? Url : $"{Url}/{noun}");
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await _phones[seat - 1].SendAsync(request);
    }

    /// <summary>A form as a browser without scripts sends it: the page that comes back.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Send(int seat, string noun, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/{noun}")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _phones[seat - 1].SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Two phones type how many are here.</summary>
    public async Task CountHeads(int heads)
    {
        await Do(1, new TypeHeads(1, heads));
        await Do(2, new TypeHeads(1, heads));
    }

    /// <summary>Time goes on, and whoever looks brings what is due.</summary>
    public async Task Wait(Duration time)
    {
        Clock.Pass(time);
        await Do(1, new SayName(1, null));
    }

    /// <summary>An act of the rules that has its pages elsewhere.</summary>
    public Task<Answer> Do(int seat, Act act) => _quarters.Submit(Slug, act, new Actor(new Device(Secret(seat)).KeyFor(Origin, 1)), null, default);

    private async Task Convene(Method method, Attendance attendance)
    {
        await Do(1, new Found(Origin, "key", "Europe/Paris", ["fr", "en"], false, Text.Of("Rue des Lilas"), Text.Of("Paris"), null, []));
        var announced = new Announcement(Text.Of("Who mends the bench by the bakery?"), Text.Of("By the bakery"), null, Clock.GetCurrentInstant() + Duration.FromMinutes(30), 60, attendance, method, true, true, false);
        await Do(1, new Convene(announced));
        Clock.Pass(Duration.FromMinutes(30));
    }

    private async Task Sit(int seat)
    {
        var remote = Council.Attendance == Attendance.Remote;
        var ticket = seat == 1 || remote ? new Ticket() : new Ticket(Door.Token(Room, Clock.GetCurrentInstant()));
        Assert.IsType<Answer.Accepted>(await Do(seat, new TakeSeat(1, ticket, null, Slips.HashOf(Words(seat, Slips.Minutes)))));
        var phone = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        phone.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secret(seat));
        _phones.Add(phone);
    }

    private async Task Draw(int neighbours)
    {
        var slips = ImmutableSortedDictionary<Role, string>.Empty;
        for (var n = 2; n <= neighbours; n++)
            await Do(n, new SayWilling(1, [Role.Facilitator, Role.NoteKeeper, Role.Spokesperson], false, slips.Add(Role.Spokesperson, Hash.Of($"speaks {n}")), []));
        await CountHeads(neighbours);
        await Do(1, new CloseRoll(1));
        await Do(1, new TypeDraw(1, Way.Dice, "35142662", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        Assert.IsType<Answer.Accepted>(await Do(2, new ConfirmDraw(1, true)));
    }
}
