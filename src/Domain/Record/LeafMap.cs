using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Faubourg.Domain.Record;

/// <summary>
/// Public events to and from the fields of a leaf. A positional parameter <c>StartsAt</c> is the clear field
/// <c>starts_at</c>; a <see cref="Text"/> is a disclosure of that name, a list of them <c>name_a</c>, <c>name_b</c>, … (keys
/// hold no digits). What is null or empty is left out. Clear fields are whole numbers, yes/no, enums such as <c>note-keeper</c>,
/// dates, times and short strings of a fixed grammar, or lists of them: never free text.
/// </summary>
public static class LeafMap
{
    /// <summary>
    /// The one disclosure that is no text: the lower-case hex SHA-256 of a picture. Its bytes lie beside the record, under the number
    /// of the entry, for as long as this hash is held.
    /// </summary>
    public const string Picture = "picture";

    private static readonly FrozenDictionary<Type, LeafShape> ByEvent = typeof(PublicEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(PublicEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t, t => new LeafShape(t, t.GetCustomAttribute<LeafAttribute>()!.Type));

    private static readonly FrozenDictionary<string, LeafShape> ByLeaf = ByEvent.Values.ToFrozenDictionary(s => s.LeafType);

    /// <summary>Every leaf type and the event it stands for.</summary>
    public static IEnumerable<(string Leaf, Type Event)> All => ByEvent.Values.Select(s => (s.LeafType, s.EventType));

    /// <summary>The type of the leaf.</summary>
    public static string LeafType(PublicEvent happened) => ByEvent[happened.GetType()].LeafType;

    /// <summary>The clear fields, by name. Values are <see cref="long"/>, <see cref="bool"/>, <see cref="string"/> or a list of them.</summary>
    public static ImmutableSortedDictionary<string, object> Clear(PublicEvent happened) => ByEvent[happened.GetType()].Clear(happened);

    /// <summary>The disclosures, by name. One whose text is not held any more (no value) is not disclosed again: the leaf has no digest of it.</summary>
    public static IEnumerable<(string Name, Text Text)> Texts(PublicEvent happened) =>
        ByEvent[happened.GetType()] is { HasTexts: true } shape ? shape.Texts(happened) : [];

    /// <summary>The event of a leaf, or null when the type is unknown ("valid, not understood").</summary>
    /// <param name="leafType">The leaf's type.</param>
    /// <param name="clear">Its clear fields, as <see cref="Clear"/> gives them.</param>
    /// <param name="texts">Its disclosures by name, in their present standing.</param>
    /// <exception cref="FormatException">A field is missing, or not what its format says.</exception>
    public static PublicEvent? Read(
        string leafType,
        IReadOnlyDictionary<string, object> clear,
        IReadOnlyDictionary<string, Text> texts) =>
        ByLeaf.TryGetValue(leafType, out var shape) ? shape.Read(clear, texts) : null;

    /// <summary>The name of one of a list of disclosures: <c>covenant_a</c> … <c>covenant_z</c>, <c>covenant_ba</c>.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="index">From 0.</param>
    public static string Item(string name, int index)
    {
        var letters = "";
        do
        {
            letters = (char)('a' + index % 26) + letters;
            index /= 26;
        }
        while (index > 0);
        return $"{name}_{letters}";
    }
}
