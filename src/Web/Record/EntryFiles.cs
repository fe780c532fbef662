using System.Text;
using static Faubourg.Web.Record.RecordFiles;

namespace Faubourg.Web.Record;

/// <summary>An entry to take along: its bytes as hashed, and the receipt that it stands in the record.</summary>
internal static class EntryFiles
{
    /// <summary>Kept by a browser, and asked for anew each time: what was erased a moment ago is shown by nobody.</summary>
    private const string AskAgain = "private, no-cache";

    public static async Task Entry(Opened open)
    {
        if (await Seq(open) is not { } seq || await open.Record.Entry(seq, open.Visit.Context.RequestAborted) is not { } entry)
        {
            await Missing(open.Visit);
            return;
        }

        Attach(open.Visit, $"{open.Visit.Slug}-{seq}.json");
        await Send(open, entry.Bytes, Bytes, Forever);
    }

    public static async Task Receipt(Opened open)
    {
        if (await Seq(open) is not { } seq || await open.Record.Proof(seq, open.Visit.Context.RequestAborted) is not { } proof)
        {
            await Missing(open.Visit);
            return;
        }

        Attach(open.Visit, $"{open.Visit.Slug}-{seq}.tlog-proof");
        await Send(open, Encoding.UTF8.GetBytes(proof), Bytes, Seconds);
    }

    public static async Task Picture(Opened open)
    {
        if (RecordRoutes.Seq(open.Visit) is not { } seq || await open.Record.Picture(seq, open.Visit.Context.RequestAborted) is not { } picture)
        {
            await Missing(open.Visit);
            return;
        }

        await Send(open, picture, "image/jpeg", AskAgain);
    }

    /// <summary>The entry of this address, signed by now; null where it is none, or not in its one spelling.</summary>
    private static async Task<long?> Seq(Opened open)
    {
        if (RecordRoutes.Seq(open.Visit) is not { } seq || seq >= open.Visit.Quarter.Size) return null;
        // Whoever acted a moment ago need not wait for the next signature.
        if (seq >= open.Record.Latest.Size) await open.Record.Proof(seq, open.Visit.Context.RequestAborted);
        return seq;
    }

    private static void Attach(Visit visit, string name) => visit.Context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
}
