namespace Faubourg.Web.Host;

/// <summary>What is kept and how long, as the program does it; the page "who runs this" is made from this table.</summary>
/// <param name="Key">Its words: <c>host.kept.{Key}</c> says what, <c>host.kept.{Key}.until</c> how long.</param>
/// <param name="During">A court order to this host would find it while a council sits.</param>
/// <param name="After">… when it has dissolved.</param>
/// <param name="Later">… 72 hours later.</param>
internal sealed record Retention(string Key, bool During, bool After, bool Later)
{
    public static IReadOnlyList<Retention> Table { get; } =
    [
        new("address", During: false, After: false, Later: false),
        new("contact", During: false, After: false, Later: false),
        new("place", During: false, After: false, Later: false),
        new("cookie", During: false, After: false, Later: false),
        new("seats", During: true, After: false, Later: false),
        new("floor", During: true, After: false, Later: false),
        new("ballots", During: true, After: false, Later: false),
        new("pending", During: true, After: true, Later: false),
        new("repeats", During: true, After: true, Later: false),
        new("slips", During: true, After: true, Later: true),
        new("minutes", During: true, After: true, Later: true),
        new("pictures", During: true, After: true, Later: true),
        new("record", During: true, After: true, Later: true),
    ];
}
