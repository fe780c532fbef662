using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Record;
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
internal sealed class Asked(Act act, Actor actor, string? key, byte[]? picture, CancellationToken withdrawn) : Waiting
{
    private readonly TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (Answer? Answer, Exception? Trouble) taken;

    public Task<Answer> Answer => answer.Task;

    public bool IsWithdrawn => withdrawn.IsCancellationRequested;

    /// <param name="turn">In which it is decided.</param>
    /// <param name="barred">Why nothing may be added. A recovery may: it is what ends it, where only the key is missing.</param>
    public void Take(Turn turn, Barred? barred) => taken = barred is null || barred is OnlyACopy && act is RecoverKey
        ? turn.Take(act, actor, key, picture)
        : (new Refused(barred), null);

    public override void Finish()
    {
        if (taken.Answer is { } given) answer.TrySetResult(given);
        else if (taken.Trouble is { } trouble) answer.TrySetException(trouble);
        else answer.TrySetCanceled(withdrawn);
    }

    public override void Fail(Exception trouble) => answer.TrySetException(trouble);
}

/// <summary>Somebody reads: in the loop, so that no view of the file outlives the deletion of what it shows.</summary>
internal abstract class Looking : Waiting
{
    public abstract void Take();
}

internal sealed class Looked<T>(Func<T> look, CancellationToken withdrawn) : Looking
{
    private readonly TaskCompletionSource<T> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Found => found.Task;

    public override void Take()
    {
        try
        {
            if (withdrawn.IsCancellationRequested) found.TrySetCanceled(withdrawn);
            else found.TrySetResult(look());
        }
        catch (Exception trouble)
        {
            found.TrySetException(trouble);
        }
    }

    public override void Finish()
    {
    }

    public override void Fail(Exception trouble) => found.TrySetException(trouble);
}
