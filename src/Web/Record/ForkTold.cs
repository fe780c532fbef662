using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;

namespace Faubourg.Web.Record;

/// <summary>Evidence of a fork, as people are shown it.</summary>
/// <param name="Small">Entries that the first statement speaks of.</param>
/// <param name="Large">Entries that the second speaks of; as many where both are equally long.</param>
/// <param name="One">The three lines of the first.</param>
/// <param name="Two">The three lines of the second.</param>
/// <param name="Key">With which both were signed.</param>
public sealed record ForkTold(long Small, long Large, string[] One, string[] Two, VerifierKey Key)
{
    /// <exception cref="LedgerException">It proves nothing.</exception>
    public static ForkTold Of(string evidence)
    {
        var proven = Evidence.Parse(evidence);
        return new ForkTold(proven.Smaller.Size, proven.Larger.Size, LinesOf(proven.Smaller), LinesOf(proven.Larger), proven.Key);
    }

    /// <summary>
    /// Whether this is the quarter's own doing: anybody can sign two histories with a key of their own. A key that its bearers replaced
    /// says nothing of trees larger than they let it have.
    /// </summary>
    public bool IsOf(Quarter quarter) =>
        Key.Name == quarter.Origin
        && quarter.Keys.Any(known => known.Key == Convert.ToBase64String(Key.PublicKey.AsSpan()) && !(Large > known.VoidAfter));

    private static string[] LinesOf(Checkpoint checkpoint) => checkpoint.Text.Split('\n')[..3];
}
