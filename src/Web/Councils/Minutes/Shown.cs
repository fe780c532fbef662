using Faubourg.Domain;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>A neighbour's words as anybody may see them now: held, kept back for blacking out, erased, or withheld.</summary>
/// <param name="Words">Null unless they are held and may be shown.</param>
/// <param name="KeptBackUntil">They are held, and shown from then on.</param>
public sealed record Shown(string? Words, Standing Standing, Instant? KeptBackUntil = null)
{
    public bool IsHeld => Words is not null;

    /// <summary>On one line: where a line break would end a line of ours.</summary>
    public string? OneLine => Words?.ReplaceLineEndings(" ");
}
