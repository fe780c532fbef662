using System.Globalization;
using System.Text;

namespace Faubourg.Web;

/// <summary>The public words of a room as they stand at a revision, in one language: HTML without a form, a token or a key.</summary>
public sealed record Fragment(long Revision, ReadOnlyMemory<byte> Html)
{
    /// <summary>The whole event as it goes over the wire (WHATWG HTML §9.2.6), made once for all watchers.</summary>
    internal byte[] Frame(string name)
    {
        var html = Encoding.UTF8.GetString(Html.Span).ReplaceLineEndings("\ndata: ");
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Revision}\nevent: {name}\ndata: {html}\n\n"));
    }
}
