using System.Text;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faubourg.Server.Tests.Web;

public sealed class LiveTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_newcomer_gets_what_is_there_and_then_every_change()
    {
        using var stream = await Open("a");
        Assert.StartsWith("retry:", await stream.Next(), StringComparison.Ordinal);
        Assert.Equal("id: 1\nevent: room\ndata: <p>a en 1</p>\ndata: <p>second line</p>", await stream.Next());
        TryOut.Turn("a", 2);
        house.Live.Changed("a");
        Assert.StartsWith("id: 2\nevent: room\ndata: <p>a en 2</p>", await stream.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_it_already_is_sent_nothing_and_who_was_away_is_sent_the_latest()
    {
        using var first = await Open("b");
        await first.Next();
        await first.Next();
        TryOut.Turn("b", 5);
        house.Live.Changed("b");
        await first.Next();
        using var away = await Open("b", last: "4");
        await away.Next();
        Assert.StartsWith("id: 5", await away.Next(), StringComparison.Ordinal);
        using var here = await Open("b", last: "5");
        await here.Next();
        TryOut.Turn("b", 6);
        house.Live.Changed("b");
        Assert.StartsWith("id: 6", await here.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_to_a_seat_reaches_that_seat_only()
    {
        using var heron = await Open("c", seat: "heron");
        using var otter = await Open("c", seat: "otter");
        await heron.Skip(2);
        await otter.Skip(2);
        house.Live.Tell("c", "heron", "turn");
        TryOut.Turn("c", 9);
        house.Live.Changed("c");
        Assert.Equal("event: you\ndata: turn", await heron.Next());
        Assert.StartsWith("id: 9", await otter.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_is_rendered_once_however_many_watch()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Open("d", language: n % 2 == 0 ? "en" : "fr")));
        foreach (var stream in streams) await stream.Skip(2);
        var before = TryOut.Renders("d");
        TryOut.Turn("d", 2);
        house.Live.Changed("d");
        foreach (var stream in streams) Assert.StartsWith("id: 2", await stream.Next(), StringComparison.Ordinal);
        Assert.Equal(before + 2, TryOut.Renders("d"));
        foreach (var stream in streams) stream.Dispose();
    }

    [Fact]
    public async Task A_stream_says_that_it_must_not_be_kept()
    {
        using var stream = await Open("e");
        Assert.Equal("no-store", stream.Answer.Headers.CacheControl!.ToString());
        Assert.Equal("no", stream.Answer.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<EventStream> Open(string topic, string? seat = null, string? last = null, string language = "en")
    {
        var browser = house.Browser(language);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/try-live/{topic}?seat={seat}");
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        return new EventStream(browser, await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    private sealed class EventStream(HttpClient browser, HttpResponseMessage answer) : IDisposable
    {
        private readonly StreamReader _reader = new(answer.Content.ReadAsStream(), Encoding.UTF8);

        public HttpResponseMessage Answer => answer;

        /// <summary>The next event as it came, heartbeats left out.</summary>
        public async Task<string> Next()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var lines = new List<string>();
            while (true)
            {
                var line = await _reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException();
                if (line.Length > 0 && line[0] != ':') lines.Add(line);
                else if (line.Length == 0 && lines.Count > 0) return string.Join('\n', lines);
            }
        }

        public async Task Skip(int events)
        {
            for (var n = 0; n < events; n++) await Next();
        }

        public void Dispose()
        {
            _reader.Dispose();
            answer.Dispose();
            browser.Dispose();
        }
    }
}
