using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>The convener changes or moves an announcement, visibly, until somebody is seated.</summary>
public sealed record Change(int Council, Announcement Announcement) : CouncilAct(Council)
{
    public const int Most = 20;

    private protected override Decision Decide(Sitting sitting)
    {
        if (!sitting.IsAt(Step.Announced)) return new NotAtThisStep(sitting.Step);
        if (sitting.Actor.Device != sitting.Room.Opener) return new OnlyTheConvener();
        if (sitting.Council.Changes >= Most) return new ChangedTooOften(Most);
        var (question, place, access, at, minutes, attendance, method, stepFree, children, food) = Announcement;
        var starts = Rules.Minute(at);
        if (Convene.Refuse(sitting.Quarter, Announcement, sitting.Now) is { } refusal) return refusal;
        var left = sitting.Council.FromWall is { } item ? Convene.OnTheWall(sitting.Quarter, item) : null;
        if (Convene.RefuseLine(left, starts, sitting.Now) is { } early) return early;
        return new CouncilChanged(Council, starts, minutes, attendance, method, stepFree, children, food, question, place, access,
            Convene.Written(Announcement.Kind));
    }
}

/// <param name="Purpose">Absent: a usual one.</param>
[Leaf("council.changed")]
public sealed record CouncilChanged(
    int Council,
    Instant StartsAt,
    int Minutes,
    Attendance Attendance,
    Method Method,
    bool StepFree,
    bool Children,
    bool Food,
    Text Question,
    Text Place,
    Text? Access,
    CouncilKind? Purpose = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => Seasons.Week.Noted(quarter, Council, StartsAt).In(Council, c => c with
    {
        StartsAt = StartsAt,
        Minutes = Minutes,
        Attendance = Attendance,
        Method = Method,
        StepFree = StepFree,
        Children = Children,
        Food = Food,
        Kind = Purpose ?? CouncilKind.Usual,
        // Any change starts the notice anew: a council of weight may not be announced for one thing and held for another.
        NoticeFrom = stamp.At,
        Changes = c.Changes + 1,
        Before = c.BeforeAt(stamp.At),
        Question = new TextAt(stamp.Seq, "question"),
        Place = new TextAt(stamp.Seq, "place"),
        Access = Access is null ? null : new TextAt(stamp.Seq, "access"),
    });
}

public sealed record OnlyTheConvener : Refusal;

public sealed record ChangedTooOften(int Most) : Refusal;
