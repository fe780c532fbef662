namespace Faubourg.Bench;

/// <summary>What councils decide about what is there already, and what neighbours do between two of them.</summary>
internal static partial class TenYears
{
    private enum Turn { None, Gain, Charge, Renewal, Offer, End, Season }

    private static readonly Turn[] Turns =
        [Turn.Charge, Turn.Gain, Turn.Renewal, Turn.Gain, Turn.Offer, Turn.Gain, Turn.End, Turn.Gain, Turn.Season, Turn.Gain];

    private static Turn Deed(int n) => n > 0 && n % Every == 0 ? Turns[n / Every % Turns.Length] : Turn.None;

    private static void Propose(ScriptLines lines, int n, string thing)
    {
        var before = Things[(n - 1) % Things.Length];
        _ = Deed(n) switch
        {
            Turn.Gain => lines.Do("Esther", "gains.confirm", new { what = Said($"{before} is ours now, we have seen it"), gain = FirstGain(n - 1) }),
            Turn.Charge => lines.Do("Esther", "charges.open", new { what = Said($"We look after {thing}"), kind = "care", covers = Said($"{thing}, by day"), reach = "A note under the door of number 4", places = 3, days = 60 }),
            Turn.Renewal => lines.Do("Esther", "projects.renew", new { project = n - 1, what = Said($"We go on with {before}") }),
            Turn.Offer => lines.Do("Esther", "offers.reply", new { offer = OffersBefore(n) + 1, answer = "on-our-terms", what = "Yes, without their sign" }),
            Turn.End => lines.Do("Esther", "projects.end", new { project = n - 1, end = "done", what = Said($"{before} is done") }),
            _ => lines.Do("Esther", "seasons.open", new { what = "A busy week, and a quiet one", days = 7, quiet = 7 }),
        };
    }

    /// <summary>Offers logged before this council, but its own.</summary>
    private static int OffersBefore(int n) => Enumerable.Range(1, n - 1).Count(m => Deed(m) == Turn.Offer) + Enumerable.Range(1, n - 1).Count(IsOffered);

    /// <summary>An offer that nobody answers comes after this council.</summary>
    private static bool IsOffered(int n) => n % 10 == 7;

    /// <summary>All its tasks are done; the other projects expire, go on or are ended by a council.</summary>
    private static bool Finishes(int n) => n % 4 == 2 && n % Every != 0;

    /// <summary>The day after: tasks are done, and what is seen is said.</summary>
    private static void After(ScriptLines lines, int n, string thing)
    {
        if (n % 4 == 0 && n % Every != 0) lines.Do("Djamel", "projects.take", new { project = n, task = "$task-4" }).Do("Djamel", "slips.done", new { slip = "$slip task-4" });
        if (Finishes(n)) lines.Do("Esther", "slips.done", new { slip = "$slip task-3" }).Do(["Djamel"], "projects.take", new { project = n, task = "$task-4" }).Do("Djamel", "slips.done", new { slip = "$slip task-4" }).Do("Esther", "projects.take", new { project = n, task = "$task-5" }).Do("Esther", "slips.done", new { slip = "$slip task-5" });
        for (var task = 0; task < 3; task++) lines.Do(Cast[task + 1], "slips.done", new { slip = $"$slip task-{task}" });
        if (n % 3 == 0 && n % Every != 0) lines.Do("Benoît", "projects.show", new { project = n, words = Said($"{thing} stands, come and see"), slip = "$slip task-0" });
        lines.Do("Benoît", "gains.later", new Dictionary<string, object>(Gain(n, Said($"{thing} has neighbours who look after it"), null)) { ["slip"] = "$slip task-0" });
        lines.Do("Benoît", "gains.show", new { gain = FirstGain(n), how = Said($"Everybody can see {thing}"), slip = "$slip task-0" });
        if (n % 2 == 0) lines.Do("Benoît", "gains.show", new { gain = FirstGain(n) + GainsEach - 1, how = "Ask at number 4", slip = "$slip task-0" });
        if (n % 4 == 1 && n % Every != 0) lines.Do("Chiara", "projects.ask", new { project = n, addressee = "The owner", words = Said($"Pay for {thing}"), on = "$day+1", slip = "$slip task-1" });
    }

    /// <summary>Given twice, spent once; each said by one keeper and confirmed by the other.</summary>
    private static void Money(ScriptLines lines, int n)
    {
        foreach (var (kind, amount, move) in new[] { ("given", "40", 1), ("given", "27.50", 2), ("spent", "31.20", 3) })
        {
            var id = $"{n:x16}{move:x16}";
            lines.Do("Benoît", "jars.move", new { jar = n, id, kind, amount, slip = "$slip keeper" });
            lines.Do("Chiara", "jars.confirm", new { jar = n, id, says = "same", slip = "$slip keeper" });
        }
    }

    /// <summary>Some projects are finished, others expire; somebody offers something; a week without a council is said.</summary>
    private static void Later(ScriptLines lines, int n, string thing)
    {
        if (n % 4 == 1 && n % Every != 0) lines.Do("Chiara", "projects.answer", new { project = n, request = 1, on = "$day+3", reply = "no", meanwhile = "We do it ourselves", slip = "$slip task-1" });
        if (Finishes(n)) lines.Do("Benoît", "projects.finish", new { slip = "$slip task-0" });
        if (IsOffered(n)) lines.Do("Djamel", "offers.log", new { who = "A shop at the ring road", offered = "other", what = Said($"Paint for {thing}") });
        if (n % 20 != 0) return;
        // Which of these days is a Monday, the calendar says.
        for (var day = 8; day < 15; day++) lines.Do(["Amina", "Benoît", "Chiara"], "seasons.rest", new { monday = $"$day+{day}" }, unless: "NoSuchWeek");
    }
}
