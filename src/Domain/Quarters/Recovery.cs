using System.Collections.Immutable;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Quarters;

/// <summary>Who can give the log another key without its host: any <see cref="Needed"/> of the key-bearers together.</summary>
/// <param name="Council">Where they were drawn.</param>
/// <param name="Keys">3 to 5 public keys, base64, numbered from 1 in this order.</param>
/// <param name="Needed">3.</param>
/// <param name="Until">A year after.</param>
public sealed record Recovery(int Council, ImmutableArray<string> Keys, int Needed, Instant Until)
{
    /// <summary>Bearers drawn at most.</summary>
    public const int Most = 5;

    /// <summary>So many suffice, and so many have to sign together.</summary>
    public const int Least = 3;

    public static readonly Duration Term = Duration.FromDays(365);

    /// <summary>A council may draw new bearers when the old ones have no longer than this.</summary>
    public static readonly Duration Renewal = Duration.FromDays(60);

    public bool HoldsAt(Instant now) => now < Until;
}

/// <summary>The keys that the drawn bearers made, in an order nobody chose: no mark, no name. It replaces any earlier one.</summary>
[Leaf("recovery.set")]
public sealed record RecoverySet(int Council, ImmutableArray<string> Keys, int Needed, Instant Until) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { Recovery = new Recovery(Council, Keys, Needed, Until) };
}
