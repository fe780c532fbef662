namespace Faubourg.Web.Councils;

/// <summary>One line on the page of whoever guides: to be read aloud, or a hint for them alone.</summary>
internal sealed record Line(string Words, bool IsHint = false);
