namespace Faubourg.Web;

/// <summary>For whom something is rendered: the language, the clock, and what was just typed. All that every component may know.</summary>
/// <param name="Path">The page's own address, for the language switch; null in a fragment, which is the same for many pages.</param>
/// <param name="Home">The council or the neighbourhood this page belongs to; null for pages of the host.</param>
/// <param name="Entry">The form that came back with problems or a refusal, if one did.</param>
public sealed record Reader(Words Words, When When, string? Path = null, string? Home = null, Entry? Entry = null)
{
    /// <summary>The record of this neighbourhood; null for pages of the host.</summary>
    public string? Record { get; init; }

    /// <summary>The page that says how the record of this neighbourhood was forked; null while it stands.</summary>
    public string? Broken { get; init; }
}
