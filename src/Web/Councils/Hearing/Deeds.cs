using Faubourg.Domain;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>Forms that propose what a decision does beside its words.</summary>
internal static class Deeds
{
    /// <summary>A form of this page, with the field <c>what</c> for the words.</summary>
    public static void MapDeed<TPage>(this IEndpointRouteBuilder routes, Form form, Func<Input, Deed> deed) where TPage : HandView => routes.MapAct(
        form,
        (visit, input) => Domain.Decisions.Propose.That(visit.Council.Number, Text.Of(input.Text("what")), deed(input)),
        again: HandPages.Show<TPage>);
}
