using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Files;

/// <summary>Whether a checkpoint is worth fetching much for: signed by the key that founded its log, or by one that the reader knows.</summary>
internal static class FirstKey
{
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="first">The first entry, as it was sent; null where there is none.</param>
    /// <param name="policy">Whom the reader knows.</param>
    /// <returns>False where neither key signed: a later key of the chain may have.</returns>
    /// <exception cref="LedgerException">One of these keys is named, and its signature does not hold.</exception>
    public static bool Signed(Note note, ReadOnlyMemory<byte>? first, Policy? policy)
    {
        var known = policy?.Logs.Select(log => log.Key) ?? [];
        if (first is { } entry && Of(Checkpoint.Parse(note.Text).Origin, entry) is { } founding) known = known.Append(founding);
        var keys = known.Distinct().Where(key => note.Signatures.Any(signature => signature.IsBy(key))).ToArray();
        return keys.Length > 0 && note.Open(keys).Verified.Length > 0;
    }

    /// <summary>The key in the first entry, where the log's identity follows from it.</summary>
    private static VerifierKey? Of(string origin, ReadOnlyMemory<byte> entry)
    {
        try
        {
            var fields = new LeafFields();
            fields.Read(entry);
            if (EventForms.Mine.Find(fields.Type)?.Read(fields, new HeldTexts()) is not QuarterFounded founded) return null;
            if (!SigningKey.IsBase64(founded.Key, SigningKey.Bytes)) return null;
            var key = Convert.FromBase64String(founded.Key);
            return origin.EndsWith("/q/" + KeyChain.IdOf(key), StringComparison.Ordinal) ? VerifierKey.Ed25519(origin, key) : null;
        }
        catch (LeafException)
        {
            return null;
        }
    }
}
