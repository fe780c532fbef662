using System.Collections.Immutable;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="Way">Null where the council ended before numbers were made.</param>
/// <param name="Excluded">Left out because they held the role last time.</param>
public sealed record DrawTold(int Number, int Willing, Way? Way, string? Numbers, int Excluded, ImmutableArray<Role> Excepted);
