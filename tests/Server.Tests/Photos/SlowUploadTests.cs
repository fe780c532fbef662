using System.Text;
using Faubourg.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Faubourg.Server.Tests.Photos;

/// <summary>Whoever sends a photo slowly holds memory: never more than there is for all, never longer than a minute.</summary>
public sealed class SlowUploadTests : IDisposable
{
    private const int Room = 1 << 20;

    private const string Boundary = "seam";

    private readonly Hourglass _time = new();

    private readonly ServiceProvider _services;

    public SlowUploadTests() => _services = new ServiceCollection().AddSingleton(new UploadRoom(Room)).AddSingleton<TimeProvider>(_time).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task What_has_come_in_counts_while_the_rest_is_awaited_and_no_longer_than_a_minute()
    {
        var slow = new Trickle(Head() + new string('x', Room * 3 / 4));
        var reading = Read(slow);
        await slow.Drained;
        Assert.Equal("form.upload.busy", (await Read(Whole(Room / 2))).Typed!.Upload("picture")!.Problem);
        Assert.Null((await Read(Whole(Room / 8))).Typed!.Upload("picture")!.Problem);

        Assert.Equal(TimeSpan.FromSeconds(60), _time.Longest);
        _time.RunsOut();
        var (typed, fault) = await reading;
        Assert.Null(typed);
        Assert.Equal(StatusCodes.Status408RequestTimeout, fault!.Status);
        Assert.Null((await Read(Whole(Room / 2))).Typed!.Upload("picture")!.Problem);
    }

    [Fact]
    public async Task A_photo_counts_until_its_sender_is_answered()
    {
        var first = new Answer();
        Assert.Null((await Read(Whole(Room * 3 / 4), first)).Typed!.Upload("picture")!.Problem);
        Assert.Equal("form.upload.busy", (await Read(Whole(Room / 2))).Typed!.Upload("picture")!.Problem);
        await first.IsOver();
        Assert.Null((await Read(Whole(Room / 2))).Typed!.Upload("picture")!.Problem);
    }

    [Fact]
    public async Task One_who_goes_away_gives_back_what_was_held()
    {
        using var gone = new CancellationTokenSource();
        var slow = new Trickle(Head() + new string('x', Room * 3 / 4));
        var reading = Read(slow, aborted: gone.Token);
        await slow.Drained;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Null((await Read(Whole(Room / 2))).Typed!.Upload("picture")!.Problem);
    }

    private static string Head() => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n";

    private static Trickle Whole(int bytes) => new($"{Head()}{new string('x', bytes)}\r\n--{Boundary}--\r\n", ends: true);

    /// <summary>Unless told otherwise, its sender is answered at once.</summary>
    private async Task<(Typed? Typed, Reading.Malformed? Fault)> Read(Trickle body, Answer? answer = null, CancellationToken aborted = default)
    {
        var response = answer ?? new Answer();
        var context = new DefaultHttpContext { RequestServices = _services, RequestAborted = aborted };
        context.Features.Set<IHttpResponseFeature>(response);
        context.Request.ContentType = $"multipart/form-data; boundary={Boundary}";
        context.Request.Body = body;
        var read = await Multipart.Read(context, Forms.ShowEvidence);
        if (answer is null) await response.IsOver();
        return read;
    }

    /// <summary>An answer of which a test says when it has been sent.</summary>
    private sealed class Answer : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Do, object With)> _after = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _after.Add((callback, state));

        public async Task IsOver()
        {
            foreach (var (then, with) in _after) await then(with);
        }
    }

    /// <summary>A body that stops in the middle, or ends. Whoever asks for more has seen all that came.</summary>
    private sealed class Trickle(string all, bool ends = false) : MemoryStream(Encoding.ASCII.GetBytes(all))
    {
        private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Drained => _drained.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (ends || Position < Length) return await base.ReadAsync(buffer, cancellationToken);
            _drained.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Time that runs out when a test says so.</summary>
    private sealed class Hourglass : TimeProvider
    {
        private readonly List<Glass> _running = [];

        public TimeSpan Longest { get; private set; }

        public void RunsOut()
        {
            foreach (var glass in _running.ToArray()) glass.Fire();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > Longest) Longest = dueTime;
            var glass = new Glass(callback, state, _running);
            _running.Add(glass);
            return glass;
        }

        private sealed class Glass(TimerCallback callback, object? state, List<Glass> running) : ITimer
        {
            public void Fire() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => running.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
