using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>When each question may be asked, and what follows from the answer.</summary>
internal static class Questions
{
    private static readonly Duration SpokespersonsTerm = Duration.FromDays(14);

    public static Refusal? Refuse(Sitting sitting, AskRoom ask)
    {
        var (council, room) = (sitting.Council, sitting.Room);
        return ask.Kind switch
        {
            Ask.OurQuestion => sitting.IsAt(Step.Gathering, Step.Hearing) ? null : new NotAtThisStep(sitting.Step),
            Ask.MoreTime when council.ExtraMinutes > 0 => new ExtendedOnce(),
            Ask.MoreTime => ask.Subject is > 0 and <= AskRoom.LongestExtension ? null : new WrongExtension(AskRoom.LongestExtension),
            Ask.WaiveExclusion when !Enum.IsDefined((Role)ask.Subject) || Lots.IsDrawn((Role)ask.Subject) => new NotYourRole(),
            Ask.WaiveExclusion => room.Draw is null && room.Roles.Count == 0 ? null : new RollIsClosed(),
            Ask.Floor => sitting.IsAt(Step.Gathering, Step.Hearing) ? null : new NotAtThisStep(sitting.Step),
            Ask.NamesOnWall => null,
            Ask.CallBack when !sitting.IsAt(Step.Hearing, Step.Deciding) => new NotAtThisStep(sitting.Step),
            Ask.CallBack when council.Decision is not null => new DecidedAlready(),
            Ask.CallBack when ask.Words is null => new ReasonIsNeeded(),
            Ask.CallBack => room.Proposals.TryGetValue(ask.Subject, out var draft) && draft.Aside == SetAside.Covenant
                ? null
                : new NoSuchProposal(),
            Ask.Spokesperson when council.Decision is null => new NothingDecidedYet(),
            Ask.Spokesperson when council.Spokesperson is not null => new AlreadySaid(),
            Ask.Spokesperson when ask.Words is null || ask.Addressee is null => new OneSentenceToSomebody(),
            Ask.Spokesperson => Calling.Next(council, Role.Spokesperson, Why.Drawn).Any() ? null : new NobodyIsWilling(),
            Ask.RecallSpokesperson => Weight.RefuseRecall(sitting, ask.Subject),
            Ask.ChangeMethod => ChangeMethod.Refuse(sitting, ask.Subject),
            Ask.NextStep => new NotAtThisStep(sitting.Step),
            _ => throw new ArgumentOutOfRangeException(nameof(ask)),
        };
    }

    /// <summary>What the answers bring, once the minute is over or all have answered.</summary>
    public static IEnumerable<Event> Settle(Council council, Facts facts)
    {
        var room = council.Room!;
        var asked = room.Asked!;
        var replies = asked.Electorate.Where(n => room.Seats[n].Here).Select(n => asked.Replies.TryGetValue(n, out var said) ? said : (Reply?)null).ToArray();
        var here = replies.Length;
        if (asked.Kind == Ask.NextStep) return Stuck.Choose(council, replies);
        var yes = replies.Count(r => r == Reply.Yes);
        var half = yes * 2 >= here && here >= CloseRoll.Least;
        // To reword its own question half the room is enough; calling back what two stopped takes more than half.
        var passed = asked.Kind switch
        {
            Ask.OurQuestion => half,
            Ask.CallBack => yes * 2 > here && here >= CloseRoll.Least,
            _ => half && !replies.Contains(Reply.Object),
        };
        var settled = new RoomSettled(council.Number, passed);
        return passed ? Follow(council, asked, yes, facts).Prepend(settled) : [settled];
    }

    private static IEnumerable<Event> Follow(Council council, Asked asked, int yes, Facts facts)
    {
        var number = council.Number;
        return asked.Kind switch
        {
            Ask.OurQuestion => asked.Words is { } words ? [new QuestionReworded(number, words)] : [],
            Ask.MoreTime => [new CouncilExtended(number, asked.Subject)],
            Ask.WaiveExclusion => [new ExclusionWaived(number, (Role)asked.Subject, Bands.Of(yes)), new ExclusionLifted(number, (Role)asked.Subject)],
            Ask.Floor => [new FloorTurned(number, !council.Room!.Floor.On)],
            Ask.NamesOnWall => [new NamesTurned(number, !council.Room!.NamesOnWall)],
            Ask.CallBack => ProposalCalledBack.Of(council, asked.Subject, asked.Words!),
            Ask.Spokesperson => Send(council, asked, facts.Now),
            Ask.RecallSpokesperson => [new SpokespersonRecalled(number, asked.Subject)],
            Ask.ChangeMethod => [new MethodChosen(number, (Method)asked.Subject, Bands.Of(yes))],
            _ => [],
        };
    }

    /// <summary>Who was willing when the room was asked may have left since: then nobody is sent.</summary>
    private static List<Event> Send(Council council, Asked asked, Instant now)
    {
        List<Event> called = [.. Calling.Next(council, Role.Spokesperson, Why.Drawn)];
        if (called.Count > 0)
            called.Add(new SpokespersonNamed(council.Number, Rules.Minute(now) + SpokespersonsTerm, asked.Addressee!, asked.Words!));
        return called;
    }
}

[Leaf("question.reworded")]
public sealed record QuestionReworded(int Council, Text Question) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { Question = new TextAt(stamp.Seq, "question") });
}

[Leaf("council.extended")]
public sealed record CouncilExtended(int Council, int Minutes) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { ExtraMinutes = Minutes });
}

/// <summary>The room consented that whoever held the role last time may hold it again.</summary>
/// <param name="AtLeast">Lower bound of the band of those who said yes.</param>
[Leaf("exclusion.waived")]
public sealed record ExclusionWaived(int Council, Role Role, int AtLeast) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter;
}

public sealed record ExclusionLifted(int Council, Role Role) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Excepted = r.Excepted.Add(Role) });
}

public sealed record NamesTurned(int Council, bool On) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { NamesOnWall = On });
}

[Leaf("spokesperson.named")]
public sealed record SpokespersonNamed(int Council, Instant Until, Text Addressee, Text Sentence) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Spokesperson = new Spokesperson(Until, new TextAt(stamp.Seq, "addressee"), new TextAt(stamp.Seq, "sentence")),
    });
}

/// <summary>Effective at once.</summary>
/// <param name="Council">The council that recalls.</param>
/// <param name="Sender">The council that had sent.</param>
[Leaf("spokesperson.recalled")]
public sealed record SpokespersonRecalled(int Council, int Sender) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Sender, c => c with { Spokesperson = c.Spokesperson! with { RecalledBy = Council } });
}

public sealed record ExtendedOnce : Refusal;

public sealed record WrongExtension(int Longest) : Refusal;

/// <summary>A spokesperson carries one sentence, to a named addressee.</summary>
public sealed record OneSentenceToSomebody : Refusal;

public sealed record NoSuchProposal : Refusal;
