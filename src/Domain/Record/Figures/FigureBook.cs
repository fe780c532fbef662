using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>
/// The numbers that pages show, counted a second way: from the leaves one after the other, without the state that the rules and the
/// pages are made from. Where both say the same, neither has miscounted. What lapses follows from the time that is asked for. It never
/// throws, whatever the leaves say: what cannot follow from those before counts for nothing.
/// </summary>
public sealed class FigureBook
{
    private readonly HeldDecisions decisions = new();
    private readonly CouncilFigures councils = new();
    private readonly CountFigures counts = new();
    private readonly ProjectFigures projects;
    private readonly JarFigures jars;
    private readonly GainFigures gains;
    private readonly ChargeFigures charges;
    private readonly SeasonFigures seasons;
    private readonly OfferFigures offers;
    private DateTimeZone zone = DateTimeZone.Utc;
    private long size;

    public FigureBook()
    {
        projects = new ProjectFigures(decisions);
        jars = new JarFigures(decisions, projects);
        gains = new GainFigures(decisions);
        charges = new ChargeFigures(decisions);
        seasons = new SeasonFigures(decisions, councils);
        offers = new OfferFigures(decisions);
    }

    /// <summary>The next leaf, in the order of the record.</summary>
    /// <param name="happened">What it says.</param>
    /// <param name="at">The minute it carries.</param>
    public void Next(PublicEvent happened, Instant at)
    {
        size++;
        if (happened is QuarterFounded founded) zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(founded.Zone) ?? DateTimeZone.Utc;
        // A decision refused by this very leaf counts as refused for whatever else it does.
        decisions.Next(happened, at);
        councils.Next(happened);
        counts.Next(happened);
        projects.Next(happened, at);
        jars.Next(happened, at);
        gains.Next(happened, at);
        charges.Next(happened, at);
        seasons.Next(happened, at);
        offers.Next(happened, at);
    }

    /// <summary>What was counted, as it stands at this time.</summary>
    public CountedFigures At(Instant now)
    {
        var stories = new StoryFigures(decisions, councils, projects, gains, seasons);
        return new CountedFigures(
            size, councils.Counted(), projects.At(now), projects.RequestsAt(now, zone), jars.At(now), jars.Lines(), gains.At(now), charges.At(now), offers.At(now), seasons.At(now))
        {
            Power = new PowerFigures(councils).Counted(),
            Stories = stories.At(now),
            Steps = stories.Steps(),
            Rituals = councils.Rituals(),
            Evenings = councils.Each(),
            Draws = counts.Draws(),
            Rounds = counts.Rounds(),
            Counts = counts.Counts(),
        };
    }
}

/// <summary>All that was counted.</summary>
/// <param name="Entries">Leaves.</param>
public sealed record CountedFigures(
    long Entries,
    CouncilsCounted Councils,
    ImmutableArray<ProjectCounted> Projects,
    ImmutableArray<RequestCounted> Requests,
    ImmutableArray<JarCounted> Jars,
    ImmutableArray<LineCounted> Lines,
    GainsCounted Gains,
    ImmutableArray<ChargeCounted> Charges,
    ImmutableArray<OfferCounted> Offers,
    SeasonsCounted Seasons)
{
    /// <summary>Tasks of all projects that wait for a hand.</summary>
    public int Waiting => Projects.Sum(project => project.Waiting);

    public required PowerCounted Power { get; init; }

    /// <summary>Of councils that decided, oldest first.</summary>
    public required ImmutableArray<StoryCounted> Stories { get; init; }

    public required StepsCounted Steps { get; init; }

    public required ImmutableArray<RitualCounted> Rituals { get; init; }

    /// <summary>Every council by itself.</summary>
    public required ImmutableArray<CouncilCounted> Evenings { get; init; }

    public required ImmutableArray<DrawCounted> Draws { get; init; }

    public required ImmutableArray<RoundCounted> Rounds { get; init; }

    /// <summary>The last count of each council, consent not among them.</summary>
    public required ImmutableArray<CountCounted> Counts { get; init; }
}
