using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>Somebody of the project asked an institution for something: from then on the days are counted.</summary>
/// <param name="Slip">Hash of the slip of a task that somebody had since the evening, or, for 72 hours, of that to correct the minutes.</param>
/// <param name="On">The day it was asked: today, or up to a year before.</param>
/// <param name="Addressee">Whom.</param>
/// <param name="Words">What for.</param>
/// <param name="Next">Hash of a slip with which the answer may be written in, for a year.</param>
public sealed record AskInstitution(string Slip, LocalDate On, Text Addressee, Text Words, string Next) : Act
{
    /// <summary>For one project.</summary>
    public const int Most = 20;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.ProjectOf(Slip, facts.Now) is not { } project) return new NoSuchSlip();
        if (!quarter.SpeaksForAll(quarter.Slips[Slip])) return new TakenLater();
        if (!project.IsOpenAt(quarter, facts.Now)) return new NoOpenProject();
        if (!Request.MayBeAsked(On, facts.Now)) return new NotOnThatDay();
        var number = quarter.Councils[project.Number].Requests.Length + 1;
        if (number > Most) return new TooManyRequests(Most);
        var until = Rules.Minute(facts.Now) + Request.Open;
        return new Event[]
        {
            new RequestAsked(project.Number, number, On, Addressee, Words),
            new SlipLeft(project.Number, new Slip(Next, Purpose.Request, project.Number, until, number)),
        };
    }
}

/// <param name="Council">The council that opened the project.</param>
/// <param name="Request">Numbered in its project from 1.</param>
[Leaf("request.asked")]
public sealed record RequestAsked(int Council, int Request, LocalDate On, Text Addressee, Text Words) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Requests = c.Requests.Add(new Request(Request, stamp.At, On, new TextAt(stamp.Seq, "addressee"), new TextAt(stamp.Seq, "words"))),
    });
}

/// <summary>What an institution was asked for. Bureaucracies are slow; the lag is ours.</summary>
/// <param name="WrittenAt">When it was written in.</param>
/// <param name="On">The day it was asked.</param>
public sealed record Request(int Number, Instant WrittenAt, LocalDate On, TextAt Addressee, TextAt Words)
{
    /// <summary>So long an answer may be written in.</summary>
    public static readonly Duration Open = Duration.FromDays(365);

    /// <summary>Null while it is awaited.</summary>
    public Answered? Answered { get; init; }

    /// <summary>Days from asking to the answer, or to today.</summary>
    public int Lag(LocalDate today) => Math.Max(0, Period.DaysBetween(On, Answered?.On ?? today));

    /// <summary>Within the year before now; where it is tomorrow already, tomorrow.</summary>
    internal static bool MayBeAsked(LocalDate on, Instant now)
    {
        var today = now.InUtc().Date;
        return on <= today.PlusDays(1) && on >= today.PlusDays(-365);
    }
}

/// <param name="On">The day of the answer.</param>
/// <param name="Words">What was answered.</param>
/// <param name="Meanwhile">What we did meanwhile.</param>
public sealed record Answered(LocalDate On, RequestReply Reply, TextAt? Words, TextAt? Meanwhile);

/// <summary>It was not asked on that day: it lies ahead, more than a year back, or before the question.</summary>
public sealed record NotOnThatDay : Refusal;

public sealed record TooManyRequests(int Most) : Refusal;
