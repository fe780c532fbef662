using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Storage;
using Faubourg.Storage;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Jars;

/// <summary>A neighbourhood whose council opened a jar a week ago, and its two keepers, each with a phone.</summary>
internal sealed class Counter : IDisposable
{
    public const string Slug = "les-lilas", Jar = $"/quarters/{Slug}/jars/1";

    private const int People = 5;

    private readonly string _origin;

    private Counter(string origin, int[] keepers)
    {
        _origin = origin;
        Keepers = [.. keepers.Select(seat => new Keeper(Phone(seat), Slips.Words(Phone(seat), Slips.Role(Role.Keeper), origin, 1)))];
    }

    public ImmutableArray<Keeper> Keepers { get; }

    /// <summary>Walks the evening on the folder; when it returns the jar has been open for a day.</summary>
    public static async Task<Counter> Open(string folder)
    {
        var clock = new TestClock { Now = Rules.Minute(SystemClock.Instance.GetCurrentInstant()) - Duration.FromDays(8) };
        await using var quarters = await Quarters.Open(new StorageSettings(folder, "localhost", clock), default);
        var quarter = await quarters.Found(Slug, Evening.Wish, default);
        await new Walk(quarter, clock).Whole();
        clock.Pass(Amendment.Delay + Duration.FromDays(1));
        await quarter.Tick();
        var state = quarter.Now.State;
        var keepers = Enumerable.Range(1, People).Where(seat => state.Slips.ContainsKey(Slips.HashOf(Slips.Words(Phone(seat), Slips.Role(Role.Keeper), state.Origin, 1))));
        return new Counter(state.Origin, [.. keepers]);
    }

    /// <summary>A program in the hand of each keeper, on a connection of its own.</summary>
    public void Reach(Uri address)
    {
        foreach (var keeper in Keepers) keeper.Reach(address);
    }

    public void Dispose()
    {
        foreach (var keeper in Keepers) keeper.Dispose();
    }

    public override string ToString() => _origin;

    private static Device Phone(int seat) => new($"{seat:00}" + new string('A', 41));

    private sealed class Walk(LiveQuarter quarter, TestClock clock)
    {
        private Quarter State => quarter.Now.State;

        private Room Room => State.Councils[1].Room!;

        public async Task Whole()
        {
            await Do(1, new Convene(new Announcement(Text.Of("Who mends the bench?"), Text.Of("The fountain"), null, clock.Now + Duration.FromHours(73), 60, Attendance.Room, Method.Consent, true, true, false)));
            clock.Pass(Duration.FromHours(73));
            await Do(1, new TakeSeat(1, new Ticket(), null, Hash.Of("minutes 1")));
            await Do(1, new OpenDoor(1));
            for (var seat = 2; seat <= People; seat++) await Do(seat, new TakeSeat(1, new Ticket(Token: Door.Token(Room, clock.Now)), null, Hash.Of($"minutes {seat}")));
            await Onward();
            await Do(2, new Propose(1, Text.Of("We mend the bench."), null, null, false, Touches.Jar, Deed: new OpenJar(Currency.Eur, 30000, Back: true, null, null)));
            foreach (var seat in new[] { 1, 2 }) await Do(seat, new TypeHeads(1, People));
            await Lot();
            await Onward();
            await Do(1, new PutProposal(1, 1));
            for (var seat = 1; seat <= People; seat++) await Do(seat, new SayConsent(1, null));
            clock.Pass(Duration.FromHours(1));
            await quarter.Tick();
        }

        private async Task Lot()
        {
            await Do(3, new OpenLot(1, new Lot(Role.Keeper, Domain.Jars.Keepers.Two)));
            for (var seat = 1; seat <= People; seat++)
                await Do(seat, new SayWilling(1, [Role.Keeper], false, ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Keeper, Slips.HashOf(Slips.Words(Phone(seat), Slips.Role(Role.Keeper), State.Origin, 1))), []));
            await Do(1, new CloseRoll(1));
            await Do(1, new TypeDraw(1, Way.Dice, "35142662", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
            await Do(2, new ConfirmDraw(1, true));
        }

        private async Task Onward()
        {
            var from = State.Councils[1].Step;
            foreach (var seat in new[] { 1, 2, 3 }) await Do(seat, new MoveOn(1, from));
        }

        private async Task Do(int seat, Act act) =>
            Assert.IsType<Accepted>(await quarter.Submit(act, new Actor(Phone(seat).KeyFor(State.Origin, 1)), null, default));
    }
}

/// <summary>One of the two, with six words and a phone.</summary>
internal sealed class Keeper(Device phone, string words) : IDisposable
{
    private HttpClient? _http;

    public string Words => words;

    public string Secret => phone.Secret;

    public HttpClient Http => _http!;

    public void Reach(Uri address)
    {
        _http?.Dispose();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Authorization", "Bearer " + phone.Secret);
        _http.DefaultRequestHeaders.Add("Accept", "application/json");
    }

    /// <summary>"Somebody gave so much", under this id.</summary>
    public Task<(HttpStatusCode Status, string Refusal)> Says(string id, string amount, string kind = "given") =>
        Post("/moves", Saying(id, amount, kind));

    /// <summary>What is sent to say it.</summary>
    public object Saying(string id, string amount, string kind = "given") => new { id = Hash.Of(id)[..32], kind, amount, who = "Farid", slip = words };

    public Task<(HttpStatusCode Status, string Refusal)> Confirms(string id) => Post(Confirmation(id), Same);

    public static string Confirmation(string id) => $"/moves/{Hash.Of(id)[..32]}/confirmation";

    /// <summary>What is sent to confirm.</summary>
    public object Same => new { says = "same", slip = words };

    /// <summary>"No, take it away."</summary>
    public Task<(HttpStatusCode Status, string Refusal)> Takes(string id) => Post(Confirmation(id), new { says = "other", slip = words });

    public async Task<(HttpStatusCode Status, string Refusal)> Post(string noun, object body)
    {
        using var answer = await Http.PostAsJsonAsync(Counter.Jar + noun, body);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, told.TryGetProperty("refusal", out var why) ? why.GetString()! : "");
    }

    public void Dispose() => _http?.Dispose();
}
