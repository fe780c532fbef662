namespace Faubourg.Web.Rehearsal;

/// <summary>How the cast goes on when somebody who is not of the cast has sat down among them.</summary>
internal sealed class Guests(Company company, Tempo tempo)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly string[] Answers =
        [Forms.AnswerRoom.Name, Forms.SayConsent.Name, Forms.CastBallot.Name, Forms.TellConsent.Name, Forms.TellHands.Name];

    private static readonly string[] Ends =
        [Forms.CloseRound.Name, Forms.CloseCounting.Name, Forms.OpenRound.Name, Forms.AmendProposal.Name, Forms.EndConcern.Name, Forms.ChooseWay.Name, Forms.MoveOn.Name];

    /// <summary>Before the clock goes on: guests get their minute for what they are asked, and their say before a ballot ends.</summary>
    public async Task ToAnswer(string next, Func<CancellationToken, Task<Seen?>> see, CancellationToken stop)
    {
        if (Answers.Contains(next)) return;
        for (var waited = TimeSpan.Zero; waited < tempo.ForAnAnswer; waited += Look)
        {
            if (await see(stop) is not { } room || room.Present <= company.Seated.Count) return;
            // The minute of a question ends by the clock, that of a ballot when somebody ends it.
            if (!room.IsAsked && !(room.IsBalloting && Ends.Contains(next))) return;
            await Task.Delay(Look < tempo.ForAnAnswer ? Look : tempo.ForAnAnswer, stop);
        }
    }

    /// <summary>Whether this act, which a script may write without closing the round before, has to wait for it to be closed.</summary>
    public static bool NeedsAnEnd(string act) => act != Forms.CloseRound.Name && Ends.Contains(act);

    /// <summary>
    /// A guest was drawn: they get a while, then whoever of the cast may do the act does. "Go on" takes three seats together; the rest
    /// the companion may, and where that is a guest too, the cast thanks the facilitator and the next ticket is called.
    /// </summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="role">Who should have done it.</param>
    /// <param name="drawn">Who of the cast holds a role now.</param>
    /// <param name="thank">More than half of the room thanks the facilitator.</param>
    public async Task<IReadOnlyList<string>> StandIn(string act, string role, Func<string, Task<string?>> drawn, Func<Task> thank)
    {
        var seated = company.Seated.Where(chair => chair.Paper is null).Select(chair => chair.Who).ToList();
        if (role is not ("facilitator" or "companion")) return [.. seated.Take(1)];
        if (act == Forms.MoveOn.Name) return [.. seated.Take(3)];
        if (await drawn("companion") is { } companion) return [companion];
        if (role == "facilitator") await thank();
        return await drawn("facilitator") is { } next ? [next] : [.. seated.Take(1)];
    }
}
