using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>Entries that a witness first saw at one time.</summary>
/// <param name="from">The first of them.</param>
/// <param name="to">The one after the last.</param>
/// <param name="first">Who saw them first; null when nobody did.</param>
internal sealed class SeenRange(long from, long to, Sighting? first)
{
    public long From => from;

    public long To => to;

    public Sighting? First => first;

    public Instant? FirstClaim { get; private set; }

    public Instant? LastClaim { get; private set; }

    public long Flagged { get; private set; }

    public long? FirstFlagged { get; private set; }

    public void Claim(long seq, Instant claimed)
    {
        FirstClaim ??= claimed;
        LastClaim = claimed;
        _ = seq;
    }

    public void Flag(long seq)
    {
        FirstFlagged ??= seq;
        Flagged++;
    }
}
