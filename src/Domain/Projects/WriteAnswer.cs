using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>What an institution answered.</summary>
public enum RequestReply { Yes, Partly, No }

/// <summary>The institution answered: by whoever wrote the request in, or somebody who has a task of the project since its evening.</summary>
/// <param name="Slip">Hash of the slip of the request, or of a task.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Words">What was answered.</param>
/// <param name="Meanwhile">What we did meanwhile.</param>
public sealed record WriteAnswer(string Slip, int Request, LocalDate On, RequestReply Reply, Text? Words, Text? Meanwhile) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (Council(quarter, facts.Now) is not { } council) return new NoSuchSlip();
        if (!quarter.SpeaksForAll(quarter.Slips[Slip])) return new TakenLater();
        if (council.Requests.ElementAtOrDefault(Request - 1) is not { } request) return new NoSuchRequest();
        if (request.Answered is not null) return new AnsweredAlready();
        if (facts.Now >= request.WrittenAt + Projects.Request.Open) return new NoSuchRequest();
        if (On < request.On || !Projects.Request.MayBeAsked(On, facts.Now)) return new NotOnThatDay();
        return new RequestAnswered(council.Number, Request, On, Reply, Words, Meanwhile);
    }

    private Council? Council(Quarter quarter, Instant now)
    {
        if (quarter.ProjectOf(Slip, now) is { } project) return quarter.Councils[project.Number];
        return quarter.Slips.TryGetValue(Slip, out var held) && held.Purpose == Purpose.Request && held.Task == Request && held.HoldsAt(now)
            ? quarter.Councils[held.Council]
            : null;
    }
}

[Leaf("request.answered")]
public sealed record RequestAnswered(int Council, int Request, LocalDate On, RequestReply Reply, Text? Words, Text? Meanwhile) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Requests = c.Requests.SetItem(Request - 1, c.Requests[Request - 1] with
        {
            Answered = new Answered(
                On, Reply, Words is null ? null : new TextAt(stamp.Seq, "words"), Meanwhile is null ? null : new TextAt(stamp.Seq, "meanwhile")),
        }),
    });
}

public sealed record NoSuchRequest : Refusal;

public sealed record AnsweredAlready : Refusal;
