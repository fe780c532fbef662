using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Faubourg.Ledger;

namespace Faubourg.Web.Record;

/// <summary>Lets the lines of disclosures.jsonl through, except those whose text is kept back.</summary>
/// <param name="to">Where they go.</param>
/// <param name="hidden">Digests of what is kept back.</param>
internal sealed class DisclosureSieve(Stream to, IReadOnlySet<string> hidden) : Stream
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line.Write(buffer.Span[..(end + 1)]);
            buffer = buffer[(end + 1)..];
            if (!IsHidden(_line.WrittenSpan)) await to.WriteAsync(_line.WrittenMemory, cancellationToken);
            _line.ResetWrittenCount();
        }

        _line.Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException("The answer is written without blocking.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The answer is written without blocking.");

    private bool IsHidden(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("d"u8) && reader.Read())
                return hidden.Contains(Disclosure.Read(reader.GetString()!).Digest);
        return false;
    }
}
