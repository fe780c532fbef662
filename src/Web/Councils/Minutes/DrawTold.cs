using System.Collections.Immutable;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="Way">Null where the council ended before numbers were made.</param>
/// <param name="Excluded">Left out because they held the role last time.</param>
public sealed record DrawTold(int Number, int Willing, Way? Way, string? Numbers, int Excluded, ImmutableArray<Role> Excepted)
{
    /// <summary>Given up before its numbers were confirmed.</summary>
    public bool GivenUp { get; init; }

    /// <summary>Of the beacon.</summary>
    public long? Round { get; init; }

    /// <summary>What a lot of its own was drawn for; null for the roles of the evening.</summary>
    public Role? For { get; init; }
}
