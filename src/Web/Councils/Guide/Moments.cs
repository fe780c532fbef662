using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>From the state of the room to the words that go with it.</summary>
internal static class Moments
{
    public static Moment Of(Scene scene) => scene switch
    {
        { Room.Asked: not null } => Moment.Asked,
        { Step: Step.Announced or Step.Gathering } => scene.Room.Settled?.Asked.Kind == Ask.OurQuestion ? Moment.Ready : Moment.Welcome,
        { Step: Step.Hearing } => Hearing(scene),
        { Step: Step.Deciding } => Deciding(scene),
        { Step: Step.Tasking } => Moment.Tasks,
        { Step: Step.Reckoning } => Moment.Gain,
        { Step: Step.Closing } => Moment.Close,
        _ => throw new ArgumentOutOfRangeException(nameof(scene)),
    };

    private static Moment Hearing(Scene scene)
    {
        if (scene.Proposals.Any()) return scene.Room.Heads is null ? Moment.Count : Moment.Heard;
        return scene.Now < Steps.PlannedEnd(scene.Council) ? Moment.Talk : Moment.None;
    }

    private static Moment Deciding(Scene scene)
    {
        var deliberation = scene.Room.Deliberation;
        if (scene.Council.Decision is not null) return Moment.Decided;
        if (deliberation.NotTonight) return scene.Council.CountsMade == 0 ? Moment.Tonight : Moment.AsIs;
        if (deliberation.Count is { } count) return Counting(count);
        if (!scene.Proposals.Any()) return Moment.Aside;
        if (Choices.Method(scene) != Method.Consent) return Moment.Ways;
        return deliberation.Subject is null ? Moment.Put : Consent(scene, deliberation);
    }

    private static Moment Counting(OpenCount count) => count.Phase switch
    {
        Phase.Checking => Moment.Checking,
        Phase.Tied => Moment.Tie,
        _ => count.Parts switch
        {
            [CountBy.Hands] => Moment.ByHands,
            [CountBy.Phones] => Moment.ByPhones,
            _ => Moment.ByParts,
        },
    };

    /// <summary>The key of the sentence for an evening that leaves things as they are: nothing was agreed, or a count came to it.</summary>
    public static string AsThingsAre(Council council) => council switch
    {
        { CountsMade: 0 } => "deciding.way.tonight",
        { BallotsCounts: [{ Method: not Method.Resistance }, ..] } => "deciding.way.asis.first",
        _ => "deciding.way.asis",
    };

    private static Moment Consent(Scene scene, Deliberation deliberation)
    {
        if (deliberation.RoundOpen) return scene.Room.MoreSeatsThanHeads ? Moment.Hands : Moment.Round;
        if (deliberation.SmallerStep) return Moment.Smaller;
        var objected = deliberation.InThisRound.Any();
        if (deliberation.Round >= OpenRound.BeforeTheRoomChooses && (!objected || deliberation.SomeStand(deliberation.Subject!.Value, deliberation.Round))) return Moment.Stuck;
        if (!objected) return Moment.Few;
        return deliberation.InThisRound.Any(c => c.End is null) ? Moment.Objections : Moment.Again;
    }
}
