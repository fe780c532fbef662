using System.Collections.Immutable;
using System.Data.Common;
using System.Threading.Channels;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Journal;
using Faubourg.Storage.Record;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>
/// A quarter in memory. Whoever acts puts the act into its mailbox; one loop takes what waits, decides it, stores it in one
/// commit and only then shows the new state.
/// </summary>
public sealed class LiveQuarter : IAsyncDisposable
{
    /// <summary>Acts that one commit may hold.</summary>
    private const int MostInATurn = 256;

    /// <summary>Acts that may wait; who comes then waits to be let wait.</summary>
    private const int MostWaiting = 4096;

    /// <summary>A checkpoint is signed when the last is this old; whoever waits for one waits no longer.</summary>
    private static readonly Duration BetweenCheckpoints = Duration.FromSeconds(1);

    private readonly IJournal journal;
    private readonly StorageSettings settings;
    private readonly Action<LiveQuarter, Published, Published> onPublished;
    private readonly Channel<Waiting> mailbox;
    private readonly DueTimer timer;
    private readonly Task loop;
    private readonly Lock idle = new();
    private bool leaving;
    private ImmutableArray<Action<Published>> watchers = [];
    private Published now;
    private long ahead;

    /// <summary>When the time of a remembered key is over; null when none is.</summary>
    private Instant? sweepAt = Instant.MinValue;

    /// <summary>Memory may differ from the disk: read it before anything else.</summary>
    private bool doubtful;

    /// <summary>The last turn failed: the next comes with the next act, or in a minute.</summary>
    private bool troubled;

    /// <summary>Deleted bytes may still be in the files.</summary>
    private bool purgeDue = true;

    /// <summary>Among them are words of somebody, or a room that ended; or they could not be taken out, which is tried again with the next turn, or in a minute.</summary>
    private bool purgeNow;

    private readonly PurgePace purges = new();

    /// <summary>Why nothing may be added to the record; null when all is as it should be.</summary>
    private Barred? barred;

    /// <summary>
    /// When this process signed last, in the world's time: the quarter's own stands still while a clock that was ahead is behind it.
    /// </summary>
    private Instant? signedAt;

    /// <summary>When it was last asked for, in the world's time.</summary>
    private Instant asked;

    /// <summary>Null while anything is still to be done at once.</summary>
    private Rest? rest;

    private LiveQuarter(Listed listed, IJournal journal, StorageSettings settings, Action<LiveQuarter, Published, Published> onPublished)
    {
        (Slug, Rehearsal) = (listed.Slug, listed.Rehearsal);
        (this.journal, this.settings, this.onPublished) = (journal, settings, onPublished);
        var kept = journal.Read();
        now = new Published(kept.State, kept.Revision);
        ahead = (long)kept.Ahead.TotalMilliseconds;
        barred = kept.Barred;
        Record = new QuarterRecord(this, kept.Signed) { Where = kept.Where };
        asked = settings.Clock.GetCurrentInstant();
        mailbox = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        timer = new DueTimer(() => mailbox.Writer.TryWrite(new Wakening()));
        loop = Task.Run(Run);
    }

    public string Slug { get; }

    public bool Rehearsal { get; }

    /// <summary>What of it anybody may check.</summary>
    public QuarterRecord Record { get; }

    /// <summary>Why every act is refused; null when all is as it should be.</summary>
    public Barred? Barred => Volatile.Read(ref barred);

    /// <summary>The last state that is on the disk.</summary>
    public Published Now => Volatile.Read(ref now);

    /// <summary>Reads the journal and does at once what became due while nobody looked.</summary>
    /// <param name="listed">What the host knows of it.</param>
    /// <param name="journal">Its own from now on.</param>
    /// <param name="settings">The host's.</param>
    /// <param name="onPublished">Told after every publication: the states before and after.</param>
    internal static async Task<LiveQuarter> Start(
        Listed listed, IJournal journal, StorageSettings settings, Action<LiveQuarter, Published, Published> onPublished)
    {
        var quarter = new LiveQuarter(listed, journal, settings, onPublished);
        await quarter.Tick().ConfigureAwait(false);
        return quarter;
    }

    /// <summary>Decides and stores an act. Many at once share a commit.</summary>
    /// <param name="act">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotency">SHA-256 of device secret and key, as text: under it the act is done once, however often it is asked.</param>
    /// <param name="ct">Withdraws an act that still waits; one that was taken is done.</param>
    /// <returns>Durable when it returns.</returns>
    /// <exception cref="NotStoredException">The disk failed, or the host is closing.</exception>
    public Task<Answer> Submit(Act act, Actor actor, string? idempotency, CancellationToken ct) => Show(act, null, actor, idempotency, ct);

    /// <summary>The same for an act that discloses the hash of a picture: the picture is durable with it.</summary>
    public async Task<Answer> Show(Act act, byte[]? picture, Actor actor, string? idempotency, CancellationToken ct)
    {
        var asked = new Asked(act, actor, idempotency, picture, ct);
        await Post(asked, ct).ConfigureAwait(false);
        return await asked.Answer.ConfigureAwait(false);
    }

    /// <summary>Calls after every publication, in their order, from the quarter's own loop: be quick.</summary>
    public IDisposable Watch(Action<Published> onPublished)
    {
        ImmutableInterlocked.Update(ref watchers, (all, one) => all.Add(one), onPublished);
        return new Watching(() => ImmutableInterlocked.Update(ref watchers, (all, one) => all.Remove(one), onPublished));
    }

    /// <summary>The quarter's time; never before what was accepted last.</summary>
    public Instant Clock()
    {
        var world = settings.Clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        return Instant.Max(Instant.FromUnixTimeMilliseconds(world + Volatile.Read(ref ahead)), Now.State.At);
    }

    /// <summary>Sets the clock of a rehearsal, which then runs on; what is due by then is done when this returns.</summary>
    /// <exception cref="InvalidOperationException">Not a rehearsal.</exception>
    public void SetClock(Instant at)
    {
        if (!Rehearsal) throw new InvalidOperationException("Only a rehearsal has a clock that can be set.");
        var set = new ClockSet(at);
        Post(set, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        set.Done.GetAwaiter().GetResult();
    }

    /// <summary>Reads in the loop, between two turns.</summary>
    /// <param name="covering">A leaf that the newest checkpoint must cover before it is read; -1 for none.</param>
    /// <param name="look">Reads; quickly.</param>
    /// <param name="ct">Withdraws what still waits.</param>
    internal async Task<T> Look<T>(long covering, Func<RecordTables, T> look, CancellationToken ct)
    {
        T Covered()
        {
            if (covering >= Record.Size) Sign();
            return journal.Look(look);
        }

        var looked = new Looked<T>(Covered, ct);
        await Post(looked, ct).ConfigureAwait(false);
        return await looked.Found.ConfigureAwait(false);
    }

    /// <summary>Somebody wants it. False when it is being let go: wait for <see cref="Gone"/>, and read it anew.</summary>
    internal bool Touch()
    {
        lock (idle)
        {
            if (!leaving) asked = settings.Clock.GetCurrentInstant();
            return !leaving;
        }
    }

    /// <summary>
    /// Whether it may be let go, which then is decided: nobody asked for it for so long, nobody watches, no council lives, and
    /// nothing is due for as long again.
    /// </summary>
    /// <param name="after">How long.</param>
    /// <param name="wakes">When it has to be there again; null for never.</param>
    internal bool TryLeave(Duration after, out Instant? wakes)
    {
        lock (idle)
        {
            var world = settings.Clock.GetCurrentInstant();
            var resting = Volatile.Read(ref rest);
            wakes = resting?.Until;
            leaving |= !Rehearsal && resting is not null && !(wakes < world + after) && world - asked >= after
                && mailbox.Reader.Count == 0 && watchers.IsEmpty && Now.State.Living.IsEmpty;
            return leaving;
        }
    }

    /// <summary>Its files are closed, and nobody finds it any more.</summary>
    internal TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Does what is due now, and takes out of the files what has to go.</summary>
    internal async Task Tick()
    {
        var tick = new Wakening();
        await Post(tick, CancellationToken.None).ConfigureAwait(false);
        await tick.Done.ConfigureAwait(false);
    }

    /// <summary>Does what waits, then closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        timer.Dispose();
        journal.Dispose();
    }

    private async ValueTask Post(Waiting waiting, CancellationToken ct)
    {
        try
        {
            if (!mailbox.Writer.TryWrite(waiting)) await mailbox.Writer.WriteAsync(waiting, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new NotStoredException(closed);
        }
    }

    private async Task Run()
    {
        var batch = new List<Waiting>(MostInATurn);
        while (await mailbox.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < MostInATurn && mailbox.Reader.TryRead(out var next)) batch.Add(next);
            Take(batch);
            Tidy(atOnce: batch.Exists(w => w is Wakening));
            foreach (var waiting in batch.Where(w => w is not Asked)) waiting.Finish();
            var awaited = barred is null ? Earlier(Rules.NextDue(now.State), SignAt) : null;
            timer.Arm(Earlier(Earlier(awaited, sweepAt), PurgeAt), Clock(), troubled || purgeDue && PurgeAt is null);
            Volatile.Write(ref rest, troubled || purgeDue || doubtful || SignAt is not null ? null : new Rest(Earlier(awaited, sweepAt)));
        }

        Tidy(atOnce: true);
    }

    private void Take(List<Waiting> batch)
    {
        try
        {
            if (doubtful) Recall();
            foreach (var set in batch.OfType<ClockSet>()) Set(set.At);
            var turn = new Turn(journal, now, Clock());
            if (barred is null) turn.ApplyDue();
            foreach (var asked in batch.OfType<Asked>().Where(a => !a.IsWithdrawn)) asked.Take(turn, barred);
            Store(turn);
            if (SignAt <= Clock()) Sign();
            foreach (var asked in batch.OfType<Asked>()) asked.Finish();
            foreach (var looking in batch.OfType<Looking>()) looking.Take();
            troubled = false;
        }
        catch (Exception fault)
        {
            // Nothing was shown and nobody was answered. What the disk holds of it, the next turn reads there.
            doubtful |= fault is IOException or UnauthorizedAccessException or DbException;
            troubled = true;
            settings.OnTrouble(fault);
            foreach (var waiting in batch) waiting.Fail(new NotStoredException(fault));
        }
    }

    private void Recall()
    {
        var kept = journal.Read();
        (doubtful, purgeDue, sweepAt) = (false, true, Instant.MinValue);
        Record.Forget();
        Volatile.Write(ref ahead, (long)kept.Ahead.TotalMilliseconds);
        Volatile.Write(ref barred, kept.Barred);
        // Rows and checkpoints whose answer was lost are on the disk: now everybody may see them.
        if (kept.Signed is { } signed && signed.Size != Record.Size) Show(signed);
        if (kept.Revision != now.Revision) Publish(new Published(kept.State, kept.Revision));
    }

    private void Set(Instant at)
    {
        var ahead = at - settings.Clock.GetCurrentInstant();
        journal.KeepClock(ahead);
        Volatile.Write(ref this.ahead, (long)ahead.TotalMilliseconds);
    }

    private void Store(Turn turn)
    {
        if (turn.Rows.Count == 0) return;
        // A lone act is signed in its own commit. When many follow each other, they are signed together a second later.
        var signing = turn.Grows && (turn.MustBeSigned || SignsIn == Duration.Zero) ? SigningOf(turn.After.State) : null;
        if (turn.MustBeSigned) Record.Forget();
        Append(turn.Rows, signing);
        purgeDue |= turn.Purges;
        purgeNow |= turn.MustBeSigned;
        if (turn.Remembers) sweepAt ??= turn.Now + Turn.Remembered;
        Publish(turn.After);
        // The record has another key by now, or the quarter another place: what follows from it, the journal says.
        doubtful |= barred is not null;
    }

    /// <summary>Signs what is not signed yet.</summary>
    private void Sign()
    {
        if (IsUnsigned && barred is null) Append([], SigningOf(now.State));
    }

    private void Append(IReadOnlyList<Accept> rows, Signing? signing)
    {
        doubtful = true;
        var signed = journal.Append(now.Revision, rows, signing);
        doubtful = false;
        // Before the state that it covers: nobody sees an end that no checkpoint holds.
        if (signed is not null) Show(signed);
    }

    private void Show(SignedCheckpoint signed)
    {
        signedAt = settings.Clock.GetCurrentInstant();
        Record.Show(signed);
    }

    private Signing SigningOf(Quarter state)
    {
        var at = Clock();
        return new Signing(at, [.. state.Keys.Where(k => k.Signs(state.Size, at)).Select(k => k.Key)]);
    }

    private bool IsUnsigned => now.State.Size > Record.Size;

    /// <summary>When what is not signed has waited long enough; null when all is signed, or nothing may be.</summary>
    private Instant? SignAt => IsUnsigned && barred is null ? Clock() + SignsIn : null;

    /// <summary>How long until the next checkpoint may be; at once after a start, and when the world's clock was set back.</summary>
    private Duration SignsIn =>
        signedAt is { } at && settings.Clock.GetCurrentInstant() - at is var age && age >= Duration.Zero
            ? Duration.Max(BetweenCheckpoints - age, Duration.Zero)
            : Duration.Zero;

    private void Publish(Published next)
    {
        var before = now;
        Volatile.Write(ref now, next);
        Tell(() => onPublished(this, before, next));
        foreach (var watcher in watchers) Tell(() => watcher(next));
    }

    /// <summary>What somebody does with the news is no reason to stop.</summary>
    private void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception trouble)
        {
            settings.OnTrouble(trouble);
        }
    }

    /// <summary>When it is time to take deleted bytes out of the files; null when there are none, or when that is not known.</summary>
    private Instant? PurgeAt => purgeDue && !purgeNow && !doubtful ? Clock() + purges.In : null;

    /// <summary>What has to go, once nobody waits for an answer.</summary>
    private void Tidy(bool atOnce)
    {
        try
        {
            if (purgeDue && !doubtful && (atOnce || purgeNow || purges.In == Duration.Zero))
            {
                purges.Run(journal.Purge);
                (purgeDue, purgeNow) = (false, false);
            }

            if (!(sweepAt <= Clock()) || doubtful) return;
            sweepAt = journal.Sweep(Clock()) is { } next ? Instant.Max(next, Clock() + Turn.BetweenSweeps) : null;
        }
        catch (Exception trouble)
        {
            (purgeDue, purgeNow) = (true, true);
            settings.OnTrouble(trouble);
        }
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;

    /// <summary>Nothing is to be done until then; null for ever.</summary>
    private sealed record Rest(Instant? Until);

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
