using System.Globalization;
using System.Text.Json;

namespace Faubourg.Bench;

/// <summary>
/// Ten years of a neighbourhood as a rehearsal: a council about every seven days, and what grows from each. It is written as a script and
/// played through the addresses that everybody uses: <c>docs/formats/rehearsal.md</c>.
/// </summary>
internal static class TenYears
{
    public const int Councils = 500;

    /// <summary>Of 3,000 tasks each council writes so many.</summary>
    public const int TasksEach = 6;

    private const int Days = 3650;

    private static readonly string[] Cast = ["Amina", "Benoît", "Chiara", "Djamel", "Esther"];

    private static readonly string[] Things =
        ["the bench by the bakery", "the lamp over the stairs", "the yard behind number 9", "the young trees", "the crossing at the school", "the empty shop", "the drain", "the swing", "the notice board", "the cellar door"];

    private static readonly string[] Steps =
        ["Ask who has tools for {0}", "Measure {0}", "Bring planks and paint to {0}", "Cook for those who work on {0}", "Write on the door what was done to {0}", "Look at {0} again after the rain"];

    /// <summary>The script, as UTF-8 JSON.</summary>
    /// <param name="councils">How many evenings; fewer are faster lived.</param>
    public static byte[] Script(int councils = Councils) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        format = 1,
        title = "Ten years",
        quarter = new { name = "Rue des Lilas", place = "between the bakery and the canal", zone = "Europe/Paris", languages = new[] { "en", "fr" } },
        cast = Cast,
        play = Evening(0),
        ends = new { outcome = "decided", tasks = TasksEach },
        then = Enumerable.Range(1, councils - 1).Select(n => new
        {
            after = n * Days / Councils,
            play = Evening(n),
            ends = new { outcome = "decided", tasks = TasksEach },
        }),
    });

    private static object[] Evening(int n)
    {
        var thing = Things[n % Things.Length];
        var lines = new Lines();
        lines.At("-73:00:00").Do("Amina", "announce.convene", new
        {
            question = Said($"What do we do about {thing} this time, and who does it? ({n + 1})"),
            place = "in front of the bakery",
            starts = "$start",
            minutes = 60,
            attendance = "room",
            method = "consent",
        });
        lines.Do(["Benoît", "Chiara"], "announce.worth", new { });
        lines.At("-5:00").Do("Amina", "room.seat", new { }).Do("Amina", "room.door", new { });
        lines.Do(Cast[1..], "room.seat", new { token = "$token" });
        lines.At("1:00").Do(["Chiara", "Djamel"], "room.willing", new { facilitator = true, note_keeper = true });
        lines.Do(["Amina", "Benoît"], "room.heads", new { heads = "$heads" });
        lines.Do("Amina", "room.roll", new { }).Do("Benoît", "room.draw", new { way = "dice", numbers = "1 6 2 5 3 4 1 1" }).Do("Chiara", "room.confirm", new { seen = true });
        lines.At("3:00").Do("$facilitator", "guide.on", new { from = "gathering" });
        var jar = n % 5 != 4;
        var what = Said($"We mend {thing} ourselves on Saturday, and look after it in turns");
        lines.Keep("work");
        if (jar) Keepers(lines.Do("Esther", "jars.open", new { what, by = "$day+12", goal = "150", unit = "eur", back = true }));
        else lines.Do("Esther", "hearing.propose", new { what, by = "$day+12" });
        if (n % 4 == 1) lines.Do("Djamel", "hearing.propose", new { what = Said($"We write to the owner about {thing}"), by = "$day+20" });
        lines.Do(["Amina", "Benoît"], "room.heads", new { heads = "$heads" });
        lines.At("10:00").Do("$facilitator", "guide.on", new { from = "hearing" });
        lines.Do("$facilitator", "deciding.put", new { proposal = "$work" }).Do("$seated", "deciding.consent", new { });
        lines.At("15:00").Do("$facilitator", "guide.on", new { from = "deciding" });
        for (var task = 0; task < TasksEach; task++)
        {
            lines.Keep($"task-{task}").Do(Cast[task % 5], "tasking.add", new { what = Said(string.Format(CultureInfo.InvariantCulture, Steps[task], thing)), by = $"$day+{task + 3}" });
            if (task < 4) lines.Do(Cast[(task + 1) % 5], "tasking.take", task == 0 ? new { task = $"$task-{task}", name = "Benoît" } : new { task = $"$task-{task}" });
        }

        lines.At("20:00").Do("$facilitator", "guide.on", new { from = "tasking" });
        lines.Do("Amina", "reckoning.claim", new { what = Said($"{thing} is in our own hands"), kind = "held-in-common", domain = "space" });
        lines.At("25:00").Do("$facilitator", "guide.on", new { from = "reckoning" });
        lines.Do("$facilitator", "guide.on", new { from = "closing" });
        lines.At("30:00:00");
        for (var task = 0; task < 3; task++) lines.Do(Cast[(task + 1) % 5], "slips.done", new { slip = $"$slip task-{task}" });
        if (n % 3 == 0) lines.Do("Benoît", "projects.show", new { project = n + 1, words = Said($"{thing} stands, come and see"), slip = "$slip task-0" });
        if (jar) Money(lines.At("78:00:00"), n);
        return lines.All;
    }

    /// <summary>Two say that they would, so both are drawn.</summary>
    private static void Keepers(Lines lines) => lines
        .At("5:00").Do("Amina", "draws.lot", new { role = "keeper", places = 2 })
        .Do(["Benoît", "Chiara"], "room.willing", new { lot = true })
        .Do("Amina", "room.roll", new { way = "slips" })
        .Do("Amina", "room.draw", new { way = "slips", numbers = "0412 7731 9086" })
        .Do("Djamel", "room.confirm", new { seen = true });

    /// <summary>Given twice, spent once; each said by one keeper and confirmed by the other.</summary>
    private static void Money(Lines lines, int n)
    {
        foreach (var (kind, amount, move) in new[] { ("given", "40", 1), ("given", "27.50", 2), ("spent", "31.20", 3) })
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{n + 1:x16}{move:x16}");
            lines.Do("Benoît", "jars.move", new { jar = n + 1, id, kind, amount, slip = "$slip keeper" });
            lines.Do("Chiara", "jars.confirm", new { jar = n + 1, id, says = "same", slip = "$slip keeper" });
        }
    }

    private static string Said(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Acts one after the other, as a script has them.</summary>
    private sealed class Lines
    {
        private readonly List<object> lines = [];
        private string? at;
        private string? keep;

        public object[] All => [.. lines];

        public Lines At(string time)
        {
            at = time;
            return this;
        }

        public Lines Keep(string name)
        {
            keep = name;
            return this;
        }

        public Lines Do(string who, string act, object with) => Do([who], act, with);

        public Lines Do(string[] who, string act, object with)
        {
            lines.Add(new Dictionary<string, object?> { ["who"] = who.Length == 1 ? who[0] : who, ["do"] = act, ["at"] = at, ["with"] = with, ["keep"] = keep }
                .Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value));
            (at, keep) = (null, null);
            return this;
        }
    }
}
