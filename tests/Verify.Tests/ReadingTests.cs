using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Verify.Reading;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>The quick reader of leaves accepts what the ledger's own accepts, and nothing else, and reads the same.</summary>
public sealed class ReadingTests
{
    private static readonly Lazy<ImmutableArray<byte[]>> Leaves = new(() => [.. Season().Entries]);

    [Fact]
    public void Every_leaf_of_a_season_gives_the_same_event_as_the_domains_own_reading()
    {
        var (fields, forms, texts) = (new LeafFields(), EventForms.Mine, new HeldTexts());
        foreach (var bytes in Leaves.Value)
        {
            fields.Read(bytes);
            var leaf = Ledger.Leaves.Read(bytes);
            Assert.Equal(leaf.Seq, fields.Seq);
            Assert.Equal(leaf.Log, Encoding.UTF8.GetString(fields.Log));
            Assert.Equal(leaf.Digests, fields.Digests.ToArray().Select(d => d.ToString()));
            var clear = leaf.Clear.ToDictionary(f => f.Key, f => f.Value.ToPlain(), StringComparer.Ordinal);
            var other = LeafMap.Read(leaf.Type, clear, ImmutableDictionary<string, Text>.Empty)!;
            var ours = forms.Find(fields.Type)!.Read(fields, texts);
            Assert.Equal(other.GetType(), ours.GetType());
            Assert.Equal(Told(other), Told(ours));
        }
    }

    [Fact]
    public void Every_other_byte_is_judged_as_the_ledgers_own_reader_judges_it()
    {
        var fields = new LeafFields();
        foreach (var leaf in Leaves.Value.DistinctBy(l => Ledger.Leaves.Read(l).Type))
        {
            var bytes = leaf.ToArray();
            for (var at = 0; at < bytes.Length; at++)
            {
                var was = bytes[at];
                foreach (var one in "\"\\{}[],:0129-.eE+ aAzZ_=\t\n\0\u007f"u8.ToArray().Append((byte)0x80).Append((byte)0xff))
                {
                    bytes[at] = one;
                    Same(bytes, fields);
                }

                bytes[at] = was;
            }
        }
    }

    [Theory]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"\\u001f\"")]
    [InlineData("\"\\u001F\"")]
    [InlineData("\"\\u0008\"")]
    [InlineData("\"\\u000b\"")]
    [InlineData("\"\\b\\t\\n\\f\\r\\\"\\\\\"")]
    [InlineData("\"\\/\"")]
    [InlineData("\"\\u0041\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"😀é\"")]
    [InlineData("9007199254740991")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740991")]
    [InlineData("99999999999999999999999")]
    [InlineData("-0")]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,]")]
    [InlineData("[[[[[[[1]]]]]]]")]
    [InlineData("[[[[[[[[1]]]]]]]]")]
    [InlineData("{\"b\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"ab\":2}")]
    [InlineData("{\"A\":1}")]
    [InlineData("{\"\":1}")]
    [InlineData("tru")]
    [InlineData(" 1")]
    public void Values_are_judged_alike(string value)
    {
        var leaf = Encoding.UTF8.GetString(Leaves.Value[^1]);
        Same(Encoding.UTF8.GetBytes(leaf.Replace("\"due\":", $"\"aa\":{value},\"due\":", StringComparison.Ordinal)), new LeafFields());
        Same(Encoding.UTF8.GetBytes(leaf.Replace(",\"v\":1}", $",\"v\":1,\"va\":{value}}}", StringComparison.Ordinal)), new LeafFields());
    }

    [Fact]
    public void So_are_random_changes()
    {
        var fields = new LeafFields();
        Gen.Select(Gen.Int[0, Leaves.Value.Length - 1], Gen.Int[0, 5000], Gen.Int[0, 5000], Gen.Byte).Sample((which, one, other, value) =>
        {
            var bytes = Leaves.Value[which].ToArray();
            (bytes[one % bytes.Length], bytes[other % bytes.Length]) = (bytes[other % bytes.Length], bytes[one % bytes.Length]);
            if (value % 3 == 0) bytes[one % bytes.Length] = value;
            Same(value % 7 == 0 ? bytes[..(other % bytes.Length)] : bytes, fields);
        }, iter: 20_000, threads: 1);
    }

    private static void Same(byte[] bytes, LeafFields fields)
    {
        var theirs = Accepts(() => Ledger.Leaves.Read(bytes));
        var ours = Accepts(() =>
        {
            fields.Read(bytes);
            // Whose log and when is for the check to compare: here as the other reader does.
            Times.Read(fields.At, "at");
            var log = Strings.Read(fields.Log);
            if (log.Length == 0 || log.Any(l => l == '+' || char.IsWhiteSpace(l) || char.IsControl(l))) throw new LeafException(LeafFault.WrongField, "log");
        });
        Assert.True(theirs == ours, $"{(theirs ? "accepted" : "refused")} by the ledger, not by us: {Encoding.UTF8.GetString(bytes)}");
    }

    private static bool Accepts(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (LeafException)
        {
            return false;
        }
    }

    private static string Told(PublicEvent happened) => string.Join(' ', LeafMap.Clear(happened).Select(f => $"{f.Key}={(f.Value is List<object> l ? string.Join(',', l) : f.Value)}"))
        + string.Join(' ', LeafMap.Texts(happened).Select(t => $"{t.Name}:{t.Text.Standing}"));
}
