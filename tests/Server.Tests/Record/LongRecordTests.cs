using System.Collections.Immutable;
using System.Net;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Tree;
using Faubourg.Server.Tests.Web;
using Faubourg.Storage.Record;
using Faubourg.Web;
using Faubourg.Web.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Record;

/// <summary>A neighbourhood of many years: its record is read through once, and from then on a page asks for what it shows.</summary>
public sealed class LongRecordTests : IAsyncLifetime
{
    private const int Size = 70_000;

    private readonly LongRecord _record = new();
    private WebApplication _app = default!;
    private HttpClient _http = default!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var quarters = new QuartersInMemory(SystemClock.Instance);
        await quarters.Submit("lilas", new Found(LongRecord.Origin, "key", "Europe/Paris", ["fr"], false, Text.Of("Rue des Lilas"), Text.Of("Paris"), null, []), new Actor("founder"), null, default);
        _app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback }, builder => builder.Services.AddSingleton<IQuarters>(new WithRecord(quarters, _record)));
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = _app.Address() };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_first_reader_waits_until_it_is_read_through()
    {
        await _http.GetStringAsync("/quarters/lilas/record", Stop);
        Assert.InRange(_record.Asked, Size, Size + 25);
        foreach (var path in new[] { "", "?before=35000", "?council=600", "?council=600&before=40000", "/proof" })
        {
            _record.Asked = 0;
            var page = await _http.GetStringAsync("/quarters/lilas/record" + path, Stop);
            Assert.Contains("<h1>", page, StringComparison.Ordinal);
            Assert.InRange(_record.Asked, 0, 25);
        }

        _record.Grow();
        _record.Asked = 0;
        Assert.Contains($"/record/entries/{Size}\"", await _http.GetStringAsync("/quarters/lilas/record", Stop), StringComparison.Ordinal);
        Assert.InRange(_record.Asked, 1, 26);
    }

    [Fact]
    public async Task A_page_is_made_once_for_each_stand_of_the_record_and_language()
    {
        await _http.GetStringAsync("/quarters/lilas/record/proof", Stop);
        await _http.GetStringAsync("/quarters/lilas/record/entries/0", Stop);
        _record.Asked = 0;
        for (var n = 0; n < 20; n++) await _http.GetStringAsync("/quarters/lilas/record/proof", Stop);
        Assert.Equal(0, _record.Asked);
    }

    private sealed class LongRecord : IRecord
    {
        public const string Origin = "test/q/lilas";

        public int Asked { get; set; }

        public SignedCheckpoint Latest { get; private set; } = Of(Size);

        public ImmutableArray<string> VerifierKeys => [];

        public string Policy => "quorum none\n";

        public string? Where => null;

        public void Grow() => Latest = Of(Latest.Size + 1);

        public Task<byte[]?> Tile(TileAt at, CancellationToken ct) => Task.FromResult<byte[]?>(null);

        public Task<string?> Disclosure(string digest, CancellationToken ct) => Task.FromResult<string?>(null);

        public Task<byte[]?> Picture(long seq, CancellationToken ct) => Task.FromResult<byte[]?>(null);

        public async Task<RecordEntry?> Entry(long seq, CancellationToken ct) => (await Entries(seq, 1, ct)).FirstOrDefault();

        public Task<ImmutableArray<RecordEntry>> Entries(long from, int count, CancellationToken ct)
        {
            count = (int)Math.Min(count, Latest.Size - from);
            Asked += count;
            return Task.FromResult<ImmutableArray<RecordEntry>>([.. Enumerable.Range(0, count).Select(n => At(from + n))]);
        }

        public Task<string?> Proof(long seq, CancellationToken ct) => Task.FromResult<string?>(null);

        public Task WriteDisclosures(Stream to, IReadOnlyDictionary<string, long> hidden, CancellationToken ct) => Task.CompletedTask;

        private static SignedCheckpoint Of(long size) =>
            new($"{Origin}\n{size}\n{Convert.ToBase64String(new byte[32])}\n\n", size, Convert.ToBase64String(new byte[32]), Instant.FromUtc(2026, 11, 22, 18, 0));

        private static RecordEntry At(long seq) => new(
            seq,
            Encoding.UTF8.GetBytes($$"""{"at":"2026-11-22T18:00:00Z","council":{{(seq / 70) + 1}},"log":"{{Origin}}","seq":{{seq}},"step":"hearing","type":"step.moved","v":1}"""),
            []);
    }

    private sealed class WithRecord(QuartersInMemory quarters, IRecord record) : IQuarters
    {
        public event Action<Publication>? Published
        {
            add => quarters.Published += value;
            remove => quarters.Published -= value;
        }

        public ValueTask<Snapshot?> Find(string slug, CancellationToken stop) => quarters.Find(slug, stop);

        public IReadOnlyList<string> List() => quarters.List();

        public Task<string> Found(string wanted, Founding founding, CancellationToken stop) => quarters.Found(wanted, founding, stop);

        public Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop) => quarters.Submit(slug, act, actor, key, stop);

        public ValueTask<IRecord?> Record(string slug, CancellationToken stop) => ValueTask.FromResult<IRecord?>(record);
    }
}
