using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>A question that anybody seated may ask: when it makes sense, and what has to be typed for it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Now">Whether it is offered at this moment; the rules have the last word.</param>
/// <param name="Needed">Fields without which it cannot be asked.</param>
/// <param name="Possible">Fields that may be left out.</param>
public sealed record AskKind(Ask Kind, Func<Scene, bool> Now, ImmutableArray<string> Needed, ImmutableArray<string> Possible)
{
    public string Name => Field.Kebab(Kind);

    /// <summary>Something is typed or chosen, so it has a page of its own.</summary>
    public bool Asks => !Needed.IsEmpty || !Possible.IsEmpty;

    public string? Missing(Input input) => Needed.FirstOrDefault(field => !input.Has(field));

    public int Subject(Input input) => Kind switch
    {
        Ask.MoreTime => input.Number("minutes"),
        Ask.WaiveExclusion => (int)input.Choice<Domain.Draws.Role>("role"),
        Ask.CallBack => input.Number("proposal"),
        Ask.RecallSpokesperson => input.Number("council"),
        Ask.ChangeMethod => (int)input.Choice<Method>("method"),
        _ => 0,
    };
}
