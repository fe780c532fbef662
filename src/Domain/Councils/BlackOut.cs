using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>Words that name or locate a private person are blacked out before, or soon after, they are published.</summary>
/// <param name="At">Where the text was disclosed.</param>
/// <param name="From">The first word, from 0.</param>
/// <param name="Count">How many words: 1 to 200 in the room, 1 to 12 afterwards.</param>
/// <param name="Slip">After the end: hash of a slip for these minutes. During the closing any seat may, without.</param>
public sealed record BlackOut(int Council, TextAt At, int From, int Count, string? Slip) : Act
{
    /// <summary>Words at once after the end: enough for a name and an address, too few to make a decision unreadable unseen.</summary>
    public const int MostAfterwards = 12;

    /// <summary>Words at once in the room, where everybody sees it.</summary>
    public const int MostInTheRoom = 200;

    /// <summary>Times in the minutes of one council.</summary>
    public const int MostTimes = 100;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Councils.TryGetValue(Council, out var council)) return new NoSuchCouncil();
        var most = council.IsOver ? MostAfterwards : MostInTheRoom;
        if (From < 0 || Count < 1 || Count > most) return new TooManyWords(most);
        if (council.BlackOuts >= MostTimes) return new BlackedOutOften(MostTimes);
        if (Refuse(quarter, council, actor, facts) is { } refusal) return refusal;
        if (!MinutesTexts.Of(council).Contains(At)) return new NoSuchText();
        var latest = quarter.Latest(At);
        if (Erasure.Refuse(quarter, [latest]) is { } gone) return gone;
        return new WordsBlackedOut(Council, latest.Seq, latest.Name, From, Count, quarter.Texts[latest].BlackedOut(From, Count));
    }

    private Refusal? Refuse(Quarter quarter, Council council, Actor actor, Facts facts)
    {
        if (Minutes.HoldsSlip(quarter, Council, Slip, facts.Now)) return null;
        if (council.Room is null) return new NoSuchSlip();
        if (new Sitting(quarter, council, actor, facts).Seat() is null) return new NotSeated();
        return council.Step == Step.Closing ? null : new NotAtThisStep(council.Step);
    }
}

/// <param name="Entry">Index of the leaf whose disclosure is erased.</param>
/// <param name="Field">Its name there.</param>
/// <param name="From">First word, from 0.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">The text as it is now, disclosed anew.</param>
[Leaf("words.blacked_out")]
public sealed record WordsBlackedOut(int Council, long Entry, string Field, int From, int Count, Text Words) : PublicEvent
{
    public override IEnumerable<TextAt> Erases => [new TextAt(Entry, Field)];

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Texts = quarter.Texts.SetItem(new TextAt(Entry, Field), Text.Erased),
        Erased = quarter.Erased.SetItem(new TextAt(Entry, Field), stamp.Seq),
        Restated = quarter.Restated.SetItem(new TextAt(Entry, Field), new TextAt(stamp.Seq, "words")),
        Councils = quarter.Councils.SetItem(Council, quarter.Councils[Council] with { BlackOuts = quarter.Councils[Council].BlackOuts + 1 }),
    };
}

internal static class Minutes
{
    public static bool HoldsSlip(Quarter quarter, int council, string? hash, Instant now) =>
        hash is not null
        && quarter.Slips.TryGetValue(hash, out var slip)
        && slip.Purpose == Purpose.Minutes
        && slip.Council == council
        && slip.HoldsAt(now);
}

public sealed record NoSuchText : Refusal;

public sealed record TooManyWords(int Most) : Refusal;

public sealed record BlackedOutOften(int Most) : Refusal;
