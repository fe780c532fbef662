using System.IO.Pipelines;

namespace Faubourg.Web;

/// <summary>
/// One open stream. Bytes are handed straight to the connection's pipe by whoever has news; a watcher whose line is slow keeps
/// only the latest of each kind and gets it when its pipe is free. Nothing is allocated for a watcher that keeps up.
/// </summary>
internal sealed class Watcher(HttpContext context, string? seat, long until)
{
    private readonly Lock _turn = new();
    private readonly PipeWriter _body = context.Response.BodyWriter;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[]? _room;
    private byte[]? _you;
    private bool _busy;
    private bool _ended;
    private int _stalled;

    public string? Seat => seat;

    /// <summary>Completes when the neighbour left, the line broke or the stream grew too old.</summary>
    public Task Over => _over.Task;

    public void Offer(byte[] room)
    {
        lock (_turn)
        {
            if (_busy) _room = room;
            else Write(room);
        }
    }

    public void Whisper(byte[] you)
    {
        lock (_turn)
        {
            if (_busy) _you = you;
            else Write(you);
        }
    }

    /// <summary>Called every heartbeat: keeps the line open, ends it when it is too old or was stuck for several beats.</summary>
    public void Beat(byte[] heartbeat, long now, int patience)
    {
        lock (_turn)
        {
            if (now >= until || (_busy && ++_stalled > patience)) End();
            else if (!_busy) Write(heartbeat);
        }
    }

    public void End()
    {
        lock (_turn)
        {
            if (_ended) return;
            _ended = true;
            // The handler is about to return: an unfinished write must not outlive its request.
            if (_busy) context.Abort();
            _over.TrySetResult();
        }
    }

    private void Write(byte[] bytes)
    {
        if (_ended) return;
        var flush = _body.WriteAsync(bytes);
        if (flush.IsCompletedSuccessfully)
        {
            if (flush.Result.IsCompleted) End();
            return;
        }

        _busy = true;
        _ = Free(flush.AsTask());
    }

    private async Task Free(Task<FlushResult> flush)
    {
        var gone = true;
        try
        {
            gone = (await flush).IsCompleted;
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The line broke while we wrote: the same as having left.
        }

        lock (_turn)
        {
            (_busy, _stalled) = (false, 0);
            if (gone) End();
            if (Take(ref _room) is { } room) Write(room);
            if (_busy) return;
            if (Take(ref _you) is { } you) Write(you);
        }
    }

    private static byte[]? Take(ref byte[]? slot)
    {
        var taken = slot;
        slot = null;
        return taken;
    }
}
