using System.Text.RegularExpressions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Keys;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

/// <summary>Who was drawn to keep a key makes it in the room; the record shows keys, and nobody's name.</summary>
public sealed partial class BearerTests
{
    /// <summary>Six heads, all of them willing to keep a key; dice were thrown.</summary>
    private static async Task<Doorway.Phone[]> Drawn(Doorway doorway)
    {
        var phones = await doorway.Seat(5);
        foreach (var phone in phones) await phone.Say("willingness", new { facilitator = true, note_keeper = true, key_bearer = true });
        foreach (var phone in phones[..2]) await phone.Say("heads", new { heads = 6 });
        await phones[0].Say("roll");
        await phones[0].Say("draw", new { way = "dice", numbers = "35142662" });
        await phones[1].Say("confirmation", new { seen = true });
        return phones;
    }

    private static string Key(int n) => Convert.ToBase64String(Words12.Of([.. Enumerable.Repeat((byte)n, 16)]).PublicKey());

    [Fact]
    public async Task Whoever_is_drawn_is_led_to_their_page_and_hands_in_a_key()
    {
        await using var doorway = await Doorway.Open();
        Assert.Contains("Keep a key", await doorway.Opener.Page("willingness"));
        var phones = await Drawn(doorway);
        Assert.Equal(5, (await doorway.Room()).Bearers.Count);
        Assert.Contains("You keep one of five keys", await phones[0].Page());
        Assert.Contains("Vous gardez l’une des cinq clés", await phones[0].Page("bearer", "fr"));
        Assert.Contains("key-bearer", (await phones[0].Json()).GetProperty("seat").GetProperty("roles").EnumerateArray().Select(r => r.GetString()));

        await phones[0].Say("bearer-keys", new { public_key = Key(1) });
        Assert.Contains(Key(1), await phones[0].Page("bearer"));
        Assert.DoesNotContain("Make my key", await phones[0].Page());
        Assert.Equal("KeyUsedBefore", await phones[1].Refusal("bearer-keys", new { public_key = Key(1) }));
        Assert.Equal("NotAKey", await phones[1].Refusal("bearer-keys", new { public_key = "baba baba" }));
        Assert.Equal("NotYourRole", await doorway.Opener.Refusal("bearer-keys", new { public_key = Key(2) }));
        Assert.Contains("did not give you a key", await doorway.Opener.Page("bearer"));
        Assert.Contains("4 keys are still to be made", await After(doorway, phones));
    }

    private static async Task<string> After(Doorway doorway, Doorway.Phone[] phones)
    {
        foreach (var phone in phones[..3]) await phone.Try("step", new { from = "gathering" });
        return await doorway.Opener.Page();
    }

    [Fact]
    public async Task With_three_keys_the_neighbourhood_can_leave_its_host_and_its_page_says_until_when()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Drawn(doorway);
        Assert.Contains("cannot leave its host", await phones[0].Page("/quarters/lilas"));
        for (var n = 0; n < 3; n++) await phones[n].Say("bearer-keys", new { public_key = Key(n) });
        doorway.Clock.Now += Duration.FromHours(2);
        // What is due comes before the next act, whoever asks for it.
        await phones[4].Say("/quarters/lilas/corners", new { line = "The bench has lost a plank." });
        Assert.Contains("Any 3 of 3 key-bearers can move", await phones[0].Page("/quarters/lilas"));
        Assert.Equal([Key(0), Key(1), Key(2)], (await doorway.State()).Quarter.Recovery!.Keys.OrderBy(k => Array.IndexOf([Key(0), Key(1), Key(2)], k)));
        Assert.Contains("I keep one of our keys", await phones[0].Page("/quarters/lilas/slips"));
        Assert.DoesNotContain("I keep one of our keys", await phones[4].Page("/quarters/lilas/slips"));
    }

    [Fact]
    public async Task With_scripts_off_the_words_are_made_here_shown_once_and_said_to_have_been_seen()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Drawn(doorway);
        var page = await phones[0].Page("bearer");
        Assert.Contains("it could have seen them", page);
        var form = Entry.FreshKey();
        var (first, again) = (await phones[0].Post("bearer-words", form), await phones[0].Post("bearer-words", form));
        var words = Words12.Parse(Six().Match(first).Groups[1].Value);
        Assert.Equal(words.Text, Six().Match(again).Groups[1].Value);
        Assert.Contains("It could have seen them", first);
        Assert.Contains(Convert.ToBase64String(words.PublicKey()), (await doorway.Room()).Bearers.Values);
        Assert.DoesNotContain(words.Text, await phones[0].Page("bearer"));
    }

    [Fact]
    public async Task Stepping_back_calls_nobody_twice()
    {
        await using var doorway = await Doorway.Open();
        var phones = await Drawn(doorway);
        await phones[0].Say("roles/key-bearer");
        Assert.Equal(4, (await doorway.Room()).Bearers.Count);
        Assert.Equal(5, (await doorway.State()).Council.Calls.Count(c => c.Role == Role.KeyBearer));
    }

    [Fact]
    public async Task Anybody_at_any_host_finds_the_page_on_which_a_bearer_signs()
    {
        await using var doorway = await Doorway.Open();
        Assert.Contains("recover/v1", await doorway.Opener.Page("/recovery"));
        Assert.Contains("faubourg-verify bearer sign", await doorway.Opener.Page("/recovery"));
    }

    [GeneratedRegex("<p class=\"six\"[^>]*>([a-z ]+)</p>")]
    private static partial Regex Six();
}
