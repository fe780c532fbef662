using System.Buffers.Text;
using System.Security.Cryptography;

namespace Faubourg.Web;

/// <summary>A form that comes back: what was typed, and why it did not go through.</summary>
/// <param name="Problems">Field name → sentence, in the order of the form.</param>
/// <param name="Refused">The sentence of a refusal by the rules; then there are no problems.</param>
public sealed record Entry(Form Form, Typed Typed, IReadOnlyList<KeyValuePair<string, string>> Problems, string? Refused = null)
{
    public string? Problem(string field) => Problems.FirstOrDefault(problem => problem.Key == field).Value;

    /// <summary>128 random bits for a form that is about to be shown.</summary>
    public static string FreshKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
