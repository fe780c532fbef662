using System.Runtime.InteropServices;
using Faubourg.Ledger;

namespace Faubourg.Verify.Reading;

/// <summary>
/// The fields of one leaf as ranges of its bytes: read strictly, kept apart, nothing made of them yet. One of these serves a
/// whole log.
/// </summary>
internal sealed class LeafFields
{
    private Place[] places = new Place[32];
    private Digest32[] digests = new Digest32[8];
    private byte[] leaf = [];
    private int start;
    private int type, log, seq, at;

    public int Count { get; private set; }

    /// <summary>How many of them every leaf has, or every one with disclosures.</summary>
    public int Common { get; private set; }

    public int DigestCount { get; private set; }

    /// <summary>Those of <c>_sd</c>, in its order.</summary>
    public Span<Digest32> Digests => digests.AsSpan(0, DigestCount);

    public ReadOnlySpan<byte> Type => Inside(type);

    public ReadOnlySpan<byte> Log => Inside(log);

    public ReadOnlySpan<byte> At => Inside(at);

    public long Seq => new CanonicalScan(Value(seq)).Integer();

    /// <summary>The council that the leaf is about, where it says one.</summary>
    public int? Council
    {
        get
        {
            for (var i = 0; i < Count; i++)
                if (Key(i).SequenceEqual("council"u8))
                    return Value(i)[0] is >= (byte)'0' and <= (byte)'9' && new CanonicalScan(Value(i)).Integer() is <= int.MaxValue and var n ? (int)n : null;
            return null;
        }
    }

    public ReadOnlySpan<byte> Key(int index) => leaf.AsSpan(start + places[index].Key, places[index].KeyLength);

    public ReadOnlySpan<byte> Value(int index) => leaf.AsSpan(start + places[index].Value, places[index].ValueLength);

    /// <exception cref="LeafException">Not a leaf, for the same reasons as <see cref="Ledger.Leaves.Read"/> has.</exception>
    public void Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Limits.LeafBytes) throw new LeafException(LeafFault.TooLong, $"{bytes.Length} bytes");
        // Every field is asked for several times: finding what is behind a memory would cost as much as reading it.
        (leaf, start) = MemoryMarshal.TryGetArray(bytes, out var inside) ? (inside.Array!, inside.Offset) : (bytes.ToArray(), 0);
        Count = DigestCount = 0;
        Scan(bytes.Span);
        var version = -1;
        var (sd, algorithm) = (-1, -1);
        type = log = seq = at = -1;
        for (var i = 0; i < Count; i++)
        {
            var key = Key(i);
            if (key.SequenceEqual("type"u8)) type = i;
            else if (key.SequenceEqual("log"u8)) log = i;
            else if (key.SequenceEqual("seq"u8)) seq = i;
            else if (key.SequenceEqual("at"u8)) at = i;
            else if (key.SequenceEqual("v"u8)) version = i;
            else if (key.SequenceEqual("_sd"u8)) sd = i;
            else if (key.SequenceEqual("_sd_alg"u8)) algorithm = i;
        }

        Common = 5 + (sd < 0 ? 0 : 1) + (algorithm < 0 ? 0 : 1);
        if (version < 0 || !Value(version).SequenceEqual("1"u8)) throw Wrong("v");
        Require(type, '"', "type");
        Require(log, '"', "log");
        Require(at, '"', "at");
        if (seq < 0 || Value(seq)[0] is < (byte)'0' or > (byte)'9') throw Wrong("seq");
        if (!IsType(Type)) throw Wrong("type");
        if (sd >= 0 || algorithm >= 0) ReadDigests(sd, algorithm);
    }

    /// <summary>Any leaf may have it, whatever its type.</summary>
    public static bool IsCommon(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("v"u8) || key.SequenceEqual("type"u8) || key.SequenceEqual("log"u8) || key.SequenceEqual("seq"u8) || key.SequenceEqual("at"u8)
        || key.SequenceEqual("_sd"u8) || key.SequenceEqual("_sd_alg"u8);

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        var scan = new CanonicalScan(bytes);
        if (scan.Next != '{') throw Wrong("a leaf is an object");
        scan.Enter((byte)'{');
        ReadOnlySpan<byte> before = [];
        do
        {
            var key = scan.At + 1;
            before = scan.Key(before);
            var value = scan.At;
            scan.Value();
            if (Count == places.Length) Array.Resize(ref places, Count * 2);
            places[Count++] = new Place(key, before.Length, value, scan.At - value);
        }
        while (scan.Passes((byte)','));
        scan.Leave((byte)'}');
        scan.RequireEnd();
    }

    private void Require(int index, char opens, string name)
    {
        if (index < 0 || Value(index)[0] != opens) throw Wrong(name);
    }

    private void ReadDigests(int sd, int algorithm)
    {
        Require(algorithm, '"', "_sd_alg");
        if (!Inside(algorithm).SequenceEqual("sha-256"u8)) throw Wrong("_sd_alg");
        Require(sd, '[', "_sd");
        var scan = new CanonicalScan(Value(sd));
        scan.Enter((byte)'[');
        ReadOnlySpan<byte> before = [];
        do
        {
            if (scan.Next != '"') throw Wrong("_sd");
            var letters = scan.String();
            if (letters.SequenceCompareTo(before) <= 0) throw Wrong("_sd");
            before = letters;
            if (DigestCount == digests.Length) Array.Resize(ref digests, DigestCount * 2);
            digests[DigestCount++] = Digest32.Read(letters);
        }
        while (scan.Passes((byte)','));
    }

    /// <summary>A noun and a past participle: <c>jar.moved</c>.</summary>
    private static bool IsType(ReadOnlySpan<byte> type)
    {
        var dot = type.IndexOf((byte)'.');
        return dot > 0 && dot < type.Length - 1 && IsWord(type[..dot]) && IsWord(type[(dot + 1)..]);
    }

    private static bool IsWord(ReadOnlySpan<byte> word)
    {
        foreach (var letter in word)
            if (letter is not ((>= (byte)'a' and <= (byte)'z') or (byte)'_'))
                return false;
        return true;
    }

    private ReadOnlySpan<byte> Inside(int index) => Value(index)[1..^1];

    private static LeafException Wrong(string field) => new(LeafFault.WrongField, field);

    private readonly record struct Place(int Key, int KeyLength, int Value, int ValueLength);
}
