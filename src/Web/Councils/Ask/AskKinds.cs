using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

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
        _ => 0,
    };
}

internal static class AskKinds
{
    public static ImmutableArray<AskKind> All { get; } =
    [
        new(Ask.OurQuestion, s => s.Step is Step.Gathering or Step.Hearing, [], ["words"]),
        new(Ask.MoreTime, s => s.Council.ExtraMinutes == 0, ["minutes"], []),
        new(Ask.Floor, s => s.Step is Step.Gathering or Step.Hearing, [], []),
        new(Ask.NamesOnWall, _ => true, [], []),
        new(Ask.WaiveExclusion, s => s.Room.Draw is null && s.Room.Roles.IsEmpty, ["role"], []),
        new(Ask.CallBack, s => s.Room.Proposals.Values.Any(p => p.Aside == SetAside.Covenant), ["proposal", "words"], []),
        new(Ask.Spokesperson, s => s.Council is { Decision: not null, Spokesperson: null }, ["addressee", "words"], []),
        new(Ask.RecallSpokesperson, s => Sent(s).Any(), ["council"], []),
    ];

    public static AskKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Councils of this neighbourhood in whose name somebody still speaks.</summary>
    public static IEnumerable<Council> Sent(Scene scene) => scene.Quarter.Councils.Values
        .Where(c => c.Spokesperson is { RecalledBy: null } spokesperson && spokesperson.Until > scene.Now);
}
