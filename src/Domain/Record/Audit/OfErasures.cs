using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Words that are taken out: which, once, and by whose will.</summary>
internal static class OfErasures
{
    private static readonly Duration ToBlackOut = Duration.FromHours(72);

    private static readonly Duration EarliestDay = Duration.FromHours(14) + Duration.FromMinutes(1);

    public static void Check(Case c, PublicEvent happened)
    {
        if (happened is WordsBlackedOut blackedOut) BlackedOut(c, blackedOut);
        else if (happened is DisclosureErased erased) Erased(c, erased);
    }

    private static void BlackedOut(Case c, WordsBlackedOut e)
    {
        if (c.Council(e.Council) is not { } council) return;
        var at = new TextAt(e.Entry, e.Field);
        Gone(c, at);
        c.Require(MinutesTexts.Of(council).Any(t => c.Before.Latest(t) == at), Rule.BlackedOutInBounds, "These words are not in the minutes of that council.");
        c.Require(council.BlackOuts < BlackOut.MostTimes, Rule.BlackedOutInBounds, "Words were blacked out 100 times.");
        var most = council.IsOver ? BlackOut.MostAfterwards : BlackOut.MostInTheRoom;
        c.Require(e.From >= 0 && e.Count >= 1 && e.Count <= most, Rule.BlackedOutInBounds, "More words at once than may be.");
        if (council.IsOver) OfAfterwards.InTime(c, council, ToBlackOut);
        else c.Require(council.Step == Step.Closing, Rule.StepsInOrder, "Words are blacked out in the closing, and afterwards.");
    }

    private static void Gone(Case c, TextAt at)
    {
        c.Require(c.Before.Texts.ContainsKey(at), Rule.ErasedOnce, "These words were never disclosed.");
        c.Require(!c.Before.Erased.ContainsKey(at), Rule.ErasedOnce, "These words were erased before.");
    }

    private static void Erased(Case c, DisclosureErased e)
    {
        var many = e.Entries.Length;
        if (!c.Require(many is >= 1 and <= DisclosureErased.Most && e.Fields.Length == many, Rule.ErasedOnce, "Each erased text is named by its leaf and its field.")) return;
        var seen = new HashSet<TextAt>(many);
        foreach (var at in e.Erases)
        {
            Gone(c, at);
            c.Require(seen.Add(at), Rule.ErasedOnce, "The same words are named twice.");
        }
        c.Require((e.Ground == Ground.Council) == e.Council is not null, Rule.ErasedOnGrounds, "A council is named where one decided it, and only there.");
        if (e.Ground == Ground.Council) ByCouncil(c, e, seen);
        ByLaw(c, e);
    }

    private static void ByLaw(Case c, DisclosureErased e)
    {
        if (e.Ground != Ground.Law)
        {
            c.Require(e is { Country: null, Order: null, OrderedOn: null }, Rule.ErasedOnGrounds, "An order is named where the law was followed, and only there.");
            return;
        }
        c.Require(e is { Order: not null, OrderedOn: not null } && Withhold.IsCountry(e.Country), Rule.ErasedOnGrounds, "Whose law, which order and its day are missing.");
        if (e.OrderedOn is { } day) c.Require(day <= (c.At + EarliestDay).InUtc().Date, Rule.ErasedOnGrounds, "The order is of a day still to come.");
    }

    private static void ByCouncil(Case c, DisclosureErased e, HashSet<TextAt> named)
    {
        if (e.Council is not { } number || c.Council(number) is not { } council) return;
        var decided = c.Before.Amendments.GetValueOrDefault(number);
        var holds = council.IsOver && decided is { Touches: Touches.Words, DoneAt: null, Target: not null } && decided.HoldsAt(c.At);
        if (!c.Require(holds, Rule.ErasedOnGrounds, "That council did not decide so, was refused, or its 72 hours are not over.")) return;
        c.Require(named.SetEquals(Erasure.Reach(c.Before, decided!.Target!, decided.TargetCouncil)), Rule.ErasedOnGrounds, "Other words than that council decided.");
    }
}
