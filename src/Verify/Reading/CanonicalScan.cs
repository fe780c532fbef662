using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Faubourg.Ledger;

namespace Faubourg.Verify.Reading;

/// <summary>
/// Reads the narrow JSON of leaves in one pass and accepts exactly the bytes that the ledger's own writer makes of a value
/// (RFC 8785 §3.2 in our profile): no space, keys of a–z and _ ascending and once, whole numbers, the shortest escapes.
/// Reading, writing again and comparing comes to the same; this does it without making the value.
/// </summary>
internal ref struct CanonicalScan
{
    private static readonly SearchValues<byte> EndsPlain = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> bytes;
    private int depth;

    /// <exception cref="LeafException">The bytes are no UTF-8.</exception>
    public CanonicalScan(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        if (!Ascii.IsValid(bytes) && !Utf8.IsValid(bytes)) throw new LeafException(LeafFault.NotJson, "no UTF-8");
    }

    /// <summary>Index of the next byte.</summary>
    public int At { get; private set; }

    public readonly byte Next => At < bytes.Length ? bytes[At] : (byte)0;

    public readonly void RequireEnd()
    {
        if (At != bytes.Length) throw Wrong("more than one value");
    }

    public void Require(byte one)
    {
        if (Next != one) throw Wrong($"not '{(char)one}'");
        At++;
    }

    /// <summary>Passes the byte when it is the next.</summary>
    public bool Passes(byte one)
    {
        if (Next != one) return false;
        At++;
        return true;
    }

    /// <summary>Opens an array or an object.</summary>
    public void Enter(byte bracket)
    {
        Require(bracket);
        if (++depth > Limits.Depth) throw new LeafException(LeafFault.NotJson, "too deep");
    }

    public void Leave(byte bracket)
    {
        Require(bracket);
        depth--;
    }

    /// <summary>A key and its colon; keys ascend within their object.</summary>
    /// <param name="before">The key before it, empty for the first.</param>
    public ReadOnlySpan<byte> Key(ReadOnlySpan<byte> before)
    {
        Require((byte)'"');
        var start = At;
        while (Next is (>= (byte)'a' and <= (byte)'z') or (byte)'_') At++;
        var key = bytes[start..At];
        if (key.IsEmpty || Next != '"') throw new LeafException(LeafFault.ForbiddenKey, $"a key is made of a–z and _, byte {At}");
        At++;
        Require((byte)':');
        var order = key.SequenceCompareTo(before);
        if (order == 0) throw new LeafException(LeafFault.DuplicateKey, Encoding.ASCII.GetString(key));
        return order > 0 ? key : throw Wrong("keys out of order");
    }

    /// <summary>One value of any kind: its bytes, with the quotes or brackets.</summary>
    public ReadOnlySpan<byte> Value()
    {
        var start = At;
        switch (Next)
        {
            case (byte)'"': String(); break;
            case (byte)'[': Array(); break;
            case (byte)'{': Object(); break;
            case (byte)'t': Letters("true"u8); break;
            case (byte)'f': Letters("false"u8); break;
            case (byte)'n': throw new LeafException(LeafFault.ForbiddenValue, "null");
            default: Integer(); break;
        }

        return bytes[start..At];
    }

    /// <summary>A string: what stands between its quotes, escapes and all.</summary>
    public ReadOnlySpan<byte> String()
    {
        Require((byte)'"');
        var start = At;
        while (true)
        {
            var plain = bytes[At..].IndexOfAny(EndsPlain);
            if (plain < 0) throw Wrong("a string without end");
            At += plain;
            if (bytes[At] == '"') break;
            if (bytes[At] != '\\') throw Wrong("a control character in a string");
            Escape();
        }

        var inside = bytes[start..At];
        At++;
        return inside;
    }

    /// <summary>A whole number within ±(2^53−1), without leading zeros, plus or −0.</summary>
    public long Integer()
    {
        var negative = Passes((byte)'-');
        var start = At;
        long number = 0;
        while (Next is >= (byte)'0' and <= (byte)'9')
        {
            number = number * 10 + (bytes[At++] - '0');
            if (number > Limits.Integer) throw new LeafException(LeafFault.ForbiddenValue, "an integer beyond 2^53−1");
        }

        var digits = At - start;
        if (digits == 0) throw Wrong("no value");
        if (bytes[start] == '0' && (digits > 1 || negative)) throw Wrong("a number not in its shortest form");
        return negative ? -number : number;
    }

    private void Array()
    {
        Enter((byte)'[');
        if (Next != ']')
        {
            do Value();
            while (Passes((byte)','));
        }

        Leave((byte)']');
    }

    private void Object()
    {
        Enter((byte)'{');
        if (Next != '}')
        {
            ReadOnlySpan<byte> before = [];
            do
            {
                before = Key(before);
                Value();
            }
            while (Passes((byte)','));
        }

        Leave((byte)'}');
    }

    private void Letters(ReadOnlySpan<byte> word)
    {
        if (!bytes[At..].StartsWith(word)) throw Wrong("no value");
        At += word.Length;
    }

    /// <summary>RFC 8785 §3.2.2.2: a short escape where there is one, \u00xx in lower case for the other control characters.</summary>
    private void Escape()
    {
        var rest = bytes[At..];
        if (rest.Length > 1 && rest[1] is (byte)'"' or (byte)'\\' or (byte)'b' or (byte)'t' or (byte)'n' or (byte)'f' or (byte)'r')
            At += 2;
        else if (rest.Length > 5 && rest.StartsWith("\\u00"u8) && IsLongEscape(rest[4], rest[5]))
            At += 6;
        else
            throw Wrong("an escape that is not the shortest");
    }

    private static bool IsLongEscape(byte high, byte low) => high switch
    {
        (byte)'0' => low is (>= (byte)'0' and <= (byte)'7') or (byte)'b' or (byte)'e' or (byte)'f',
        (byte)'1' => low is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f'),
        _ => false,
    };

    private readonly LeafException Wrong(string what) => new(LeafFault.NotCanonical, $"{what}, byte {At}");
}
