using System.Text.RegularExpressions;

namespace Faubourg.Browser.Tests;

/// <summary>A page as somebody sees it at a moment of an evening.</summary>
/// <param name="Before">How the line of the script begins before which it is looked at; <see cref="Afterwards"/> when all is played.</param>
/// <param name="Address">As the route table writes it, with the numbers it needs: <c>proposals/{proposal=2}</c>.</param>
/// <param name="Who">Of the cast, or <c>$facilitator</c>, or <see cref="Wall"/>; nobody: a stranger.</param>
public sealed partial record Sight(string Before, string Address, string? Who = null)
{
    public const string Afterwards = "";

    /// <summary>The screen that everybody sees.</summary>
    public const string Wall = "the wall";

    public const string Quarter = "/quarters/{slug}";

    public const string Council = "/quarters/{slug}/councils/{council}";

    /// <summary>What the page answers with.</summary>
    public int Status { get; init; } = 200;

    public string Route => Value().Replace(Address.Split('?')[0], "{$1}");

    /// <summary>For the file of its pictures.</summary>
    public string Name => NoLetters().Replace($"{Before} {Value().Replace(Address, "$2").Replace("/quarters/{slug}", "q", StringComparison.Ordinal).Replace("/councils/{council}", "c", StringComparison.Ordinal)} {Who}", "-").Trim('-').ToLowerInvariant();

    /// <summary>The address in a rehearsal.</summary>
    public string In(string slug, int council) => Value().Replace(Address, "$2")
        .Replace("/quarters/{slug}", $"/rehearsals/{slug}", StringComparison.Ordinal)
        .Replace("{slug}", slug, StringComparison.Ordinal)
        .Replace("{council}", $"{council}", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)=([^}]*)\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();
}
