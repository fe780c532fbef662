using System.Text.RegularExpressions;
using Faubourg.Web.Councils;

namespace Faubourg.Server.Tests.Rooms;

public sealed partial class WallTests
{
    [Fact]
    public void Words_that_a_short_line_does_not_need_go_to_a_long_one()
    {
        var ten = string.Join(' ', Enumerable.Repeat("word", 10));
        Assert.Equal(["Mend it", ten, ten], Few.Share(["Mend it", ten, ten]));
        Assert.Equal([ten + " " + ten], Few.Share([ten + " " + ten]));
        // Nothing is cut for the sake of two words; beyond that, each has as much as the others.
        var cut = Few.Share([.. Enumerable.Repeat(ten, 4)]);
        Assert.All(cut, line => Assert.Equal("word word word word word word…", line));
        Assert.Equal(["█████"], Few.Share([null]));
    }

    [Fact]
    public async Task A_screen_is_paired_by_a_seated_phone_and_then_shows_the_room()
    {
        await using var doorway = await Doorway.Open();
        var phone = (await doorway.Seat(1))[0];
        var screen = new Doorway.Phone(doorway);
        var code = Code().Match(await screen.Page("wall")).Groups[1].Value;
        Assert.DoesNotContain("of us are here", await screen.Live("wall/live"));

        await phone.Say("walls", new { code = code.ToLowerInvariant() });
        Assert.Contains("2 of us are here", await screen.Page("wall"));
        Assert.Contains("2 of us are here", await screen.Live("wall/live"));
    }

    [Fact]
    public async Task A_stranger_pairs_no_screen_and_letters_of_no_screen_pair_none()
    {
        await using var doorway = await Doorway.Open();
        var screen = new Doorway.Phone(doorway);
        var code = Code().Match(await screen.Page("wall")).Groups[1].Value;

        Assert.Equal("NotSeated", await new Doorway.Phone(doorway).Refusal("walls", new { code }));
        var (status, json) = await doorway.Opener.Try("walls", new { code = "AAAAA2" });
        Assert.Equal(422, status);
        Assert.True(json.GetProperty("fields").TryGetProperty("code", out _));
    }

    [Fact]
    public async Task The_wall_shows_the_door_only_while_it_is_open()
    {
        await using var doorway = await Doorway.Open();
        var screen = await Paired(doorway);
        Assert.DoesNotContain("class=\"code\"", await screen.Page("wall"));
        var code = await doorway.Code();
        Assert.Contains(code, await screen.Page("wall"));
        doorway.Clock.Pass(Domain.Councils.Door.StaysOpen);
        Assert.DoesNotContain(code, await screen.Page("wall"));
    }

    [Theory]
    [InlineData("door")]
    [InlineData("heads", "heads", "3")]
    [InlineData("quiet")]
    [InlineData("departure")]
    [InlineData("roll")]
    [InlineData("neighbours")]
    [InlineData("willingness")]
    [InlineData("proposals", "what", "Paint it red.")]
    public async Task A_wall_never_acts(string noun, string? field = null, string? value = null)
    {
        await using var doorway = await Doorway.Open();
        var screen = await Paired(doorway);
        Assert.Equal("NotSeated", await screen.Refusal(noun, field is null ? null : new Dictionary<string, string> { [field] = value! }));
        Assert.DoesNotContain("<form", await screen.Page("wall"));
    }

    [Fact]
    public async Task In_the_minute_of_quiet_it_says_breathe_and_nothing_else()
    {
        await using var doorway = await Doorway.Open();
        var screen = await Paired(doorway);
        await doorway.Opener.Say("quiet");
        var wall = await screen.Page("wall");

        Assert.Contains("Breathe", wall);
        Assert.DoesNotContain("of us", wall);
        doorway.Clock.Pass(NodaTime.Duration.FromMinutes(1));
        Assert.DoesNotContain(">Breathe<", await screen.Page("wall"));
    }

    private static async Task<Doorway.Phone> Paired(Doorway doorway)
    {
        var screen = new Doorway.Phone(doorway);
        await doorway.Opener.Say("walls", new { code = Code().Match(await screen.Page("wall")).Groups[1].Value });
        return screen;
    }

    [GeneratedRegex("""class="code">(\w{6})<""")]
    private static partial Regex Code();
}
