using System.Text;
using Faubourg.Domain;

namespace Faubourg.Verify.Reading;

/// <summary>
/// The disclosures of one leaf, by name. The rules never look inside a text, so all that is known here is that it is there:
/// one placeholder stands for every text, and no words are kept.
/// </summary>
internal sealed class HeldTexts
{
    private static readonly Text Held = Text.Of("held");

    private readonly List<(byte[] Name, Text Text)> texts = [];

    public int Count => texts.Count;

    /// <summary>How many of them their event has taken.</summary>
    public int Taken { get; private set; }

    public void Clear()
    {
        texts.Clear();
        Taken = 0;
    }

    /// <summary>For the event whose text it is; null where it is not here.</summary>
    public Text? Take(ReadOnlySpan<byte> name)
    {
        var text = Find(name);
        if (text is not null) Taken++;
        return text;
    }

    public void AddHeld(ReadOnlySpan<byte> name) => texts.Add((name.ToArray(), Held));

    public bool IsHeld(string name) => Find(Encoding.ASCII.GetBytes(name)) is { } text && ReferenceEquals(text, Held);

    public void AddErased(string name)
    {
        var letters = Encoding.ASCII.GetBytes(name);
        if (Find(letters) is null) texts.Add((letters, Text.Erased));
    }

    public IEnumerable<string> Names => texts.Select(text => Encoding.ASCII.GetString(text.Name));

    public Text? Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, text) in texts)
            if (name.SequenceEqual(known))
                return text;
        return null;
    }
}
