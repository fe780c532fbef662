using Faubourg.Domain.Projects;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What becomes of what a decision opened.</summary>
internal static class OfProjects
{
    public static void Check(Case c, PublicEvent happened)
    {
        if (happened is ProjectRenewed e) Renewed(c, e);
    }

    /// <summary>It was put before the room while the project was open; the count may have closed a little later.</summary>
    private static void Renewed(Case c, ProjectRenewed e)
    {
        var then = c.Evening(e.Council).WhenDecidingBegan ?? c.Before;
        c.Require(then.Projects.TryGetValue(e.Project, out var project) && project.IsOpenAt(then.At), Rule.SpeaksOfWhatIs, "There is no such open project.");
    }
}
