namespace Faubourg.Server.Tests.Rooms;

/// <summary>What somebody without a seat can tell of a living council.</summary>
public sealed class OutsideTests
{
    [Fact]
    public async Task How_much_goes_on_in_the_room_is_not_told()
    {
        await using var doorway = await Doorway.Open();
        var (stranger, screen) = (new Doorway.Phone(doorway), new Doorway.Phone(doorway));
        await screen.Page("wall");
        var before = await Told(stranger, screen);
        var revision = (await doorway.Opener.Json()).GetProperty("revision").GetInt64();
        foreach (var phone in await doorway.Seat(3)) await phone.Say("willingness", new { facilitator = true });

        Assert.Equal(before, await Told(stranger, screen));
        Assert.True((await doorway.Opener.Json()).GetProperty("revision").GetInt64() > revision);
    }

    [Fact]
    public async Task Nor_is_it_told_to_whoever_does_something_there()
    {
        await using var doorway = await Doorway.Open();
        var pinned = await new Doorway.Phone(doorway).Say("/quarters/lilas/corners", new { line = "Saturday in the park" });
        Assert.True(pinned.TryGetProperty("location", out _));
        Assert.False(pinned.TryGetProperty("revision", out _));
    }

    [Fact]
    public async Task A_stream_goes_on_from_where_it_was()
    {
        await using var doorway = await Doorway.Open();
        var stranger = new Doorway.Phone(doorway);
        var id = Id(await stranger.Live("live"));
        foreach (var phone in await doorway.Seat(3)) await phone.Say("step", new { from = "gathering" });

        // What they were told last is older than what stands in the record now: they get it at once.
        var news = await stranger.Live("live?since=" + id);
        Assert.Contains("data-turn=\"Hearing\"", news);
        Assert.NotEqual(id, Id(news));
    }

    /// <summary>Everything that outsiders are given to go on from.</summary>
    private static async Task<(long, long, string, string)> Told(Doorway.Phone stranger, Doorway.Phone screen) => (
        (await stranger.Json()).GetProperty("revision").GetInt64(),
        (await stranger.Json("/quarters/lilas")).GetProperty("revision").GetInt64(),
        Id(await stranger.Live("live")),
        Id(await screen.Live("wall/live")));

    private static string Id(string frame) => frame.Split('\n')[0]["id: ".Length..];
}
