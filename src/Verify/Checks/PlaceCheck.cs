using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Files;

namespace Faubourg.Verify.Checks;

/// <summary>
/// A note called <c>where</c> beside the record says where its neighbourhood lives now. It sends people elsewhere, so it must be signed
/// by a key of the log: one that key-bearers replaced may be in a thief's hands, and sends nobody anywhere.
/// </summary>
internal static class PlaceCheck
{
    public const string FileName = "where";

    /// <returns>What the note says; null where there is none, or, with a finding, where it does not hold.</returns>
    public static Place? Of(IFiles files, KeyChain keys, string origin, Findings findings)
    {
        var buffer = new byte[1 << 12];
        try
        {
            var read = files.Read(FileName, ref buffer);
            if (read < 0) return null;
            var place = Place.Open(Note.Parse(buffer.AsSpan(0, read)), keys.All.Where(key => key.Standing.VoidAfter is null).Select(key => key.Key));
            return place.Origin == origin ? place : throw new LedgerException("it is of another log");
        }
        catch (LedgerException broken)
        {
            findings.Break(FileName, null, $"{FileName}: {broken.Message}");
            return null;
        }
    }
}
