namespace Faubourg.Web.Councils.Minutes;

/// <summary>From so many to so many; null for the last band, which is open.</summary>
public sealed record Band(int From, int? To);
