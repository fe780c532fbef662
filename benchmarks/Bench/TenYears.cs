using System.Globalization;
using System.Text.Json;

namespace Faubourg.Bench;

/// <summary>
/// Ten years of a neighbourhood as a rehearsal: a council about every seven days, and what grows from each. It is written as a script and
/// played through the addresses that everybody uses: <c>docs/formats/rehearsal.md</c>.
/// </summary>
internal static partial class TenYears
{
    public const int Councils = 500;

    /// <summary>Of 3,000 tasks each council writes so many.</summary>
    public const int TasksEach = 6;

    /// <summary>Of 2,000 gains: three in the evening, one when it is seen. The first of council n is number 4 n − 3.</summary>
    public const int GainsEach = 4;

    /// <summary>Every fifth council decides about what others began, and opens no jar.</summary>
    private const int Every = 5;

    private const int Days = 3650;

    private static readonly string[] Cast = ["Amina", "Benoît", "Chiara", "Djamel", "Esther"];

    private static readonly string[] Things =
        ["the bench by the bakery", "the lamp over the stairs", "the yard behind number 9", "the young trees", "the crossing at the school", "the empty shop", "the drain", "the swing", "the notice board", "the cellar door"];

    private static readonly string[] Steps =
        ["Ask who has tools for {0}", "Measure {0}", "Bring planks and paint to {0}", "Cook for those who work on {0}", "Write on the door what was done to {0}", "Look at {0} again after the rain"];

    private static readonly string[] Kinds = ["need-met", "dependence-reduced", "deciding-space", "skill-learnt", "held-in-common"];

    private static readonly string[] Domains = ["food", "housing", "care", "safety", "space", "money", "repair", "energy", "knowledge", "other"];

    /// <summary>The script, as UTF-8 JSON.</summary>
    /// <param name="councils">How many evenings; fewer are faster lived.</param>
    public static byte[] Script(int councils = Councils) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        format = 1,
        title = "Ten years",
        quarter = new { name = "Rue des Lilas", place = "between the bakery and the canal", zone = "Europe/Paris", languages = new[] { "en", "fr" }, horizon = "That nobody here has to ask for what we can do together." },
        cast = Cast,
        play = Evening(1),
        ends = new { outcome = "decided", tasks = TasksEach },
        then = Enumerable.Range(2, councils - 1).Select(n => new
        {
            after = (n - 1) * Days / Councils,
            play = Evening(n),
            ends = new { outcome = "decided", tasks = TasksEach },
        }),
    });

    /// <param name="n">The number of the council, from 1.</param>
    private static object[] Evening(int n)
    {
        var thing = Things[n % Things.Length];
        var lines = new ScriptLines();
        Announce(lines, n, thing);
        Gather(lines, n);
        Decide(lines, n, thing);
        Task(lines, n, thing);
        Reckon(lines, n, thing);
        lines.At("28:00").Do("$seated", "closing.check", new { face = $"{3 + n % 3}" });
        lines.Do("$facilitator", "guide.on", new { from = "closing" });
        After(lines.At("30:00:00"), n, thing);
        if (n % Every != 0) Money(lines.At("78:00:00"), n);
        Later(lines.At("92:00:00"), n, thing);
        return lines.All;
    }

    private static void Announce(ScriptLines lines, int n, string thing)
    {
        if (Deed(n) == Turn.Offer) lines.At("-73:30:00").Do("Djamel", "offers.log", new { who = "The town hall", offered = "money", what = $"Money for {thing}", strings = "Their sign on it" });
        lines.At("-73:00:00").Do("Amina", "announce.convene", new
        {
            question = Said($"What do we do about {thing} this time, and who does it? ({n})"),
            place = "in front of the bakery",
            starts = "$start",
            minutes = 60,
            attendance = "room",
            method = "consent",
            kind = n > Every && (Deed(n - 1) == Turn.Season || Deed(n - 2) == Turn.Season) ? "mending" : "usual",
        });
        lines.Do(["Benoît", "Chiara"], "announce.worth", new { });
    }

    private static void Gather(ScriptLines lines, int n)
    {
        lines.At("-5:00").Do("Amina", "room.seat", new { }).Do("Amina", "room.door", new { });
        lines.Do(Cast[1..], "room.seat", new { token = "$token" });
        lines.At("1:00").Do(["Chiara", "Djamel"], "room.willing", new { facilitator = true, note_keeper = true });
        lines.Do(["Amina", "Benoît"], "room.heads", new { heads = "$heads" });
        lines.Do("Amina", "room.roll", new { }).Do("Benoît", "room.draw", new { way = "dice", numbers = $"1 6 2 {1 + n % 6} 3 4 1 1" }).Do("Chiara", "room.confirm", new { seen = true });
        lines.At("3:00").Do("$facilitator", "guide.on", new { from = "gathering" });
    }

    private static void Decide(ScriptLines lines, int n, string thing)
    {
        lines.Keep("work");
        if (n % Every == 0) Propose(lines, n, thing);
        else Keepers(lines.Do("Esther", "jars.open", new { what = Said($"We mend {thing} ourselves on Saturday, and look after it in turns"), by = "$day+12", goal = "150", unit = "eur", back = true }));
        if (n % 4 == 1) lines.Do("Djamel", "hearing.propose", new { what = Said($"We write to the owner about {thing}"), by = "$day+20" });
        lines.Do(["Amina", "Benoît"], "room.heads", new { heads = "$heads" });
        lines.At("10:00").Do("$facilitator", "guide.on", new { from = "hearing" });
        lines.Do("$facilitator", "deciding.put", new { proposal = "$work" }).Do("$seated", "deciding.consent", new { });
        lines.At("15:00").Do("$facilitator", "guide.on", new { from = "deciding" });
    }

    /// <summary>Two say that they would, so both are drawn.</summary>
    private static void Keepers(ScriptLines lines) => lines
        .At("5:00").Do("Amina", "draws.lot", new { role = "keeper", places = 2 })
        .Do(["Benoît", "Chiara"], "room.willing", new { lot = true })
        .Do("Amina", "room.roll", new { way = "slips" })
        .Do("Amina", "room.draw", new { way = "slips", numbers = "0412 7731 9086" })
        .Do("Djamel", "room.confirm", new { seen = true });

    private static void Task(ScriptLines lines, int n, string thing)
    {
        for (var task = 0; task < TasksEach; task++)
        {
            lines.Keep($"task-{task}").Do(Cast[task % 5], "tasking.add", new { what = Said(string.Format(CultureInfo.InvariantCulture, Steps[task], thing)), by = $"$day+{task + 3}" });
            if (task < 4) lines.Do(Cast[(task + 1) % 5], "tasking.take", task == 0 ? new { task = $"$task-{task}", name = "Benoît" } : new { task = $"$task-{task}" });
        }

        if (Deed(n) == Turn.Charge) lines.Do(["Djamel", "Esther"], "charges.serve", new { charge = n });
        lines.At("20:00").Do("$facilitator", "guide.on", new { from = "tasking" });
    }

    private static void Reckon(ScriptLines lines, int n, string thing)
    {
        for (var line = 1; line < GainsEach; line++)
            lines.Do(Cast[line], "reckoning.claim", Gain(n + line, Said($"{thing} is in our own hands ({line})"), line));
        // Of the council before: one is told here, and the first of four or five before is looked at after a month.
        if (n > 1) lines.Do("Esther", "gains.tell", new { gain = FirstGain(n - 1) + 1, how = Said($"Go and look: {Things[(n - 1) % Things.Length]}") });
        if (n > 5) lines.Do(["Amina", "Benoît", "Chiara"], "gains.check", new { gain = FirstGain(n - 5), works = n % 7 == 0 ? "no" : "yes" });
        lines.At("25:00").Do("$facilitator", "guide.on", new { from = "reckoning" });
    }

    private static Dictionary<string, object> Gain(int n, string what, int? line)
    {
        var gain = new Dictionary<string, object> { ["what"] = what, ["kind"] = Kinds[n % Kinds.Length], ["domain"] = Domains[n % Domains.Length] };
        if (n % 2 == 0) (gain["amount"], gain["unit"]) = (n % 9 + 1, "meals");
        if (line is { } number) gain["line"] = number;
        return gain;
    }

    /// <summary>Its number in the log.</summary>
    private static int FirstGain(int council) => (council - 1) * GainsEach + 1;

    private static string Said(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
