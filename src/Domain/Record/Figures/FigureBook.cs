using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>
/// The numbers that pages show, counted a second way: from the leaves one after the other, without the state that the rules and the
/// pages are made from. Where both say the same, neither has miscounted. What lapses follows from the time that is asked for.
/// </summary>
public sealed class FigureBook
{
    private readonly HeldDecisions decisions = new();
    private readonly CouncilFigures councils = new();
    private readonly ProjectFigures projects;
    private readonly JarFigures jars;
    private readonly GainFigures gains;
    private readonly ChargeFigures charges;

    public FigureBook()
    {
        projects = new ProjectFigures(decisions);
        jars = new JarFigures(decisions, projects);
        gains = new GainFigures(decisions);
        charges = new ChargeFigures(decisions);
    }

    /// <summary>The next leaf, in the order of the record.</summary>
    /// <param name="happened">What it says.</param>
    /// <param name="at">The minute it carries.</param>
    public void Next(PublicEvent happened, Instant at)
    {
        // A decision refused by this very leaf counts as refused for whatever else it does.
        decisions.Next(happened, at);
        councils.Next(happened);
        projects.Next(happened, at);
        jars.Next(happened);
        gains.Next(happened, at);
        charges.Next(happened, at);
    }

    /// <summary>What was counted, as it stands at this time.</summary>
    public CountedFigures At(Instant now) => new(councils.Counted(), projects.At(now), jars.At(now), gains.At(now), charges.At(now));
}

/// <summary>All that was counted.</summary>
public sealed record CountedFigures(
    CouncilsCounted Councils,
    ImmutableArray<ProjectCounted> Projects,
    ImmutableArray<JarCounted> Jars,
    GainsCounted Gains,
    ImmutableArray<ChargeCounted> Charges);
