using System.Text;
using CsCheck;
using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;
using Faubourg.Ledger.Tests.Tree;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Notes;

/// <summary>Whatever a stranger hands in is read or refused: no other exception, no hang; and what is read is written alike.</summary>
public sealed class FuzzTests
{
    private static readonly Grown Log = new(11);
    private static readonly Note Signed = Signers.Cosigned(new Checkpoint(Signers.Origin, 11, [.. Log.Edge.Root()]));

    private static readonly string[] Sound =
    [
        Signed.ToString(),
        Signed.Text,
        Signers.Policy.ToString(),
        Signers.Log.Key.ToString(),
        Signed.Signatures[1].Line,
        new TlogProof(7, Proofs.Inclusion(Log, 7, 11), Signed.ToString(), [1]).ToString(),
        Evidence.Of(Signers.Log.Key, Signers.Cosigned(Cast.Checkpoint(8)), Signed, Log).ToString(),
        Words12.Of(new byte[16]).Text,
        "tile/0/x001/067.p/5",
    ];

    /// <summary>Parts of sound files cut, doubled, mixed, and strewn with what parsers trip over.</summary>
    private static readonly Gen<string> Any = Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Int[0, 4000], Gen.Int[0, 400], Gen.Int[0, 14], Gen.Int[0, 3]).Select(
        (which, at, length, what, how) =>
        {
            var text = Sound[which];
            var (from, odd) = (at % (text.Length + 1), Odd(what));
            var to = Math.Min(text.Length, from + length);
            return how switch
            {
                0 => text[..from] + odd + text[from..],
                1 => text[..from] + odd + text[to..],
                2 => text[..to] + text[from..],
                _ => text[..from] + Sound[length % Sound.Length][(what * 7 % Sound[length % Sound.Length].Length)..],
            };
        });

    private static string Odd(int what) => what switch
    {
        0 => "\n",
        1 => "\n\n",
        2 => "— ",
        3 => "+",
        4 => "\0",
        5 => "\ud800",
        6 => "99999999999999999999",
        7 => "9223372036854775807",
        8 => "-1",
        9 => new string('A', 5000),
        10 => string.Concat(Enumerable.Repeat("\n\n— a AAAAAAA=", 200)),
        11 => "=",
        12 => "\u2028",
        13 => new string(' ', 300),
        _ => "",
    };

    [Fact]
    public void Any_text_is_read_or_refused() => Any.Sample(text =>
    {
        Alike(text, () => Note.Parse(text).ToString());
        Alike(text, () => Checkpoint.Parse(text).Text);
        Alike(text, () => VerifierKey.Parse(text).ToString());
        Alike(text, () => TlogProof.Parse(text).ToString());
        Alike(text, () => Evidence.Parse(text).ToString());
        Refusals.Of(() => NoteSignature.Parse(text));
        Refusals.Of(() => Policy.Parse(text));
        Refusals.Of(() => Words12.Parse(text));
        Refusals.Of(() => Note.Parse(text).Open(Cast.Keys));
        Refusals.Of(() => Signers.Policy.Judge(Note.Parse(text)));
        Refusals.Of(() => Place.Open(Note.Parse(text), Cast.Keys));
        Refusals.Of(() => TlogProof.Parse(text).Verify([1], Signers.Policy));
        if (TileAt.TryParse(text, out var at)) Assert.Equal(text, at.Path);
    }, iter: 20_000);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.OneOf(Gen.Byte.Array[0, 200], Any.Select(Encoding.UTF8.GetBytes)).Sample(bytes =>
    {
        Refusals.Of(() => Note.Parse(bytes));
        Refusals.Of(() => Policy.Parse(bytes));
        Refusals.Of(() => Bundle.Read(bytes));
    }, iter: 5000);

    [Theory]
    [InlineData("\n")]
    [InlineData("— a AAAAAAA=\n")]
    [InlineData("\n\n")]
    [InlineData("proof AAAA\n")]
    [InlineData("witness a\n")]
    [InlineData("group g any g\n")]
    [InlineData("+")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("x000/")]
    [InlineData("a ")]
    public void Millions_of_anything_are_refused_at_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length));
        foreach (var sound in Sound.Append(""))
        {
            Assert.NotNull(Refusals.Of(() => Note.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => VerifierKey.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => TlogProof.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => Evidence.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => NoteSignature.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => Policy.Parse(sound + text)));
            Assert.NotNull(Refusals.Of(() => Words12.Parse(sound + text)));
            Assert.False(TileAt.TryParse(sound + text, out _));
        }
    }

    /// <summary>One text for one meaning: what is read is written again byte for byte.</summary>
    private static void Alike(string text, Func<string> again) => Refusals.Of(() => Assert.Equal(text, again()));
}
