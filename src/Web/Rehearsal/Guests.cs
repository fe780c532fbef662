namespace Faubourg.Web.Rehearsal;

/// <summary>How the cast goes on when somebody who is not of the cast has sat down among them.</summary>
internal sealed class Guests(Company company, Tempo tempo)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly string[] Answers =
        [Forms.AnswerRoom.Name, Forms.SayConsent.Name, Forms.CastBallot.Name, Forms.TellConsent.Name, Forms.TellHands.Name];

    /// <summary>Whether this act is itself an answer to what is open.</summary>
    public static bool MayAnswer(string act) => Answers.Contains(act);

    /// <summary>Whether this act cannot be done while a round is open.</summary>
    public static bool NeedsAnEnd(string act) => act == Forms.MoveOn.Name || act == Forms.OpenRound.Name || act == Forms.AmendProposal.Name;

    /// <summary>As long as something is open and there are more people than ours, they get their minute.</summary>
    public async Task ToAnswer(Func<CancellationToken, Task<Seen?>> see, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; waited < tempo.ForAnAnswer; waited += Look)
        {
            if (await see(stop) is not { IsAsking: true } room || room.Present <= company.Seated.Count) return;
            await Task.Delay(Look < tempo.ForAnAnswer ? Look : tempo.ForAnAnswer, stop);
        }
    }

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
