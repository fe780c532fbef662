using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Faubourg.Server.Tests.Record;
using Faubourg.Server.Tests.Storage;
using Faubourg.Web;
using SkiaSharp;

namespace Faubourg.Server.Tests.Photos;

/// <summary>A photo through the real form into the real record, and out of it again.</summary>
public sealed class UploadTests(RecordHouse house) : IClassFixture<RecordHouse>
{
    private const string FileName = "Adelaide at home.jpg";

    private static readonly string Phone = RecordHouse.Secret(61);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Project => house.Played + "/projects/1";

    [Fact]
    public async Task Of_a_photo_that_tells_everything_nothing_is_anywhere_but_what_one_sees_and_taken_back_not_that()
    {
        var slip = await Slip();
        using var shown = await Send(slip, "It stands again.", Camera.Telling(Camera.Plain()));
        Assert.Equal(HttpStatusCode.SeeOther, shown.StatusCode);

        var page = await house.Page(Project);
        var at = page.IndexOf("/record/pictures/", StringComparison.Ordinal);
        Assert.True(at > 0 && page.Contains("alt=\"Photo: It stands again.\"", StringComparison.Ordinal), page);
        var address = house.Played + page[at..page.IndexOf('"', at)];
        using var picture = await house.Ask(HttpMethod.Get, address);
        var bytes = await picture.Content.ReadAsByteArrayAsync(Stop);
        using (var seen = SKBitmap.Decode(bytes)) Assert.Equal((800, 1200), (seen.Width, seen.Height));
        Assert.Equal(("image/jpeg", true), (picture.Content.Headers.ContentType!.MediaType, picture.Headers.CacheControl!.NoCache));
        using (var again = new HttpRequestMessage(HttpMethod.Get, address))
        {
            again.Headers.IfNoneMatch.Add(picture.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await house.Http.SendAsync(again, Stop)).StatusCode);
        }

        foreach (var secret in Camera.Secrets.Append(FileName))
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) < 0, secret);
            Assert.DoesNotContain(house.Folder.Files(), file => TraceTests.Holding(file.Bytes, secret));
        }

        var origin = (await house.Quarters.Find("rehearsal", Stop))!.Quarter.Origin;
        await house.Post(61, house.Played + "/erasures", new { slip = Slips.Words(new Device(Phone), Slips.Evidence, origin, 1, "1") });
        using var gone = await house.Ask(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var some = bytes.AsSpan(bytes.Length / 2, 64).ToArray();
        Assert.DoesNotContain(house.Folder.Files(), file => file.Bytes.AsSpan().IndexOf(some) >= 0);
        Assert.Contains("There was a picture here. It was taken back.", await house.Page(Project));
    }

    [Fact]
    public async Task What_cannot_be_taken_gets_a_sentence_and_the_words_come_back()
    {
        var (jpeg, slip) = (Camera.Plain(), await Slip());
        (byte[] File, string Sentence)[] tries =
        [
            (Camera.Bomb(8_000, 6_250), "more dots than we can look at"),
            ("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "That is no photo we can read"),
            ([.. jpeg, .. "PK\u0003\u0004 and more"u8], "Something else is hidden in this file"),
            (jpeg[..(jpeg.Length / 2)], "damaged or cut off"),
            (new byte[Limits.Upload + 1], "we take 12 MB"),
        ];
        foreach (var (file, sentence) in tries)
        {
            using var answer = await Send(slip, "Words that stay.", file);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains("Words that stay.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_unpacked_for_whoever_may_not_show_it()
    {
        using var answer = await Send("badu badu badu badu badu badu", "Words that stay.", Camera.Bomb(8_000, 6_250));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Words that stay.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_body_may_be_so_long_and_no_other_form_takes_a_file()
    {
        using var elsewhere = new MultipartFormDataContent { { new StringContent("A corner"), "line" } };
        using var corner = await house.Http.PostAsync(house.Real + "/corners", elsewhere, Stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, corner.StatusCode);
        using var letters = await Send("x", new string('a', Limits.Body + 1), null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, letters.StatusCode);
        using var twice = new MultipartFormDataContent { { new ByteArrayContent([1]), "picture", "a" }, { new ByteArrayContent([2]), "picture", "b" } };
        using var two = await house.Http.PostAsync(Project + "/evidence", twice, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, two.StatusCode);
        using var json = await house.Http.PostAsync(Project + "/evidence", new StringContent("{\"words\":\"a b c\",\"picture\":\"AAAA\",\"slip\":\"badu badu badu badu badu badu\"}", Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, json.StatusCode);
    }

    /// <summary>The six words of the task that nobody had taken.</summary>
    private async Task<string> Slip()
    {
        if (await Known() is { } known) return known;
        await house.Post(61, Project + "/tasks/5/taking", new { });
        return (await Known())!;
    }

    private async Task<string?> Known() => (await house.Json(house.Played + "/slips", Phone)).GetProperty("slips").EnumerateArray()
        .Where(slip => slip.GetProperty("purpose").GetString() == "task").Select(slip => slip.GetProperty("words").GetString()).FirstOrDefault();

    private async Task<HttpResponseMessage> Send(string slip, string words, byte[]? file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(words), "words" }, { new StringContent(slip), "slip" } };
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(part, "picture", FileName);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Project + "/evidence") { Content = form };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("Authorization", "Bearer " + Phone);
        return await house.Http.SendAsync(request, Stop);
    }
}
