using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Notes;

/// <summary>A log at one moment: how long it is and what it then holds (C2SP tlog-checkpoint, "Note text").</summary>
/// <param name="Origin">Which log; not empty.</param>
/// <param name="Size">Entries, from 0.</param>
/// <param name="Root">32 bytes: the root of the tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, ImmutableArray<byte> Root)
{
    private const int OwnLines = 3;

    /// <summary>Further lines, none empty. We write none; those of others are signed with the rest and say nothing to us.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>The root, as its line says it.</summary>
    public string RootBase64 => Padded.Write(Root.AsSpan());

    /// <summary>Three lines, or more with extensions, each with its newline: what is signed.</summary>
    public string Text => Lines.Of([Origin, Size.ToString(CultureInfo.InvariantCulture), RootBase64, .. Extensions]);

    /// <exception cref="LedgerException">Any other text: fewer lines, an empty one, another spelling of a number or of base64.</exception>
    public static Checkpoint Parse(string text)
    {
        Note.TextBytes(text);
        var lines = text[..^1].Split('\n');
        if (lines.Length < OwnLines || lines.Any(line => line.Length == 0))
            throw new LedgerException("a checkpoint is at least three lines, none of them empty");
        var root = Padded.ReadHash(lines[2], "the root of a checkpoint");
        return new(lines[0], Lines.Number(lines[1], "the size of a checkpoint"), [.. root]) { Extensions = [.. lines[OwnLines..]] };
    }

    /// <summary>Whether it says what an empty log is, where it is one.</summary>
    public bool IsOfEmpty => Size == 0 && Root.AsSpan().SequenceEqual(Merkle.EmptyRoot);

    public bool Equals(Checkpoint? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => HashCode.Combine(Origin, Size);
}
