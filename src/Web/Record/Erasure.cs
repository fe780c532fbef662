namespace Faubourg.Web.Record;

/// <summary>That a disclosure was taken out.</summary>
/// <param name="By">The entry that says so.</param>
/// <param name="Field">What the words were, <c>taker</c>; null where the entry does not say.</param>
/// <param name="Law">The host was made to, by law.</param>
public sealed record Erasure(long By, string? Field, bool Law = false);
