using System.Text;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>A draw for whoever wants to do it again: a page, JSON, and a text for a shell.</summary>
internal static class ProofRoutes
{
    private const string At = CouncilRoutes.At + "/draws/{draw}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => Told(visit, visit.WantsJson ? Json : Page));
        routes.MapPage(At + "/draw.json", visit => Told(visit, Json));
        routes.MapPage(At + "/transcript.txt", visit => Told(visit, Text));
    }

    /// <summary>While the council lives its draws are the room's own; afterwards they are anybody's.</summary>
    private static Task Told(Visit visit, Func<Visit, Proof, Task> tell)
    {
        var draw = visit.Council.Draws.FirstOrDefault(d => d.Number == visit.Number("draw"));
        if (draw is null) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        return visit.Council.IsOver || Seated.Of(visit) is not null ? tell(visit, new Proof(visit.Quarter, visit.Council, draw)) : SeatedPages.Lead(visit, visit.CouncilUrl);
    }

    private static Task Page(Visit visit, Proof proof) =>
        visit.ShowPublic<TranscriptPage>(visit.Revision, (nameof(TranscriptPage.Scene), Scene.Of(visit)), (nameof(TranscriptPage.Proof), proof));

    private static Task Json(Visit visit, Proof proof) => Face.Json(visit.Context, StatusCodes.Status200OK, json => DrawJson.Whole(json, proof));

    private static async Task Text(Visit visit, Proof proof)
    {
        var response = visit.Context.Response;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(DrawText.Of(proof)), visit.Context.RequestAborted);
    }
}
