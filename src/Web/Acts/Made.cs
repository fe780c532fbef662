using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web;

/// <summary>What an act made, by the number it is called by from now on: for programs, which have no page to read it from.</summary>
internal static class Made
{
    public static IEnumerable<(string Name, object Value)> By(Answer.Accepted done) =>
        done.Events.SelectMany(happened => By(happened, done.Quarter)).DistinctBy(made => made.Name);

    private static (string Name, object Value)[] By(Event happened, Quarter after) => happened switch
    {
        CouncilConvened convened => [("council", convened.Council)],
        CornerPinned pinned => [("corner", pinned.Corner)],
        SheetTyped typed => [("sheet", typed.Sheet.Number)],
        SeatTaken { Seat: { Paper: { } paper } seat } => [("seat", seat.Number), ("mark", seat.Mark), ("paper", paper)],
        SeatTaken { Seat: var seat } => [("seat", seat.Number), ("mark", seat.Mark)],
        Proposed proposed => [("proposal", proposed.Draft.Number)],
        TaskWritten written => [("task", written.Draft.Number)],
        ConsentSaid { Objection: not null } said when Concern(after, said) is { } concern => [("concern", concern.Number)],
        _ => [],
    };

    private static Concern? Concern(Quarter after, ConsentSaid said) =>
        after.Councils[said.Council].Room?.Deliberation.Concerns.LastOrDefault(concern => concern.Seat == said.Seat && concern.Reason == said.Objection);
}
