namespace Faubourg.Web.Councils.Minutes;

/// <summary>One line of the list under the headline.</summary>
public sealed record PosterRow(string Label, string Text);
