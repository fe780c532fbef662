using Faubourg.Domain;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Projects;

/// <summary>In a council: to go on with a project, or to end it.</summary>
internal static class DeedRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ProposeProjectPage>("proposals/projects");
        routes.MapAct(
            Forms.ProposeRenewal,
            (visit, input) => Propose(visit, input, new RenewProject(input.Number("project"))),
            again: HandPages.Show<ProposeProjectPage>);
        routes.MapAct(
            Forms.ProposeEnd,
            (visit, input) => Propose(visit, input, new EndProject(input.Number("project"), input.Choice<ProjectEnd>("end"))),
            again: HandPages.Show<ProposeProjectPage>);
    }

    private static Propose Propose(Visit visit, Input input, Deed deed) =>
        new(visit.Council.Number, Text.Of(input.Text("what")), null, null, false, deed.Touches, Deed: deed);
}
