using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>What is announced of a council: when, how long, how to come, how it decides.</summary>
/// <param name="Question">The tangible issue.</param>
/// <param name="Place">The place in words, or the link.</param>
/// <param name="Access">Further notes on access and languages.</param>
/// <param name="StartsAt">From 5 minutes ago to 90 days ahead.</param>
/// <param name="Minutes">15 to 180.</param>
public sealed record Announcement(
    Text Question,
    Text Place,
    Text? Access,
    Instant StartsAt,
    int Minutes,
    Attendance Attendance,
    Method Method,
    bool StepFree,
    bool Children,
    bool Food)
{
    public CouncilKind Kind { get; init; }
}

/// <summary>Anyone may convene.</summary>
/// <param name="As">The number it was prepared for: the convener's device is known by a key of that council alone.</param>
public sealed record Convene(Announcement Announcement, int? Corner = null, WallItem? FromWall = null, int? As = null) : Act
{
    /// <summary>Announced councils that may await their start at once in one quarter.</summary>
    public const int MostAnnounced = 50;

    public const int ShortestMinutes = 15;

    public const int LongestMinutes = 180;

    public static readonly Duration Farthest = Duration.FromDays(90);

    public static readonly Duration Late = Duration.FromMinutes(5);

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        var (_, _, _, at, minutes, attendance, method, stepFree, children, food) = Announcement;
        var starts = Rules.Minute(at);
        if (Refuse(quarter, Announcement, facts.Now) is { } refusal) return refusal;
        if (quarter.Living.Count(n => quarter.Councils[n].Step == Step.Announced) >= MostAnnounced) return new TooManyAnnounced(MostAnnounced);
        if (Corner is { } corner && !(quarter.Corners.TryGetValue(corner, out var pinned) && pinned.Until > facts.Now)) return new NoSuchCorner();
        if (FromWall is { } item)
        {
            if (OnTheWall(quarter, item) is not { } left) return new NotOnTheWall();
            if (RefuseLine(left, starts, facts.Now) is { } early) return early;
        }
        var number = quarter.Councils.Last + 1;
        if (As is { } prepared && prepared != number) return new AnotherCameFirst();
        return new Event[]
        {
            new CouncilConvened(number, starts, minutes, attendance, method, stepFree, children, food, false,
                Corner, FromWall?.Council, FromWall?.Proposal, Announcement.Question, Announcement.Place, Announcement.Access,
                Written(Announcement.Kind)),
            new RoomPrepared(number, actor.Device, facts.Chance.Secret()),
        };
    }

    /// <summary>Why nothing can be announced so, newly or anew; null when it can.</summary>
    internal static Refusal? Refuse(Quarter quarter, Announcement announcement, Instant now)
    {
        var starts = Rules.Minute(announcement.StartsAt);
        if (RefuseTime(starts, announcement.Minutes, now) is { } refusal) return refusal;
        if (announcement.Method == Method.Majority) return new Decisions.OnlyAsLastResort(Decisions.OpenRound.BeforeTheRoomChooses);
        return RefuseQuiet(quarter, starts, announcement.Kind, now);
    }

    internal static Refusal? RefuseTime(Instant starts, int minutes, Instant now)
    {
        if (starts < now - Late) return new StartsInThePast();
        if (starts > now + Farthest) return new StartsTooFarAhead();
        return minutes is < ShortestMinutes or > LongestMinutes ? new WrongLength(ShortestMinutes, LongestMinutes) : null;
    }

    /// <summary>What starts in the quiet after busy weeks is for care, reflection or mending, or it is urgent.</summary>
    internal static Refusal? RefuseQuiet(Quarter quarter, Instant starts, CouncilKind kind, Instant now) =>
        kind == CouncilKind.Usual && Seasons.Season.QuietAt(quarter, starts, now) is { } season ? new Seasons.InTheQuiet(season.Until) : null;

    /// <summary>The leaf of a usual council says nothing of its kind.</summary>
    internal static CouncilKind? Written(CouncilKind kind) => kind == CouncilKind.Usual ? null : kind;

    /// <summary>What was marked and seconded waits for an open council that everybody could hear of.</summary>
    internal static Refusal? RefuseLine(Decisions.Proposal? left, Instant starts, Instant now) =>
        left?.Aside is not null && starts < now + Weight.Notice ? new NeedsNotice((int)Weight.Notice.TotalHours) : null;

    internal static Decisions.Proposal? OnTheWall(Quarter quarter, WallItem item) =>
        quarter.Councils.TryGetValue(item.Council, out var council) && council.IsOver
            ? council.OnTheWall.FirstOrDefault(p => p.Number == item.Proposal)
            : null;
}

/// <param name="Purpose">Absent: a usual one.</param>
[Leaf("council.convened")]
public sealed record CouncilConvened(
    int Council,
    Instant StartsAt,
    int Minutes,
    Attendance Attendance,
    Method Method,
    bool StepFree,
    bool Children,
    bool Food,
    bool OnPaper,
    int? Corner,
    int? WallCouncil,
    int? WallProposal,
    Text Question,
    Text Place,
    Text? Access,
    CouncilKind? Purpose = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => Seasons.Week.Noted(quarter, Council, StartsAt).With(new Council
    {
        Number = Council,
        ConvenedAt = stamp.At,
        StartsAt = StartsAt,
        Minutes = Minutes,
        Attendance = Attendance,
        Method = Method,
        StepFree = StepFree,
        Children = Children,
        Food = Food,
        OnPaper = OnPaper,
        Kind = Purpose ?? CouncilKind.Usual,
        Corner = Corner,
        FromWall = WallCouncil is { } c && WallProposal is { } p ? new WallItem(c, p) : null,
        NoticeFrom = stamp.At,
        Question = new TextAt(stamp.Seq, "question"),
        Place = new TextAt(stamp.Seq, "place"),
        Access = Access is null ? null : new TextAt(stamp.Seq, "access"),
        StepSince = stamp.At,
    });
}

/// <summary>The room stands ready: who convened may open it, nothing more.</summary>
public sealed record RoomPrepared(int Council, string Opener, string DoorKey) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { Room = new Room { Opener = Opener, DoorKey = DoorKey, StepSince = stamp.At } }) with
        {
            Living = quarter.Living.Add(Council),
        };
}

public sealed record StartsInThePast : Refusal;

public sealed record StartsTooFarAhead : Refusal;

public sealed record WrongLength(int Shortest, int Longest) : Refusal;

public sealed record TooManyAnnounced(int Most) : Refusal;

public sealed record AnotherCameFirst : Refusal;

public sealed record NoSuchCorner : Refusal;

public sealed record NotOnTheWall : Refusal;
