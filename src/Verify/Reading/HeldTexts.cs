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

    public void Clear() => texts.Clear();

    public void AddHeld(ReadOnlySpan<byte> name) => texts.Add((name.ToArray(), Held));

    public bool IsHeld(string name) => Find(Encoding.ASCII.GetBytes(name)) is { } text && ReferenceEquals(text, Held);

    public void AddErased(string name)
    {
        var letters = Encoding.ASCII.GetBytes(name);
        if (Find(letters) is null) texts.Add((letters, Text.Erased));
    }

    public Text? Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, text) in texts)
            if (name.SequenceEqual(known))
                return text;
        return null;
    }
}
