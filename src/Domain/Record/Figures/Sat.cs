using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Power;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <summary>A council as its leaves tell it, so far as something of it is counted.</summary>
internal sealed class Sat(int number)
{
    private readonly Dictionary<Role, int> lastDraw = [];

    public int Number { get; } = number;

    public Instant Starts { get; private set; }

    public int Minutes { get; private set; }

    public CouncilKind Kind { get; private set; }

    public bool OnPaper { get; private set; }

    public int Changes { get; private set; }

    /// <summary>Lower bounds of bands; 0 while nobody counted.</summary>
    public (int AtDraw, int AtDeciding) Heads { get; private set; }

    public Outcome? Outcome { get; private set; }

    public Instant Due { get; private set; }

    public Ritual? Ritual { get; private set; }

    public int? Mood { get; private set; }

    public bool Decided { get; private set; }

    public bool Gained { get; private set; }

    public TurnsCounted? Turns { get; private set; }

    /// <summary>Each with the draw whose order it follows; 0 where there was none.</summary>
    public List<(RoleCalled Call, int Draw)> Calls { get; } = [];

    /// <summary>It met, whether or not it agreed.</summary>
    public bool Met => Outcome is Councils.Outcome.Decided or Councils.Outcome.NoDecision;

    /// <summary>It met, or is still to meet.</summary>
    public bool Counts => Outcome is not (Councils.Outcome.CalledOff or Councils.Outcome.NobodyCame);

    private readonly Dictionary<int, HashSet<Role>> hats = [];

    public void Next(PublicEvent happened)
    {
        switch (happened)
        {
            case CouncilConvened convened:
                (Starts, Minutes, Kind, OnPaper) = (convened.StartsAt, convened.Minutes, convened.Purpose ?? CouncilKind.Usual, convened.OnPaper);
                break;
            case CouncilChanged changed:
                (Starts, Minutes, Kind, Changes) = (changed.StartsAt, changed.Minutes, changed.Purpose ?? CouncilKind.Usual, Changes + 1);
                break;
            case PlaceMoved:
                Changes++;
                break;
            case DecisionMade:
                Decided = true;
                break;
            case GainClaimed:
                Gained = true;
                break;
            case CareHeld care:
                (Ritual, Mood) = (care.Ritual, care.Mood);
                break;
            case TurnsCounted turns:
                Turns = turns;
                break;
            case CouncilDissolved over:
                (Outcome, Due) = (over.Outcome, over.Due);
                break;
            default:
                Drew(happened);
                break;
        }
    }

    private void Drew(PublicEvent happened)
    {
        switch (happened)
        {
            case HeadsCounted { Step: Step.Gathering } counted:
                Heads = (counted.AtLeast, Heads.AtDeciding);
                break;
            case HeadsCounted counted:
                Heads = (Heads.AtDraw, counted.AtLeast);
                break;
            case HatFilled hat:
                if (!hats.TryGetValue(hat.Draw, out var roles)) hats[hat.Draw] = roles = [];
                roles.Add(hat.Role);
                break;
            case DrawRevealed drawn when hats.TryGetValue(drawn.Draw, out var hatted):
                foreach (var role in hatted) lastDraw[role] = drawn.Draw;
                break;
            case RoleCalled call:
                Calls.Add((call, lastDraw.GetValueOrDefault(call.Role)));
                break;
        }
    }
}
