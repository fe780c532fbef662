using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Power;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Server.Tests.Minutes;
using NodaTime;

namespace Faubourg.Server.Tests.Pictures;

/// <summary>Neighbourhoods with nothing, one thing, or very many of one kind, as their leaves tell them.</summary>
internal static class Lives
{
    public static readonly Instant Now = Evenings.End + Duration.FromDays(100);

    /// <summary>Claimed, shown or lapsed, in all ten domains; a few very small beside the many.</summary>
    public static Quarter Gains(int many)
    {
        var young = Now - Duration.FromDays(5);
        var told = Evenings.Told(Evenings.Convened("Who cooks?"));
        for (var n = 0; n < many; n++)
        {
            var domain = (GainDomain)(n % 5000 == 1 ? 1 : n % 10 == 1 ? 0 : n % 10);
            told = Rules.Evolve(told, new GainClaimed(1, GainKind.NeedMet, domain, null, Text.Of("soup"), null), n % 3 == 0 ? Evenings.End : young);
            if (n % 500 == 2) told = Rules.Evolve(told, new GainShown(n + 1, 1, null, Text.Of("We ate it.")), young);
        }
        return told;
    }

    /// <summary>One project with so many things on its line: tasks done and due, evidence, requests.</summary>
    public static Quarter Project(int many)
    {
        var told = Evenings.Told(
            Evenings.Convened("Who mends the bench?"),
            new DecisionMade(1, 1, Method.Consent, null, false, Touches.Nothing, null, Text.Of("We mend it."), null),
            new CouncilDissolved(1, Outcome.Decided, Ending.Closing, Evenings.End, null));
        var first = Evenings.End.InUtc().Date;
        for (var n = 1; n <= many; n++)
        {
            var at = Evenings.End + Duration.FromHours(n % 1000);
            PublicEvent leaf = (n % 4) switch
            {
                0 => new EvidenceShown(1, null, Text.Of("It holds."), null),
                _ => new TaskOpened(1, n, first.PlusDays(n % 42), false, false, false, Text.Of("Planks"), null, null),
            };
            told = Rules.Evolve(told, leaf, at);
            if (n % 4 == 1) told = Rules.Evolve(told, new TaskDone(1, n), at);
        }
        return told;
    }

    /// <summary>A jar with so many lines: what is given is spent but for a third, the last of it not yet for good.</summary>
    public static (Quarter Quarter, Instant Now) Jar(int many)
    {
        var told = Evenings.Told(
            Evenings.Convened("Planks?"),
            new DecisionMade(1, 1, Method.Consent, null, false, Touches.Jar, null, Text.Of("We buy planks."), null),
            new JarOpened(1, Currency.Eur, 30_000_000, true, null, null),
            new CouncilDissolved(1, Outcome.Decided, Ending.Closing, Evenings.End, null));
        var (level, now) = (0L, Evenings.End + Duration.FromDays(20));
        for (var n = 1; n <= many; n++)
        {
            var (kind, amount) = n % 2 == 1 ? (Move.Given, 3000 + n % 7) : (Move.Spent, 2000 + n % 5);
            level += kind == Move.Given ? amount : -amount;
            told = Rules.Evolve(told, new JarMoved(1, n, $"{n:x32}", kind, amount, level, Currency.Eur, 1, null, null, false, null, null), now - Duration.FromMinutes(many - n + 1));
        }
        return (told, now);
    }

    /// <summary>So many councils in the year before now, evenly; from ten on busy weeks, quiet ones and a rest.</summary>
    public static Quarter Year(int many)
    {
        var told = Councils(many, Duration.FromDays(300) / Math.Max(1, many));
        return many < 10 ? told : told with
        {
            Bursts = told.Bursts.Add(new Domain.Seasons.Burst(1, 21, 14)),
            Amendments = told.Amendments.Add(1, new Amendment(1, Touches.Season, new TextAt(1, "what"), Now - Duration.FromDays(60), 20, null)),
            Rests = told.Rests.Add(Domain.Seasons.Week.Of(Now).PlusWeeks(2), Now),
        };
    }

    /// <summary>So many councils over ten years, each with all that is told of how power is shared.</summary>
    public static Quarter Power(int many)
    {
        var told = Councils(many, Duration.FromDays(3650) / Math.Max(1, many));
        return told with
        {
            Councils = told.Councils.Values.ToArray().Aggregate(told.Councils, (all, council) => all.SetItem(council.Number, council with
            {
                Step = Step.Dissolved,
                Sharing = new Sharing(council.Number % 11, 10 - council.Number % 11, council.Number % 3 == 0),
                Calls = [.. new[] { Role.Facilitator, Role.Keeper }.Select(role => new Call(role, 1, Why.Drawn, council.StartsAt, council.Number % 4 == 0, 1))],
            })),
        };
    }

    private static Quarter Councils(int many, Duration apart) => Evenings.Told(Enumerable.Range(1, many).Select(n => (PublicEvent)((CouncilConvened)Evenings.Convened("Who?") with
    {
        Council = n,
        StartsAt = Now - apart * (many - n),
    })));
}
