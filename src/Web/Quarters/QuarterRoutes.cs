using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Neighbourhoods;

namespace Faubourg.Web;

/// <summary>Pages and acts of a neighbourhood itself.</summary>
internal static class QuarterRoutes
{
    private const string At = "/quarters/{slug}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", FirstPages.Show);
        routes.MapPage("/quarters/new", Founding);
        routes.MapForm(Forms.Found, Foundings.Handle, again: Founding, act: typeof(Found));
        routes.MapPage(At, visit => visit.WantsJson ? QuarterJson.Write(visit) : visit.ShowPublic<QuarterPage>(visit.Revision, visit.Whole));
        routes.MapPage(At + "/corners/new", visit => visit.Show<CornerPage>(visit.Whole));
        routes.MapAct(Forms.PinCorner, (_, input) => new PinCorner(Text.Of(input.Text("line"))), again: visit => visit.Show<CornerPage>(visit.Whole));
        routes.MapPage(At + "/councils", visit => visit.WantsJson ? PastJson.Write(visit, Search(visit)) : visit.ShowPublic<PastPage>(visit.Revision, [.. visit.Whole, (nameof(PastPage.Search), Search(visit))]));
        routes.MapPage(At + "/calendar.ics", Feeds.Calendar);
        routes.MapPage(At + "/feed.atom", Feeds.Atom);
    }

    private static Past Search(Visit visit) => Past.Of(visit.Context.Request.Query, visit.Now.InZone(visit.Zone).Date);

    private static Task Founding(Visit visit) => visit.Show<FoundPage>(
        (nameof(FoundPage.AsksInvitation), visit.Settings.Invitation is not null),
        (nameof(FoundPage.Zone), Parts.Zones.Likely(visit.Context.Request.Headers.AcceptLanguage.ToString())));
}
