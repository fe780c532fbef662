using System.Collections.Immutable;

namespace Faubourg.Ledger.Notes;

/// <param name="Checkpoint">What they signed.</param>
/// <param name="Log">The key with which its log signed; null when it did not.</param>
/// <param name="Witnesses">Those who signed, in the order of the policy.</param>
/// <param name="Of">How many witnesses the policy knows.</param>
/// <param name="IsQuorum">Whether those who signed are enough.</param>
public sealed record Judgement(Checkpoint Checkpoint, VerifierKey? Log, ImmutableArray<Recognised> Witnesses, int Of, bool IsQuorum)
{
    /// <summary>The log signed, and enough witnesses.</summary>
    public bool IsAccepted => Log is not null && IsQuorum;
}

/// <param name="Name">Of the witness, in the policy.</param>
/// <param name="Key">Of the witness.</param>
/// <param name="UnixSeconds">When it last says it saw this checkpoint as the newest.</param>
public sealed record Recognised(string Name, VerifierKey Key, long UnixSeconds);
