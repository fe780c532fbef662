using System.Buffers;
using System.Text;

namespace Faubourg.Web;

/// <summary>Where pages are rendered to: text in, UTF-8 bytes out, nothing in between.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, _bytes);
}
