using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What happened, told by the events alone: the laws trust no state to judge the state.</summary>
internal sealed class Memory
{
    public Dictionary<int, int> Decisions { get; } = [];

    public HashSet<int> Over { get; } = [];

    public HashSet<(int Council, Role Role)> Waived { get; } = [];

    /// <summary>Seats taken when deciding had opened.</summary>
    public HashSet<(int Council, int Seat)> Late { get; } = [];

    /// <summary>Since when a council stands as announced.</summary>
    public Dictionary<int, Instant> Announced { get; } = [];

    public Dictionary<int, Instant> End { get; } = [];

    public Dictionary<int, int> Extensions { get; } = [];

    public Dictionary<(int Council, int Proposal), HashSet<int>> Marked { get; } = [];

    public HashSet<(int Council, int Draw, int Number, Role Role)> InHat { get; } = [];

    /// <summary>The last draw that was done for a role.</summary>
    public Dictionary<(int Council, Role Role), int> DrawFor { get; } = [];

    /// <summary>By the events alone: what a naive teller would have on paper.</summary>
    public Recount Recount { get; } = new();

    /// <summary>By the leaves alone.</summary>
    public Faubourg.Domain.Record.Figures.FigureBook Figures { get; } = new();

    private readonly HashSet<int> deciding = [];

    public void Note(Quarter before, Event e, Instant now)
    {
        var minute = Rules.Minute(now);
        Recount.Note(before, e);
        if (e is PublicEvent leaf) Figures.Next(leaf, minute);
        switch (e)
        {
            case CouncilConvened c: Announced[c.Council] = minute; End[c.Council] = c.StartsAt + Duration.FromMinutes(c.Minutes); break;
            case CouncilChanged c: Announced[c.Council] = minute; End[c.Council] = c.StartsAt + Duration.FromMinutes(c.Minutes); break;
            case PlaceMoved c when before.Councils[c.Council].Step == Step.Announced: Announced[c.Council] = minute; break;
            case CouncilExtended c: End[c.Council] += Duration.FromMinutes(c.Minutes); Extensions[c.Council] = Extensions.GetValueOrDefault(c.Council) + 1; break;
            case DecisionMade c: Decisions[c.Council] = Decisions.GetValueOrDefault(c.Council) + 1; break;
            case CouncilDissolved c: Over.Add(c.Council); break;
            case ExclusionWaived c: Waived.Add((c.Council, c.Role)); break;
            case StepMoved { Step: >= Step.Deciding } c: deciding.Add(c.Council); break;
            case SeatTaken c when deciding.Contains(c.Council): Late.Add((c.Council, c.Seat.Number)); break;
            case Proposed c: Marked[(c.Council, c.Draft.Number)] = [.. c.Draft.Marked]; break;
            case HatFilled c: Hats(c); break;
            case DrawRevealed c: foreach (var role in hats[(c.Council, c.Draw)]) DrawFor[(c.Council, role)] = c.Draw; break;
        }
    }

    private readonly Dictionary<(int Council, int Draw), List<Role>> hats = [];

    private void Hats(HatFilled c)
    {
        if (!hats.TryGetValue((c.Council, c.Draw), out var roles)) hats.Add((c.Council, c.Draw), roles = []);
        roles.Add(c.Role);
        InHat.UnionWith(c.Numbers.Select(n => (c.Council, c.Draw, n, c.Role)));
    }
}
