using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>The room consented to decide in another way than was announced.</summary>
/// <param name="AtLeast">Lower bound of the band of those who said yes.</param>
[Leaf("method.chosen")]
public sealed record MethodChosen(int Council, Method Method, int AtLeast) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Chosen = Method,
        Room = c.Room is null ? null : c.Room with { Deliberation = c.Room.Deliberation with { Method = null } },
    });
}

/// <summary>When the room may be asked to decide in another way: <see cref="Ask.ChangeMethod"/>, its subject the method's number.</summary>
internal static class ChangeMethod
{
    public static Refusal? Refuse(Sitting sitting, int subject)
    {
        var (council, room) = (sitting.Council, sitting.Room);
        if (!sitting.IsAt(Step.Gathering, Step.Hearing, Step.Deciding)) return new NotAtThisStep(sitting.Step);
        if (council.Decision is not null) return new DecidedAlready();
        if (room.Deliberation.NotTonight) return new LeftForTonight();
        if (room.Deliberation.RoundOpen || room.Deliberation.Count is not null) return new BallotIsOpen();
        if (!Enum.IsDefined((Method)subject)) return new OtherMethod();
        if ((Method)subject == council.MethodNow) return new DecidedSoAlready();
        return (Method)subject == Method.Majority && !IsLastResort(council) ? new OnlyAsLastResort(OpenRound.BeforeTheRoomChooses) : null;
    }

    /// <summary>Consent was sought for the same proposal twice, and not found.</summary>
    public static bool IsLastResort(Council council) => council.ConsentCounts.Any(c => c.Round >= OpenRound.BeforeTheRoomChooses);
}

/// <summary>It is how the room decides now.</summary>
public sealed record DecidedSoAlready : Refusal;

/// <summary>A majority is never announced, and asked for only when consent was not found.</summary>
/// <param name="Rounds">How many rounds of consent there must have been on one proposal.</param>
public sealed record OnlyAsLastResort(int Rounds) : Refusal;
