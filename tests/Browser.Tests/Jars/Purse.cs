using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Browser.Tests.Jars;

/// <summary>A rehearsed neighbourhood in which a council decides about a jar; whoever is at a browser does the rest.</summary>
internal sealed class Purse(Stage stage, string slug)
{
    private const int People = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Url => $"/rehearsals/{slug}";

    public string Council => Url + "/councils/1";

    public string Jar => Url + "/jars/1";

    public static string Secret(int seat) => $"{seat:00}JA" + new string('A', 39);

    public static async Task<Purse> Hearing(Stage stage)
    {
        var slug = await stage.Quarters.Found("jars", new Founding(Text.Of("Rue des Lilas"), Text.Of("Paris"), null, [], "Europe/Paris", ["fr", "en"], Rehearsal: true), Stop);
        var purse = new Purse(stage, slug);
        await purse.Meet();
        return purse;
    }

    /// <summary>Two keepers are drawn, everybody consents to A, and 72 hours go by.</summary>
    public async Task<int[]> Opened()
    {
        foreach (var seat in new[] { 1, 2 }) await Do(seat, new TypeHeads(1, People));
        await Do(3, new OpenLot(1, new Lot(Role.Keeper, Keepers.Two)));
        var (_, now) = await Now();
        var origin = (await Now()).Quarter.Origin;
        for (var seat = 1; seat <= People; seat++)
            await Do(seat, new SayWilling(1, [Role.Keeper], false, ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Keeper, Slip(seat, origin)), []));
        await Do(1, new CloseRoll(1));
        await Do(1, new TypeDraw(1, Way.Dice, "35142662", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        await Do(2, new ConfirmDraw(1, true));
        await Onward();
        await Do(1, new PutProposal(1, 1));
        for (var seat = 1; seat <= People; seat++) await Do(seat, new SayConsent(1, null));
        await stage.Quarters.SetClock(slug, now + Duration.FromHours(2), Stop);
        await stage.Quarters.SetClock(slug, now + Duration.FromHours(100), Stop);
        var slips = (await Now()).Quarter.Slips;
        return [.. Enumerable.Range(1, People).Where(seat => slips.ContainsKey(Slip(seat, origin)))];
    }

    private async Task Meet()
    {
        var (_, now) = await Now();
        await Do(1, new Convene(new Announcement(Text.Of("Who mends the bench?"), Text.Of("The fountain"), null, now + Duration.FromHours(73), 120, Attendance.Room, Method.Consent, true, true, false)));
        await stage.Quarters.SetClock(slug, now + Duration.FromHours(73), Stop);
        await Do(1, new TakeSeat(1, new Ticket(), null, Hash.Of("minutes 1")));
        await Do(1, new OpenDoor(1));
        for (var seat = 2; seat <= People; seat++)
        {
            var (quarter, at) = await Now();
            await Do(seat, new TakeSeat(1, new Ticket(Token: Door.Token(quarter.Councils[1].Room!, at)), null, Hash.Of($"minutes {seat}")));
        }

        await Onward();
    }

    private async Task Onward()
    {
        var from = (await Now()).Quarter.Councils[1].Step;
        foreach (var seat in new[] { 1, 2, 3 }) await Do(seat, new MoveOn(1, from));
    }

    private async Task Do(int seat, Act act) => Assert.IsType<Answer.Accepted>(
        await stage.Quarters.Submit(slug, act, new Actor(new Device(Secret(seat)).KeyFor((await Now()).Quarter.Origin, 1)), null, Stop));

    private async Task<(Domain.Quarters.Quarter Quarter, Instant Now)> Now() => await stage.Quarters.Find(slug, Stop) is { } found ? (found.Quarter, found.Now) : throw new InvalidOperationException(slug);

    private static string Slip(int seat, string origin) => Slips.HashOf(Slips.Words(new Device(Secret(seat)), Slips.Role(Role.Keeper), origin, 1));
}
