using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>A council held wholly on paper, as its one sheet says.</summary>
/// <param name="HeldAt">When it began: in the last 14 days.</param>
/// <param name="Minutes">15 to 180.</param>
/// <param name="Heads">How many were there, 3 to 1,000.</param>
/// <param name="DrawnFromHat">Roles were drawn from a hat in front of everybody.</param>
/// <param name="Proposals">1 to 26.</param>
/// <param name="Decided">Which of them, from 1; 0 when the room did not agree.</param>
/// <param name="Hands">How many consented.</param>
/// <param name="Tasks">Up to 50.</param>
public sealed record PaperCouncil(
    Text Question,
    Text Place,
    Instant HeldAt,
    int Minutes,
    int Heads,
    bool DrawnFromHat,
    ImmutableArray<Text> Proposals,
    int Decided,
    int Hands,
    ImmutableArray<Text> Tasks,
    GainDraft? Gain,
    RitualDraft? Ritual)
{
    /// <summary>The leaves of such a council: the same kinds as of any other.</summary>
    internal IEnumerable<Event> Written(int council)
    {
        yield return new CouncilConvened(council, HeldAt, Minutes, Attendance.Room, Method.Consent, false, false, false, true, null, null, null, Question, Place, null);
        yield return new HeadsCounted(council, Step.Hearing, Bands.Of(Heads));
        if (DrawnFromHat)
            foreach (var role in new[] { Role.Facilitator, Role.NoteKeeper })
                yield return new RoleCalled(council, role, null, Why.Drawn, null);
        for (var i = 0; i < Proposals.Length; i++)
            yield return new ProposalMade(council, i + 1, null, false, Touches.Nothing, null, Proposals[i], null);
        if (Decided > 0)
        {
            yield return new ConsentCounted(council, Decided, 1, true, Hands, 0, Math.Max(0, Heads - Hands));
            yield return new DecisionMade(council, Decided, Method.Consent, null, false, Touches.Nothing, null, Proposals[Decided - 1], null);
        }
        for (var i = 0; i < Tasks.Length; i++)
            yield return new TaskOpened(council, i + 1, null, false, false, false, Tasks[i], null, null);
        if (Gain is not null) yield return Gain.Written(council);
        if (Ritual is not null) yield return new CareHeld(council, Ritual.Ritual, null, Ritual.Words);
        var ended = Rules.Minute(HeldAt + Duration.FromMinutes(Minutes));
        yield return new CouncilDissolved(council, Decided > 0 ? Outcome.Decided : Outcome.NoDecision, Ending.Paper, ended, null);
    }
}

/// <summary>Typed by one device; a second has a day to say that the paper says the same.</summary>
public sealed record PaperSheet(int Number, string Device, Instant Until, PaperCouncil Council);

/// <summary>Type in a council that was held on paper.</summary>
public sealed record TypeSheet(PaperCouncil Paper) : Act
{
    /// <summary>Sheets that may await their second device at once.</summary>
    public const int Most = 20;

    private static readonly Duration Past = Duration.FromDays(14);

    private static readonly Duration Waits = Duration.FromDays(1);

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.Sheets.Count >= Most) return new TooManySheets(Most);
        if (Paper.HeldAt + Duration.FromMinutes(Paper.Minutes) > facts.Now || Paper.HeldAt < facts.Now - Past) return new NotHeldLately((int)Past.TotalDays);
        if (Paper.Minutes is < Convene.ShortestMinutes or > Convene.LongestMinutes)
            return new WrongLength(Convene.ShortestMinutes, Convene.LongestMinutes);
        if (Paper.Heads < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        if (Paper.Proposals.Length > Propose.Most) return new TooManyProposals(Propose.Most);
        if (Paper.Tasks.Length > AddTask.Most) return new TooManyTasks(AddTask.Most);
        if (Paper.Decided < 0 || Paper.Decided > Paper.Proposals.Length) return new NoSuchProposal();
        if (Paper.Hands < 0 || Paper.Hands > Paper.Heads) return new MoreHandsThanHeads(Paper.Heads);
        if (Paper.Decided > 0 && Paper.Hands * 2 < Paper.Heads) return new NotHalf();
        return new SheetTyped(new PaperSheet(Unused(quarter, facts.Chance), actor.Device, facts.Now + Waits, Paper with { HeldAt = Rules.Minute(Paper.HeldAt) }));
    }

    /// <summary>A number that no earlier sheet is likely to have had: nobody confirms one and means another.</summary>
    private static int Unused(Quarter quarter, Chance chance)
    {
        while (true)
        {
            var number = 100_000 + chance.Below(900_000);
            if (!quarter.Sheets.ContainsKey(number)) return number;
        }
    }
}

public sealed record SheetTyped(PaperSheet Sheet) : RoomEvent(0)
{
    public override string? Mark => $"sheet-{Sheet.Number}";

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter with { Sheets = quarter.Sheets.SetItem(Sheet.Number, Sheet) };
}

/// <summary>A second device answers "is this what the paper says?".</summary>
/// <param name="Same">False: it is taken away and may be typed again.</param>
public sealed record ConfirmSheet(int Sheet, bool Same) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Sheets.TryGetValue(Sheet, out var sheet)) return new NoSuchSheet();
        if (sheet.Device == actor.Device) return new NeedsOwnDevice();
        if (!Same) return new SheetEnded(Sheet);
        var council = quarter.Councils.Last + 1;
        return sheet.Council.Written(council).Append(new SheetEnded(Sheet)).ToList();
    }
}

public sealed record SheetEnded(int Sheet) : RoomEvent(0)
{
    public override ImmutableArray<string> Ends => [$"sheet-{Sheet}"];

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { Sheets = quarter.Sheets.Remove(Sheet) };
}

public sealed record TooManySheets(int Most) : Refusal;

public sealed record NotHeldLately(int Days) : Refusal;

public sealed record NotHalf : Refusal;

public sealed record NoSuchSheet : Refusal;
