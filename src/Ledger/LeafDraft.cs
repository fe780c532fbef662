namespace Faubourg.Ledger;

/// <summary>What happened, before it has a place in a log.</summary>
/// <param name="Type">A noun and a past participle: <c>jar.moved</c>.</param>
/// <param name="At">The claimed time, <c>YYYY-MM-DDThh:mm:ssZ</c>.</param>
/// <param name="Clear">What anybody may read for ever: enums, numbers, dates and ids of a fixed grammar.</param>
/// <param name="Disclosed">Names and free texts, by name; one name may come more than once.</param>
public sealed record LeafDraft(
    string Type,
    string At,
    SortedDictionary<string, LeafValue> Clear,
    IReadOnlyList<(string Name, string Value)> Disclosed);
