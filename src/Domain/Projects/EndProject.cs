using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>A council ends what another opened, or what it opened itself on another evening: it is done, or dropped.</summary>
/// <param name="Project">Open, whichever council opened it.</param>
public sealed record EndProject(int Project, ProjectEnd End) : Deed
{
    public override Touches Touches => Touches.Project;

    internal override int Changed(Quarter quarter) => Weight.HeadsOf(quarter, Project);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) => quarter.OpenProject(Project, now) is null ? new NoOpenProject() : null;

    internal override PublicEvent Written(Council council) => new ProjectEnded(council.Number, Project, End);
}

/// <param name="Project">Which one: the council that opened it.</param>
/// <param name="End">As what it ends, 72 hours after the minutes, unless another council says no.</param>
[Leaf("project.ended")]
public sealed record ProjectEnded(int Council, int Project, ProjectEnd End) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Project;

    int IDeedDone.Changed(Quarter before) => Weight.HeadsOf(before, Project);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.OpenProject(Project, stamp.At) is { } project
        ? quarter.With(project with { Ends = project.Ends.Add(new DecidedEnd(Council, End)) })
        : quarter;
}
