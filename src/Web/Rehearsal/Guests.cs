namespace Faubourg.Web.Rehearsal;

/// <summary>How the cast goes on when somebody who is not of the cast has sat down among them.</summary>
internal static class Guests
{
    /// <summary>A question to the room stands a minute; so long a guest is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(65);

    /// <summary>How long somebody drawn has before others help out.</summary>
    private static readonly TimeSpan BeforeHelp = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly string[] Answers = ["ask.answer", "deciding.consent", "deciding.ballot", "deciding.tell", "deciding.hand"];

    /// <summary>Whether this act is itself an answer to what is open.</summary>
    public static bool MayAnswer(string act) => Answers.Contains(act);

    /// <summary>As long as something is open and there are more people than ours, they get their minute.</summary>
    public static async Task ToAnswer(Func<CancellationToken, Task<Seen?>> see, int ours, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Look)
        {
            if (await see(stop) is not { IsAsking: true } room || room.Present <= ours) return;
            await Task.Delay(Look, stop);
        }
    }

    /// <summary>
    /// A guest was drawn: they get a while, then whoever of the cast may do the act does. "Go on" takes three seats together; the rest
    /// the companion may, and where that is a guest too, the cast thanks the facilitator and the next ticket is called.
    /// </summary>
    public static async Task<IReadOnlyList<string>> StandIn(
        string act, string role, Company company, Func<string, Task<string?>> drawn, Func<Task> thank, CancellationToken stop)
    {
        await Task.Delay(BeforeHelp, stop);
        var seated = company.Seated.Where(chair => chair.Paper is null).Select(chair => chair.Who).ToList();
        if (role is not ("facilitator" or "companion")) return [.. seated.Take(1)];
        if (act == "guide.on") return [.. seated.Take(3)];
        if (await drawn("companion") is { } companion) return [companion];
        if (role == "facilitator") await thank();
        return await drawn("facilitator") is { } next ? [next] : [.. seated.Take(1)];
    }
}
