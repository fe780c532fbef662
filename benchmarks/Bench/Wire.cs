using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Faubourg.Bench;

/// <summary>
/// One HTTP/1.1 connection with nothing in between: requests are bytes made once, answers are read by their length. Light enough
/// that the load's core is never what bounds a row.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    public async Task Connect(int port) => await socket.ConnectAsync(IPAddress.Loopback, port);

    public static byte[] Request(string method, string path, string? bearer, string? json, string accept)
    {
        var body = json is null ? [] : Encoding.UTF8.GetBytes(json);
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\n");
        if (bearer is not null) head.Append("Authorization: Bearer ").Append(bearer).Append("\r\n");
        if (json is not null) head.Append("Content-Type: application/json\r\nContent-Length: ").Append(body.Length).Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    public async ValueTask Send(ReadOnlyMemory<byte> request) => await socket.SendAsync(request);

    /// <summary>The status of the next answer; its body, of known length or in chunks, is read and dropped.</summary>
    public async ValueTask<int> Answer()
    {
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await Fill();
        var status = Number(buffer.AsSpan(9, 3));
        var headers = buffer.AsSpan(0, head);
        var length = Length(headers);
        var chunked = length < 0 && headers.IndexOf("chunked"u8) >= 0;
        Drop(head + 4);
        if (chunked) await DropChunks();
        else await DropBytes(Math.Max(0, length));
        return status;
    }

    /// <summary>Reads whatever comes until the bytes seen end with <paramref name="mark"/>.</summary>
    public async ValueTask<int> Until(ReadOnlyMemory<byte> mark)
    {
        var read = 0;
        while (true)
        {
            var at = buffer.AsSpan(0, filled).IndexOf(mark.Span);
            if (at >= 0)
            {
                read += at + mark.Length;
                Drop(at + mark.Length);
                return read;
            }

            var keep = Math.Min(filled, mark.Length - 1);
            read += filled - keep;
            Drop(filled - keep);
            await Fill();
        }
    }

    public void Dispose() => socket.Dispose();

    private static int Length(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf("Content-Length: "u8);
        return at < 0 ? -1 : Number(headers[(at + 16)..]);
    }

    private static int Number(ReadOnlySpan<byte> digits, char format = default) =>
        Utf8Parser.TryParse(digits, out int number, out _, format) ? number : throw new InvalidDataException("That is no number.");

    private async ValueTask DropChunks()
    {
        while (true)
        {
            int end;
            while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n"u8)) < 0) await Fill();
            var size = Number(buffer.AsSpan(0, end), 'X');
            Drop(end + 2);
            await DropBytes(size + 2);
            if (size == 0) return;
        }
    }

    private async ValueTask DropBytes(int length)
    {
        while (length > 0)
        {
            if (filled == 0) await Fill();
            var now = Math.Min(length, filled);
            Drop(now);
            length -= now;
        }
    }

    private async ValueTask Fill()
    {
        if (filled == buffer.Length) throw new InvalidOperationException("An answer larger than the buffer.");
        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (read == 0) throw new EndOfStreamException("The server hung up.");
        filled += read;
    }

    private void Drop(int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
    }
}
