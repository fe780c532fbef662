using System.Reflection;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Record;

namespace Faubourg.Verify.Reading;

/// <summary>The forms of all leaves that this version understands. A form reads one leaf at a time, so each thread has its own.</summary>
internal sealed class EventForms
{
    [ThreadStatic]
    private static EventForms? kept;

    private readonly Dictionary<string, Lazy<EventForm>> byLeaf =
        typeof(PublicEvent).Assembly.GetTypes()
            .Select(kind => (Kind: kind, Leaf: kind.GetCustomAttribute<LeafAttribute>()?.Type))
            .Where(kind => kind.Leaf is not null)
            .ToDictionary(kind => kind.Leaf!, kind => new Lazy<EventForm>(() => new EventForm(kind.Kind, kind.Leaf!)), StringComparer.Ordinal);

    private readonly Dictionary<string, Lazy<EventForm>>.AlternateLookup<ReadOnlySpan<char>> byLetters;

    private EventForms() => byLetters = byLeaf.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those of this thread.</summary>
    public static EventForms Mine => kept ??= new EventForms();

    /// <summary>Null: valid, not understood.</summary>
    public EventForm? Find(ReadOnlySpan<byte> leafType)
    {
        Span<char> letters = stackalloc char[64];
        if (leafType.Length > letters.Length) return null;
        Encoding.ASCII.GetChars(leafType, letters);
        return byLetters.TryGetValue(letters[..leafType.Length], out var form) ? form.Value : null;
    }
}
