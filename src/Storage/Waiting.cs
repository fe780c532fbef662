using Faubourg.Domain;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>What waits in a quarter's mailbox.</summary>
internal abstract class Waiting
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    public virtual void Finish() => done.TrySetResult();

    public virtual void Fail(Exception trouble)
    {
        done.TrySetException(trouble);
        // The timer's own waits for nobody.
        _ = done.Task.Exception;
    }
}

/// <summary>What is due is to be done.</summary>
internal sealed class Wakening : Waiting;

/// <summary>The clock of a rehearsal is to be set.</summary>
internal sealed class ClockSet(Instant at) : Waiting
{
    public Instant At { get; } = at;
}

/// <summary>An act.</summary>
internal sealed class Asked(Act act, Actor actor, string? key, CancellationToken withdrawn) : Waiting
{
    private readonly TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (Answer? Answer, Exception? Trouble) taken;

    public Task<Answer> Answer => answer.Task;

    public bool IsWithdrawn => withdrawn.IsCancellationRequested;

    public void Take(Turn turn) => taken = turn.Take(act, actor, key);

    public override void Finish()
    {
        if (taken.Answer is { } given) answer.TrySetResult(given);
        else if (taken.Trouble is { } trouble) answer.TrySetException(trouble);
        else answer.TrySetCanceled(withdrawn);
    }

    public override void Fail(Exception trouble) => answer.TrySetException(trouble);
}
