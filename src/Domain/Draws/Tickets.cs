using System.Globalization;
using System.Text;

namespace Faubourg.Domain.Draws;

/// <summary>The tickets of one role in one draw. What stands before a number is written once; hashes stay bytes until they are read.</summary>
internal sealed class Tickets
{
    private readonly byte[] text;

    private readonly int start;

    public Tickets(string seed, string role)
    {
        var before = $"{seed}|{role}|";
        start = Encoding.UTF8.GetByteCount(before);
        text = new byte[start + $"{int.MinValue}|{int.MinValue}".Length];
        Encoding.UTF8.GetBytes(before, text);
    }

    /// <summary>SHA-256 of <c>seed|role|number|ticket</c>.</summary>
    public Called Of(int number, int ticket)
    {
        var end = start + Write(number, start);
        text[end++] = (byte)'|';
        end += Write(ticket, end);
        return new Called(number, ticket, Hash.Digest(text.AsSpan(0, end)));
    }

    /// <summary>Of somebody's tickets the one that counts.</summary>
    public Called Smallest(int number, int tickets)
    {
        var smallest = Of(number, 1);
        for (var ticket = 2; ticket <= tickets; ticket++)
        {
            var other = Of(number, ticket);
            if (other.Digest.CompareTo(smallest.Digest) < 0) smallest = other;
        }

        return smallest;
    }

    private int Write(int number, int at)
    {
        number.TryFormat(text.AsSpan(at), out var written, default, CultureInfo.InvariantCulture);
        return written;
    }
}

/// <summary>A place in an order: whose, with which of their tickets, and its hash.</summary>
public readonly record struct Called(int Number, int Ticket, Digest Digest) : IComparable<Called>
{
    /// <summary>64 hex digits.</summary>
    public string Hash => Digest.ToString();

    /// <summary>The smaller hash goes first; were two equal, the smaller number.</summary>
    public int CompareTo(Called other) => Digest.CompareTo(other.Digest) is not 0 and var order ? order : Number.CompareTo(other.Number);
}
