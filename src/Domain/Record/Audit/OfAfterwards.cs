using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What follows from a decision, and what may still come when a council is over.</summary>
internal static class OfAfterwards
{
    private static readonly Duration ToCorrect = Duration.FromHours(72);

    /// <summary>Ends of slips are exact, and times of leaves whole minutes.</summary>
    public static readonly Duration Slack = Duration.FromMinutes(1);

    private static readonly Duration Term = Duration.FromDays(14);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case TaskOpened e: Opened(c, e); break;
            case SpokespersonNamed e: Named(c, e); break;
            case SpokespersonRecalled e: Recalled(c, e); break;
            case CorrectionMade e:
                if (c.Council(e.Council) is { } corrected)
                {
                    InTime(c, corrected, ToCorrect);
                    c.Require(corrected.Corrections.Length < CorrectMinutes.Most, Rule.NothingAfterTheEnd, "The minutes were corrected more than 20 times.");
                }
                break;
        }
    }

    /// <summary>Only when it is over, and not for longer than this.</summary>
    public static bool InTime(Case c, Council council, Duration time) =>
        c.Require(council is { IsOver: true, DissolvedAt: not null }, Rule.StepsInOrder, "The council is not over yet.")
        && c.Require(c.At <= council.DissolvedAt + time + Slack, Rule.NothingAfterTheEnd, "It came too late.");

    private static void Opened(Case c, TaskOpened e)
    {
        if (c.LivingAt(e.Council, Step.Tasking) is not { } council) return;
        c.Require(e.Task == council.Tasks.Count + 1 && e.Task <= AddTask.Most, Rule.NumbersInOrder, "The task is not the next one.");
        c.Require(
            (e.Taken || e.Taker is null) && (e.Helped || e.Helper is null) && (e.WantsHelper || !e.Helped),
            Rule.SpeaksOfWhatIs,
            "Somebody is named for what nobody took.");
    }

    private static void Named(Case c, SpokespersonNamed e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(council is { Decision: not null, Spokesperson: null, OnPaper: false }, Rule.SpokespersonBounded, "One spokesperson follows a decision.");
        c.Require(e.Until > c.At && e.Until <= c.At + Term, Rule.SpokespersonBounded, "A spokesperson speaks for 14 days at most.");
    }

    private static void Recalled(Case c, SpokespersonRecalled e)
    {
        if (c.Living(e.Council) is not { } council) return;
        var sent = c.Before.Councils.GetValueOrDefault(e.Sender);
        if (!c.Require(sent?.Spokesperson is { RecalledBy: null }, Rule.SpokespersonBounded, "That council sent nobody who is not called back.")) return;
        if (e.Sender == e.Council) return;
        c.Require(
            Councils.Weight.Lacks(council, c.Evening(e.Council).MostHeads, Councils.Weight.NoticeOfRecall, sent!.HeadsAtDeciding) is null,
            Rule.Weight,
            "Calling somebody back needs 24 hours of notice, a room and heads enough.");
    }
}
