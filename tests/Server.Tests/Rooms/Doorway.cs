using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Storage;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

/// <summary>A council whose room stands ready, on a real port; the first phone convened it. The clock is ours.</summary>
internal sealed partial class Doorway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IQuarters _quarters;
    private readonly List<HttpClient> _clients = [];
    private int _councils;

    private Doorway(WebApplication app, IQuarters quarters, TestClock clock) => (_app, _quarters, Clock) = (app, quarters, clock);

    public TestClock Clock { get; }

    /// <summary>The council convened last.</summary>
    public string Url => $"/quarters/lilas/councils/{_councils}";

    /// <summary>The phone that convened it, seated.</summary>
    public Phone Opener { get; private set; } = null!;

    public Uri Address => _app.Address();

    public static async Task<Doorway> Open(Attendance attendance = Attendance.Room)
    {
        var clock = new TestClock();
        var quarters = new QuartersInMemory(clock);
        var app = await Running.On(quarters, clock);
        var doorway = new Doorway(app, quarters, clock);
        await quarters.Submit("lilas", new Found("test/q/lilas", "key", "Europe/Paris", ["fr"], false, Text.Of("Rue des Lilas"), Text.Of("Paris"), null, []), new Actor(""), null, default);
        await doorway.Convene(attendance);
        return doorway;
    }

    /// <summary>A council that starts now; the convener sits down.</summary>
    public async Task Convene(Attendance attendance = Attendance.Room)
    {
        Opener = new Phone(this);
        var key = new Device(Opener.Secret).KeyFor("test/q/lilas", ++_councils);
        var announced = new Announcement(Text.Of("Who mends the bench?"), Text.Of("By the bakery"), null, Clock.GetCurrentInstant(), 60, attendance, Method.Consent, true, true, false);
        await _quarters.Submit("lilas", new Convene(announced), new Actor(key), null, default);
        await Opener.Say("seats");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _app.DisposeAsync();
    }

    private HttpClient Client(bool cookies)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    public async Task<Room> Room() => (await State()).Council.Room!;

    public async Task<(Quarter Quarter, Council Council)> State()
    {
        var found = await _quarters.Find("lilas", default);
        return (found!.Quarter, found.Quarter.Councils[_councils]);
    }

    public async Task<string> Token() => Door.Token(await Room(), Clock.GetCurrentInstant());

    /// <summary>Somebody opens the door; its six letters.</summary>
    public async Task<string> Code()
    {
        await Opener.Say("door");
        return Door.Code(await Room());
    }

    /// <summary>So many more phones sit down.</summary>
    public async Task<Phone[]> Seat(int phones)
    {
        var all = Enumerable.Range(0, phones).Select(_ => new Phone(this)).ToArray();
        foreach (var phone in all) await phone.Say("seats", new { token = await Token() });
        return all;
    }
}
