using Faubourg.Domain.Projects;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Projects;

/// <summary>In a council: to go on with a project, or to end it.</summary>
internal static class ProposeProjectRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ProposeProjectPage>("proposals/projects");
        routes.MapDeed<ProposeProjectPage>(Forms.RenewProject, input => new RenewProject(input.Number("project")));
        routes.MapDeed<ProposeProjectPage>(Forms.EndProject, input => new EndProject(input.Number("project"), input.Choice<ProjectEnd>("end")));
    }
}
