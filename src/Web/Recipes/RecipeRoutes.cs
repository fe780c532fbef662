using Faubourg.Web.Councils;

namespace Faubourg.Web.Recipes;

/// <summary>Ways to start: a list, a sheet for each, and the list once more inside a council.</summary>
internal static class RecipeRoutes
{
    private const string At = "/quarters/{slug}/recipes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.ShowPublic<RecipesPage>(visit.Revision, visit.Whole));
        routes.MapPage(At + "/{recipe}", visit => Recipe.Named(visit.Route("recipe")) is { } name
            ? visit.ShowPublic<RecipePage>(visit.Revision, [.. visit.Whole, (nameof(RecipePage.Name), name)])
            : Trouble.Show(visit.Context, StatusCodes.Status404NotFound));
        routes.MapHand<ProposeRecipePage>("proposals/recipes");
    }
}
