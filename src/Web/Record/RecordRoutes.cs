using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;

namespace Faubourg.Web.Record;

/// <summary>The record for people: what happened, entry by entry, what that proves, and what to do when it was forked.</summary>
internal static class RecordRoutes
{
    private const string At = "/quarters/{slug}/record";

    /// <summary>Entries on a page.</summary>
    private const int Length = 25;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/.well-known/faubourg", WellKnown.Show);
        Open(routes, At, Show);
        Open(routes, At + "/entries/{seq}", Entry);
        Open(routes, At + "/proof", (visit, open) => visit.ShowPublic<ProofPage>(open.Revision, Whole(visit, open)));
        Open(routes, At + "/fork", (visit, open) => visit.Evidence is { } evidence
            ? visit.ShowPublic<ForkPage>(open.Revision, [.. Whole(visit, open), (nameof(ForkPage.Evidence), ForkTold.Of(evidence))])
            : Trouble.Show(visit.Context, StatusCodes.Status404NotFound));
        Open(routes, At + "/evidence/new", Giving);
        routes.MapForm(Forms.GiveEvidence, Give, async visit => await Giving(visit, await OpenRecord.Of(visit)));
    }

    /// <summary>The number of an entry in the address, in its one spelling; null for anything else.</summary>
    public static long? Seq(Visit visit)
    {
        var typed = visit.Route("seq");
        return long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq.ToString(CultureInfo.InvariantCulture) == typed ? seq : null;
    }

    private static void Open(IEndpointRouteBuilder routes, string route, Func<Visit, OpenRecord, Task> show) => routes.MapPage(route, async visit =>
    {
        if (await OpenRecord.Of(visit) is { } open) await show(visit, open);
        else await Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
    });

    private static async Task Show(Visit visit, OpenRecord open)
    {
        var query = visit.Context.Request.Query;
        int? council = int.TryParse(query["council"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : open.Size;
        var page = council is { } one ? open.Index.Page(one, before, Length) : RecordPage.Of(open.Size, before, Length);
        var entries = await open.Entries(page.Entries);
        if (visit.WantsJson) await RecordJson.Write(visit, open, council, page, entries);
        else
            await visit.ShowPublic<RecordView>(open.Revision, [
                .. Whole(visit, open),
                (nameof(RecordView.Page), page),
                (nameof(RecordView.Entries), entries),
                (nameof(RecordView.Council), council)]);
    }

    private static async Task Entry(Visit visit, OpenRecord open)
    {
        if (Seq(visit) is not { } seq || await open.Entry(seq) is not { } entry) await Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        else if (visit.WantsJson) await RecordJson.Write(visit, open, entry);
        else await visit.ShowPublic<EntryPage>(open.Revision, [.. Whole(visit, open), (nameof(EntryPage.Told), entry)]);
    }

    private static Task Giving(Visit visit, OpenRecord? open) => open is null
        ? Trouble.Show(visit.Context, StatusCodes.Status404NotFound)
        : visit.ShowBare<EvidencePage>(Whole(visit, open));

    /// <summary>Whoever hands it in is nobody to us: the evidence proves itself, or it is nothing.</summary>
    private static async Task<Reply> Give(Visit visit, Input input)
    {
        var evidence = input.Text("evidence") + "\n";
        if (Judge(visit.Quarter, evidence) is { } refusal) return new Reply.Refused(refusal);
        await visit.Context.RequestServices.GetRequiredService<IQuarters>().Break(evidence, visit.Context.RequestAborted);
        return new Reply.Done(visit.QuarterUrl + "/record/fork");
    }

    private static Refusal? Judge(Quarter quarter, string evidence)
    {
        try
        {
            return ForkTold.Of(evidence).IsOf(quarter) ? null : new AnotherRecords();
        }
        catch (LedgerException)
        {
            return new ProvesNothing();
        }
    }

    private static (string, object?)[] Whole(Visit visit, OpenRecord open) =>
    [
        (nameof(RecordPart.Quarter), visit.Quarter),
        (nameof(RecordPart.Url), visit.QuarterUrl),
        (nameof(RecordPart.Address), PublicAddress.Of(visit.Context) + visit.QuarterUrl + "/record"),
        (nameof(RecordPart.Latest), open.Latest),
    ];
}
