using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>"Look, this is how it stands": by whoever has a task of the project, or, for 72 hours, whoever was at its council.</summary>
/// <param name="Slip">Hash of the slip of a task, or of that to correct the minutes.</param>
/// <param name="Words">What there is to see.</param>
/// <param name="Picture">SHA-256 of the stored bytes of the picture, 64 hex digits in lower case; null without one.</param>
public sealed record ShowEvidence(string Slip, Text Words, Text? Picture = null) : Act
{
    /// <summary>For one project.</summary>
    public const int Most = 50;

    /// <summary>Why nothing may be shown with this slip; null where it may. A picture is not even looked at before.</summary>
    public static Refusal? Refuse(Quarter quarter, string slip, Instant now)
    {
        if (quarter.ProjectOf(slip, now) is not { } project) return new NoSuchSlip();
        return quarter.Councils[project.Number].Evidence.Length >= Most ? new TooMuchEvidence(Most) : null;
    }

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (Refuse(quarter, Slip, facts.Now) is { } no) return no;
        return new EvidenceShown(quarter.Slips[Slip].Council, quarter.Slips[Slip].Task, Words, Picture);
    }
}

/// <param name="Council">The council that opened the project.</param>
/// <param name="Task">Of which task; absent: of the project as a whole.</param>
/// <param name="Picture">SHA-256 of the picture's bytes, 64 hex digits in lower case: disclosed, because a bare hash could be guessed and confirmed.</param>
[Leaf("evidence.shown")]
public sealed record EvidenceShown(int Council, int? Task, Text Words, Text? Picture) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Evidence = c.Evidence.Add(new Evidence(
            stamp.At, Task, new TextAt(stamp.Seq, "words"), Picture is null ? null : new TextAt(stamp.Seq, "picture"))),
    });
}

/// <summary>What was shown of what became of a decision.</summary>
/// <param name="Task">Of which task; null: of the project as a whole.</param>
/// <param name="Picture">Where its digest is disclosed.</param>
public sealed record Evidence(Instant At, int? Task, TextAt Words, TextAt? Picture);

public sealed record TooMuchEvidence(int Most) : Refusal;
