using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>Those who are here go on with it: another 42 days from the decision. What has lapsed does not come back.</summary>
/// <param name="Project">Open, whichever council opened it.</param>
public sealed record RenewProject(int Project) : Deed
{
    public override Touches Touches => Touches.Renewal;

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) => quarter.OpenProject(Project, now) is null ? new NoOpenProject() : null;

    internal override PublicEvent Written(Council council) => new ProjectRenewed(council.Number, Project);
}

/// <param name="Project">Which one: the council that opened it.</param>
[Leaf("project.renewed")]
public sealed record ProjectRenewed(int Council, int Project) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Renewal;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.OpenProject(Project, stamp.At) is { } project
        ? quarter.With(project with { Until = stamp.At + Projects.Project.Term, Renewals = project.Renewals.Add(Council) })
        : quarter;
}

public sealed record NoOpenProject : Refusal;
