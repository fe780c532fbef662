namespace Faubourg.Domain;

/// <summary>Whether the words are still held by this host.</summary>
public enum Standing { Held, Erased, Withheld }

/// <summary>Where a published text was first disclosed: the leaf's index and the name of the disclosure in it.</summary>
public sealed record TextAt(long Seq, string Name) : IComparable<TextAt>
{
    /// <summary>The place that two clear fields of a leaf name together; null when one is absent.</summary>
    public static TextAt? Of(long? seq, string? name) => seq is { } index && name is not null ? new TextAt(index, name) : null;

    public int CompareTo(TextAt? other) =>
        other is null ? 1 : Seq != other.Seq ? Seq.CompareTo(other.Seq) : string.CompareOrdinal(Name, other.Name);
}

/// <summary>
/// Free text or a name. The rules carry it from place to place and never look inside, so that erasing it changes no
/// decision.
/// </summary>
/// <param name="Value">The words; null unless <see cref="Standing.Held"/>.</param>
/// <param name="Standing">Held, erased, or withheld under law.</param>
/// <param name="Slip">Hash of the slip with which its giver may take it back; null when there is none.</param>
public sealed record Text(string? Value, Standing Standing = Standing.Held, string? Slip = null)
{
    private const char Block = '█';

    public static readonly Text Erased = new(null, Standing.Erased);

    public static readonly Text Withheld = new(null, Standing.Withheld);

    public static Text Of(string value, string? slip = null) => new(value, Standing.Held, slip);

    /// <summary>The same words as somebody else's: the giver's slip no longer reaches them.</summary>
    public Text AsTheCouncils() => this with { Slip = null };

    /// <summary>The words with some of them blocked out; what is not held stays as it is.</summary>
    /// <param name="from">Index of the first word, counting from 0 and separating at spaces and line ends.</param>
    /// <param name="count">How many words; what lies past the last one is ignored.</param>
    public Text BlackedOut(int from, int count)
    {
        if (Value is null) return this;
        var letters = Value.ToCharArray();
        var word = -1;
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsWhiteSpace(letters[i])) continue;
            if (i == 0 || char.IsWhiteSpace(letters[i - 1])) word++;
            if (word >= from && word - from < count) letters[i] = Block;
        }
        return this with { Value = new string(letters) };
    }
}
