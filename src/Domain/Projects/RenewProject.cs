using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>Those who are here go on with it: another 42 days from the decision. What has lapsed does not come back. With money in a jar it needs weight.</summary>
/// <param name="Project">Open, whichever council opened it.</param>
public sealed record RenewProject(int Project) : Deed
{
    public override Touches Touches => Touches.Renewal;

    internal override int Changed(Quarter quarter) => Weight.HeadsOf(quarter, Project);

    internal override bool NeedsWeight(Quarter quarter, Instant now) => KeepsMoney(quarter, Project, now);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now)
    {
        if (quarter.OpenProject(Project, now) is null) return new NoOpenProject();
        // How many heads decide is known when it is put before the room.
        return NeedsWeight(quarter, now) ? Weight.Lacks(council, Weight.LeastHeads, Weight.Notice, changed: 0) : null;
    }

    internal override PublicEvent Written(Council council) => new ProjectRenewed(council.Number, Project);

    /// <summary>A jar lives as long as its project: to go on with this one keeps others' money away from them for longer.</summary>
    internal static bool KeepsMoney(Quarter quarter, int project, Instant now) =>
        quarter.Jars.TryGetValue(project, out var jar) && jar.PhaseAt(quarter, now) is not (JarPhase.Refused or JarPhase.Ended);
}

/// <param name="Project">Which one: the council that opened it.</param>
[Leaf("project.renewed")]
public sealed record ProjectRenewed(int Council, int Project) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Renewal;

    int IDeedDone.Changed(Quarter before) => Weight.HeadsOf(before, Project);

    bool IDeedDone.NeedsWeight(Quarter before, Instant at) => RenewProject.KeepsMoney(before, Project, at);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.OpenProject(Project, stamp.At) is { } project
        ? quarter.With(project with { Until = stamp.At + Projects.Project.Term, Renewals = project.Renewals.Add(Council) })
        : quarter;
}

public sealed record NoOpenProject : Refusal;
