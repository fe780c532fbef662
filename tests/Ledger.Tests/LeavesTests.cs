using System.Text;
using CsCheck;

namespace Faubourg.Ledger.Tests;

public sealed class LeavesTests
{
    private const string Log = "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4";

    private static readonly Gen<(LeafDraft Draft, byte[] Bytes, IReadOnlyList<Disclosure> Disclosures)> Written =
        Gen.Select(Any.Draft, Any.Salt.Array[5], Gen.Long[0, 1L << 40], (draft, salts, seq) =>
        {
            var next = 0;
            var (bytes, disclosures) = Leaves.Write(draft, Log, seq, () => salts[next++]);
            return (draft, bytes, disclosures);
        });

    [Fact]
    public void What_is_written_is_read_back() => Written.Sample(written =>
    {
        var leaf = Leaves.Read(written.Bytes);

        Assert.Equal(written.Draft.Type, leaf.Type);
        Assert.Equal(written.Draft.At, leaf.At);
        Assert.Equal(Log, leaf.Log);
        Assert.Equal(new Fields(written.Draft.Clear), new Fields(leaf.Clear));
        Assert.Equal(written.Disclosures.Select(each => each.Digest).Order(StringComparer.Ordinal), leaf.Digests);
        Assert.Equal(written.Draft.Disclosed, written.Disclosures.Select(each => (each.Name, each.Value)));
    }, iter: 1000);

    [Fact]
    public void The_bytes_hold_none_of_the_disclosed_texts()
    {
        var draft = Draft() with { Disclosed = [("payee", "Atelier Dubreuil"), ("note", "for the bench")] };
        var text = Encoding.UTF8.GetString(Leaves.Write(draft, Log, 0, Salt).Bytes);

        Assert.DoesNotContain("Dubreuil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("payee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bench", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_flipped_byte_is_refused_or_hashes_otherwise() =>
        Gen.Select(Written, Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).Sample((written, where, flip) =>
        {
            var forged = written.Bytes.ToArray();
            forged[where % forged.Length] ^= flip;
            Assert.NotEqual(LeafHash.Of(written.Bytes), LeafHash.Of(forged));
            if (FaultOf(forged) is null) Assert.NotEqual(Shown(Leaves.Read(written.Bytes)), Shown(Leaves.Read(forged)));
        }, iter: 5000);

    [Fact]
    public void Any_bytes_at_all_are_a_leaf_or_a_fault() =>
        Gen.OneOf(Gen.Byte.Array[0, 40], Any.Text.Select(Encoding.UTF8.GetBytes), Any.Value.Select(CanonicalWriter.Write))
            .Sample(bytes => Assert.NotNull(FaultOf(bytes)), iter: 5000);

    [Fact]
    public void A_leaf_without_disclosures_has_no_digests_and_names_no_algorithm()
    {
        var bytes = Leaves.Write(Draft(), Log, 0, Salt).Bytes;

        Assert.Empty(Leaves.Read(bytes).Digests);
        Assert.DoesNotContain("_sd", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_type_is_read_like_any_other()
        => Assert.Equal("weather.changed", Leaves.Read(Leaves.Write(Draft() with { Type = "weather.changed" }, Log, 3, Salt).Bytes).Type);

    [Theory]
    [InlineData("v")]
    [InlineData("seq")]
    [InlineData("_sd")]
    [InlineData("_other")]
    public void A_body_may_not_use_a_name_of_the_format(string key)
        => Assert.Equal(LeafFault.WrongField, WriteFault(Draft() with { Clear = new() { [key] = 1 } }));

    [Theory]
    [InlineData("Amount")]
    [InlineData("amount1")]
    [InlineData("")]
    [InlineData("montant_é")]
    public void A_key_is_of_small_letters(string key)
        => Assert.Equal(LeafFault.ForbiddenKey, WriteFault(Draft() with { Clear = new(StringComparer.Ordinal) { [key] = 1 } }));

    [Theory]
    [InlineData("2026-11-22T13:40:00+00:00")]
    [InlineData("2026-11-22T13:40Z")]
    [InlineData("2026-02-30T13:40:00Z")]
    [InlineData("2026-11-22T13:40:00.5Z")]
    [InlineData("2025-02-29T13:40:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-00-01T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-01-00T00:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T00:60:00Z")]
    [InlineData("2026-01-01T00:00:60Z")]
    [InlineData("2026-01-01 00:00:00Z")]
    [InlineData("٢٠٢٦-01-01T00:00:00Z")]
    [InlineData("")]
    public void A_time_is_utc_to_the_second(string at)
        => Assert.Equal(LeafFault.WrongField, WriteFault(Draft() with { At = at }));

    [Fact]
    public void Every_time_of_the_calendar_is_written() =>
        Gen.DateTime.Select(time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture))
            .Sample(at => Assert.Null(WriteFault(Draft() with { At = at })), iter: 500);

    [Fact]
    public void An_integer_beyond_two_to_the_53_is_not_written()
    {
        Assert.Equal(LeafFault.ForbiddenValue, WriteFault(Draft() with { Clear = new() { ["n"] = Limits.Integer + 1 } }));
        Assert.Null(WriteFault(Draft() with { Clear = new() { ["n"] = -Limits.Integer } }));
    }

    [Fact]
    public void A_text_out_of_form_C_is_not_written() => NotWritten("e\u0301");

    [Fact]
    public void Half_a_surrogate_pair_is_not_written() => NotWritten("half \ud83d");

    [Fact]
    public void What_is_never_a_character_is_not_written() => NotWritten("never \ufffe");

    private static void NotWritten(string text)
    {
        Assert.Equal(LeafFault.NotNormalized, WriteFault(Draft() with { Clear = new() { ["word"] = text } }));
        Assert.Equal(LeafFault.NotNormalized, WriteFault(Draft() with { Disclosed = [("word", text)] }));
    }

    [Fact]
    public void A_leaf_of_16384_bytes_is_the_longest()
    {
        var room = Limits.LeafBytes - Leaves.Write(Draft() with { Clear = new() { ["word"] = "" } }, Log, 0, Salt).Bytes.Length;

        Assert.Null(WriteFault(Draft() with { Clear = new() { ["word"] = new string('a', room) } }));
        Assert.Equal(LeafFault.TooLong, WriteFault(Draft() with { Clear = new() { ["word"] = new string('a', room + 1) } }));
    }

    private static LeafDraft Draft() => new("jar.moved", "2026-11-22T13:40:00Z", [], []);

    private static byte[] Salt() => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private static string Shown(Leaf leaf) =>
        $"{leaf.Type} {leaf.Log} {leaf.Seq} {leaf.At} {string.Join(' ', leaf.Digests)} "
        + Convert.ToHexString(CanonicalWriter.Write(new Fields(leaf.Clear)));

    private static LeafFault? WriteFault(LeafDraft draft) => Faults.Of(() => Leaves.Write(draft, Log, 0, Salt));

    private static LeafFault? FaultOf(byte[] bytes) => Faults.Of(() => Leaves.Read(bytes));
}
