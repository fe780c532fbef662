using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

public sealed class FormTests(House house) : IClassFixture<House>
{
    private const string Tries = House.Council + "/tries";

    private static readonly (string Key, string Value) What = ("what", "Mend it");

    [Fact]
    public async Task A_form_and_a_json_object_are_read_alike()
    {
        using var browser = house.Browser();
        using var script = house.Script();
        var posted = await browser.PostAsync(Tries, Fields(("what", " Mend it "), ("dice.1", "3"), ("dice.2", "5"), ("loud", "on"), ("people", "12"), ("key", Entry.FreshKey())));
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Equal("/done", posted.Headers.Location!.ToString());
        Check(TryOut.Last!);
        var sent = await script.PostAsJsonAsync(Tries, new { what = "Mend it", dice = new[] { 3, 5 }, loud = true, people = 12 });
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Check(TryOut.Last!);

        static void Check(Input input)
        {
            Assert.Equal("Mend it", input.Text("what"));
            Assert.Equal([3, 5], input.Numbers("dice"));
            Assert.True(input.Flag("loud"));
            Assert.Equal(12, input.Number("people"));
            Assert.Null(input.DateOrNull("by"));
        }
    }

    [Theory]
    [InlineData("what", "ab", "“[try.out.what]” needs at least 3 characters; you wrote 2.")]
    [InlineData("what", "12345678901234567890123456789012345678901", "“[try.out.what]” holds at most 40 characters; you wrote 41.")]
    [InlineData("what", "", "“[try.out.what]” is still empty.")]
    [InlineData("what", "two\nlines", "“[try.out.what]” fits on one line.")]
    [InlineData("what", "turned \u202E round", "“[try.out.what]” holds signs that cannot be seen or that turn the line around. Please type it again.")]
    [InlineData("what", "a \u0007 bell", "“[try.out.what]” holds signs that cannot be seen or that turn the line around. Please type it again.")]
    [InlineData("people", "41", "“[try.out.people]” is a number from 1 to 40.")]
    [InlineData("people", "many", "“[try.out.people]” is a whole number, such as 12.")]
    [InlineData("by", "someday", "“[try.out.by]” is a day, such as 22/11/2026 or tomorrow.")]
    [InlineData("start", "2026-11-22", "“[try.out.start]” is a day and a time, such as 22/11/2026 19:00.")]
    [InlineData("how", "approval", "Choose one under “[try.out.how]”.")]
    [InlineData("loud", "maybe", "“[try.out.loud]” is yes or no.")]
    [InlineData("token", "no spaces please", "This page is out of date. Open it again and repeat the step.")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        using var script = house.Script();
        var values = new Dictionary<string, string> { ["what"] = "Mend it", [field] = value };
        var answer = await script.PostAsync(Tries, new FormUrlEncodedContent(values));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(sentence, json.GetProperty("fields").GetProperty(field).GetString());
    }

    /// <summary>Sent twice it is one act. Another under the same key would be said to be done, and nothing would have been.</summary>
    [Fact]
    public async Task The_same_key_with_other_words_or_at_another_address_is_another_act()
    {
        using var script = house.Script();
        var (key, monday) = (Entry.FreshKey(), SystemClock.Instance.GetCurrentInstant().InUtc().Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).ToString("uuuu-MM-dd", null));
        var first = await Pinned("The empty kiosk");
        Assert.Equal(first, await Pinned("The empty kiosk"));
        Assert.NotEqual(first, await Pinned("The dark passage"));
        var quarter = await script.GetFromJsonAsync<JsonElement>("/quarters/lilas", TestContext.Current.CancellationToken);
        Assert.Contains("The dark passage", quarter.GetRawText(), StringComparison.Ordinal);
        var rest = await script.PostAsJsonAsync("/quarters/lilas/rests", new { monday, key }, TestContext.Current.CancellationToken);
        var again = await script.PostAsJsonAsync("/quarters/lilas/rests", new { monday }, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (rest.StatusCode, again.StatusCode));

        async Task<int> Pinned(string line)
        {
            var answer = await script.PostAsJsonAsync("/quarters/lilas/corners", new { line, key }, TestContext.Current.CancellationToken);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("corner").GetInt32();
        }
    }

    [Fact]
    public async Task A_list_that_is_too_short_is_said_so()
    {
        using var script = house.Script();
        var answer = await script.PostAsync(Tries, Fields(What, ("dice", "3")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"what":"Mend it","what":"twice"}""")]
    [InlineData("""{"what":"Mend it","colour":"red"}""")]
    [InlineData("""{"what":{"deep":1}}""")]
    [InlineData("""{"what":"Mend it"} trailing""")]
    [InlineData("""["what"]""")]
    [InlineData("""{"what":"Mend it","people":1.5}""")]
    [InlineData("""{"what":"\ud800"}""")]
    [InlineData("""{"what":"Mend it","key":"short"}""")]
    [InlineData("{")]
    public async Task Json_that_no_program_of_good_will_sends_is_refused(string body)
    {
        using var script = house.Script();
        var answer = await script.PostAsync(Tries, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("what=Mend+it&what=twice")]
    [InlineData("what=Mend+it&colour=red")]
    [InlineData("what=%FF%FE%FA")]
    [InlineData("what=%zz")]
    [InlineData("what=Mend+it&dice.10=3")]
    public async Task A_form_that_is_not_ours_is_refused(string body)
    {
        using var browser = house.Browser();
        var answer = await browser.PostAsync(Tries, new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_64_KiB_is_too_long()
    {
        using var browser = house.Browser();
        var answer = await browser.PostAsync(Tries, Fields(("what", new string('a', Limits.Body))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("64 KiB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_forms_and_json_are_read()
    {
        using var script = house.Script();
        var answer = await script.PostAsync(Tries, new StringContent("<what/>", System.Text.Encoding.UTF8, "application/xml"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_with_status_409()
    {
        using var script = house.Script();
        var answer = await script.PostAsJsonAsync(Tries, new { what = "refuse me" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("DeviceMissing", json.GetProperty("refusal").GetString());
        Assert.StartsWith("Your browser kept no mark", json.GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T19:30", 2026, 11, 22, 19, 30)]
    [InlineData("22/11/2026 19h30", 2026, 11, 22, 19, 30)]
    [InlineData("22.11.2026 19:30", 2026, 11, 22, 19, 30)]
    [InlineData("tomorrow 7:05", 2026, 11, 23, 7, 5)]
    [InlineData("demain 19h", 2026, 11, 23, 19, 0)]
    public void A_moment_may_be_written_several_ways(string typed, int year, int month, int day, int hour, int minute) =>
        Assert.Equal(new LocalDateTime(year, month, day, hour, minute), Dates.Moment(typed, new LocalDate(2026, 11, 22)));

    [Fact]
    public void A_text_is_normalised_and_counted_as_people_count()
    {
        Assert.Equal("é", Plain.Check("e\u0301", new(1, 1), manyLines: false).Value);
        Assert.Equal("a\nb", Plain.Check("a\r\nb", new(1, 3), manyLines: true).Value);
        Assert.Equal(1, Plain.Length("👩‍👩‍👧"));
    }

    [Theory]
    [InlineData("never a character \uFFFE")]
    [InlineData("never a character \uFFFF")]
    [InlineData("never a character \uFDD0")]
    [InlineData("never a character \U0001FFFE")]
    [InlineData("half \uD83D")]
    [InlineData("\u3164\u3164\u3164")]
    [InlineData("\u2800\u2800\u2800")]
    [InlineData("\u200B\u200B\u200B")]
    [InlineData("\u200D\u200D\u200D")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u00ADb")]
    [InlineData("words \U000E0068\U000E0069 within words")]
    [InlineData("\u0338on the sign before it")]
    [InlineData("a\u0338\u0338\u0338\u0338\u0338\u0338\u0338\u0338\u0338 flood")]
    [InlineData("👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩\u200D👩")]
    public void What_is_unseen_or_floods_the_lines_around_it_is_refused(string typed) =>
        Assert.Equal("form.letters", Plain.Check(typed, new(1, 100), manyLines: true).Problem);

    [Theory]
    [InlineData("می‌خواهم")]
    [InlineData("ශ්‍රී ලංකා")]
    [InlineData("בְּרֵאשִׁ֖ית בָּרָ֣א")]
    [InlineData("abc \u200Fאבג\u200E")]
    [InlineData("Ngày mồng tư, một trăm năm")]
    [InlineData("བསྒྲུབས་")]
    [InlineData("👩🏽‍❤️‍💋‍👨🏿 ☀️ 🇫🇷")]
    [InlineData("=1+1")]
    public void What_people_write_passes(string typed) => Assert.Null(Plain.Check(typed, new(1, 100), manyLines: false).Problem);

    private static FormUrlEncodedContent Fields(params (string Key, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
}
