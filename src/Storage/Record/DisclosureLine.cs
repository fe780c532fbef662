using System.Globalization;
using System.Text;

namespace Faubourg.Storage.Record;

/// <summary>A line of disclosures.jsonl.</summary>
internal static class DisclosureLine
{
    /// <param name="seq">The entry that holds the digest.</param>
    /// <param name="d">base64url, so that nothing in it wants escaping.</param>
    public static byte[] Of(long seq, string d) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"d\":\"{d}\",\"seq\":{seq}}}\n"));
}
