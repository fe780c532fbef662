using System.Text;
using Faubourg.Domain;

namespace Faubourg.Verify.Reading;

/// <summary>
/// The disclosures of one leaf, by name. The rules never look inside a text, so all that is known here is that it is there:
/// one placeholder stands for every text, and no words are kept.
/// </summary>
internal sealed class HeldTexts
{
    private const int MostNames = 256;

    private static readonly Text Held = Text.Of("held");

    /// <summary>Names of a few kinds come again and again: each is kept once.</summary>
    private readonly Dictionary<int, byte[]> names = [];
    private readonly List<(byte[] Name, Text Text)> texts = [];

    public int Count => texts.Count;

    /// <summary>How many of them their event has taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Texts that their event cannot be without, and that are neither here nor said to be erased; and the first of them.</summary>
    public (int Count, string? First) Lacking { get; private set; }

    public void Clear()
    {
        texts.Clear();
        Taken = 0;
        Lacking = default;
    }

    /// <summary>For the event whose text it is; null where it is not here.</summary>
    public Text? Take(ReadOnlySpan<byte> name)
    {
        var text = Find(name);
        if (text is not null) Taken++;
        return text;
    }

    /// <summary>What stands in the place of a text that belongs to its event and is not here.</summary>
    public Text Lack(string name)
    {
        Lacking = (Lacking.Count + 1, Lacking.First ?? name);
        return Text.Erased;
    }

    public void AddHeld(ReadOnlySpan<byte> name) => texts.Add((Kept(name), Held));

    public bool IsHeld(string name) => Find(Encoding.ASCII.GetBytes(name)) is { } text && ReferenceEquals(text, Held);

    public void AddErased(string name)
    {
        var letters = Encoding.ASCII.GetBytes(name);
        if (Find(letters) is null) texts.Add((letters, Text.Erased));
    }

    public IEnumerable<string> Names => texts.Select(text => Encoding.ASCII.GetString(text.Name));

    private byte[] Kept(ReadOnlySpan<byte> name)
    {
        // Length and both ends tell apart most names there are; of two that they do not, the second is written anew each time.
        var sign = name.IsEmpty ? 0 : name.Length << 24 ^ name[0] << 16 ^ name[name.Length / 2] << 8 ^ name[^1];
        if (names.TryGetValue(sign, out var known) && name.SequenceEqual(known)) return known;
        var written = name.ToArray();
        if (names.Count < MostNames) names.TryAdd(sign, written);
        return written;
    }

    public Text? Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, text) in texts)
            if (name.SequenceEqual(known))
                return text;
        return null;
    }
}
