using System.Collections.Immutable;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>What a whole room may be asked with one minute to answer.</summary>
public enum Ask { OurQuestion, MoreTime, WaiveExclusion, Floor, NamesOnWall, CallBack, Spokesperson, RecallSpokesperson, NextStep, ChangeMethod }

/// <summary>A question to all present, and their answers so far.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="By">The seat that asks.</param>
/// <param name="Closes">60 seconds after it was asked.</param>
/// <param name="Words">The question as reworded, the spokesperson's sentence, or the reason.</param>
/// <param name="Addressee">Spokesperson: whom to speak to.</param>
/// <param name="Subject">MoreTime: minutes. WaiveExclusion: the role. CallBack: the proposal. RecallSpokesperson: the council. ChangeMethod: the number of the <see cref="Method"/>.</param>
public sealed record Asked(Ask Kind, int By, Instant Closes, Text? Words, Text? Addressee, int Subject)
{
    /// <summary>Who may answer: those here when it was asked, save who sat down after deciding opened.</summary>
    public ImmutableSortedSet<int> Electorate { get; init; } = [];

    public ImmutableSortedDictionary<int, Reply> Replies { get; init; } = ImmutableSortedDictionary<int, Reply>.Empty;

    public int Count(Reply reply) => Replies.Values.Count(r => r == reply);
}

/// <summary>For <see cref="Ask.NextStep"/>, Yes is a smaller step, No the least resistance, Object not tonight.</summary>
public enum Reply { Yes, No, Object }

/// <summary>Anyone seated may ask the room.</summary>
public sealed record AskRoom(int Council, Ask Kind, Text? Words = null, Text? Addressee = null, int Subject = 0) : SeatedAct(Council)
{
    public static readonly Duration Open = Duration.FromSeconds(60);

    public const int LongestExtension = 30;

    /// <summary>Questions from one seat in an evening: while the room is asked, nothing else goes on.</summary>
    public const int MostFromOneSeat = 5;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (room.Asked is not null) return new RoomIsAsked();
        if (room.Electorate.Count() < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        if (seat.Asked >= MostFromOneSeat) return new AskedOften(MostFromOneSeat);
        return Questions.Refuse(sitting, this) is { } refusal ? refusal : Of(sitting, seat, Kind, Words, Addressee, Subject);
    }

    internal static RoomAsked Of(Sitting sitting, Seat seat, Ask kind, Text? words = null, Text? addressee = null, int subject = 0) =>
        new(sitting.Number, new Asked(kind, seat.Number, sitting.Now + Open, words, addressee, subject)
        {
            Electorate = [.. sitting.Room.Electorate.Select(s => s.Number)],
        });
}

public sealed record RoomAsked(int Council, Asked Asked) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with
        {
            Asked = Asked,
            Seats = r.Seats.SetItem(Asked.By, r.Seats[Asked.By] with { Asked = r.Seats[Asked.By].Asked + 1 }),
        });
}

/// <summary>Yes, no, or a standing objection. It may be changed until the minute is over.</summary>
public sealed record AnswerRoom(int Council, Reply Reply) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Asked is not { } asked) return new NothingIsAsked();
        if (!asked.Electorate.Contains(seat.Number)) return new SeatedTooLate();
        var answered = new RoomAnswered(Council, seat.Number, Reply);
        var all = asked with { Replies = asked.Replies.SetItem(seat.Number, Reply) };
        return sitting.Room.Present.All(s => all.Replies.ContainsKey(s.Number) || !asked.Electorate.Contains(s.Number))
            ? Questions.Settle(answered.In(sitting.Council), sitting.Facts).Prepend(answered).ToList()
            : answered;
    }
}

public sealed record RoomAnswered(int Council, int Seat, Reply Reply) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council) => council with
    {
        Room = council.Room! with
        {
            Asked = council.Room.Asked! with { Replies = council.Room.Asked.Replies.SetItem(Seat, Reply) },
        },
    };
}

/// <summary>The minute is over; the room sees how it answered.</summary>
public sealed record RoomSettled(int Council, bool Passed) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Asked = null, Settled = new Settled(r.Asked!, Passed) });
}

/// <summary>What was asked, what everybody said, and whether it passed.</summary>
public sealed record Settled(Asked Asked, bool Passed);

public sealed record RoomIsAsked : Refusal;

public sealed record NothingIsAsked : Refusal;

public sealed record AskedOften(int Most) : Refusal;
