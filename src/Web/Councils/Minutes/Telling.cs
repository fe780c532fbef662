using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Web.Councils.Counts;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>The sentences of the minutes in one language, around the neighbours' words as they were given. Plain text: whoever writes it out escapes it.</summary>
public sealed class Telling(Words words, When when)
{
    public Words Words => words;

    public When When => when;

    /// <summary>The words, or in brackets why they are not here.</summary>
    public string Say(Shown shown) => shown.OneLine ?? $"[{Why(shown)}]";

    /// <summary>"kept back until …, for names to be blacked out", "taken back", "withheld by law".</summary>
    public string Why(Shown shown) => shown switch
    {
        { KeptBackUntil: { } until } => words["minutes.waits", ("until", when.Moment(until))],
        { Standing: Standing.Withheld } => words["minutes.withheld"],
        _ => words["minutes.erased"],
    };

    /// <summary>The one thing that everybody wants to know: the decision, or that there is none.</summary>
    public string Headline(MinutesView view) => view.Decision is { } decision ? Say(decision.What) : words[view.Outcome switch
    {
        Outcome.NobodyCame => "minutes.nobody",
        Outcome.CalledOff => "minutes.off",
        _ => "minutes.none",
    }];

    /// <summary>"10 to 19 neighbours met for 50 minutes, decided one thing and went home. Nobody asked for permission."</summary>
    public string Lead(MinutesView view)
    {
        if (view.Outcome == Outcome.NobodyCame) return words["minutes.lead.nobody"];
        if (view.Outcome == Outcome.CalledOff) return words["minutes.lead.off"];
        var who = view.Heads is { } heads ? Heads(heads) : words["minutes.heads.unknown"];
        var length = words.Count("minutes.lasting", view.MinutesLong);
        if (view.Decision is not { } decision) return words[view.OnTheWall.Any() ? "minutes.lead.none" : "minutes.lead.nothing", ("who", who), ("length", length)];
        var met = words["minutes.lead.decided", ("who", who), ("length", length)];
        return $"{met} {words[decision.Permission ? "minutes.lead.asks" : "minutes.lead.free"]}";
    }

    public string Heads(Band band) => band.To is not { } to
        ? words["minutes.heads.open", ("from", band.From)]
        : words["minutes.heads", ("from", band.From), ("to", to)];

    /// <summary>"Sunday 22 November 2026, 20:00 to 20:50"; called off before it began, only when it would have begun.</summary>
    public string Times(MinutesView view) => view.EndedAt < view.StartedAt
        ? words["common.moment", ("day", when.DayAndYear(view.StartedAt)), ("clock", when.Clock(view.StartedAt))]
        : words["minutes.times", ("day", when.DayAndYear(view.StartedAt)), ("from", when.Clock(view.StartedAt)), ("to", when.Clock(view.EndedAt))];

    public string Method(Method method) => words["minutes.method." + Field.Kebab(method)];

    /// <summary>"by consent, in round 2: 9 said yes, 1 objected, 2 gave no answer; hands counted by two"</summary>
    /// <summary>Sayings that have commas of their own, one after the other.</summary>
    public string Apart(params IEnumerable<string> sayings) =>
        sayings.Aggregate("", (list, next) => list.Length == 0 ? next : words["common.apart", ("list", list), ("next", next)]);

    public string DecidedBy(MinutesView view)
    {
        if (view.Decision is not { } decision) return "";
        if (view.Count is { Chosen: not null } counted && counted.Method == decision.Method)
            return words["minutes.by.counted", ("method", Method(decision.Method)), ("result", CountWords.Result(words, counted))];
        var count = view.Consents.LastOrDefault(c => MinutesTeller.Letter(c.Proposal) == decision.Letter);
        return count is null ? Method(decision.Method) : words["minutes.by.consent", ("count", Consent(count))];
    }

    public string Consent(ConsentCount count)
    {
        var parts = new List<string> { words.Count("minutes.count.yes", count.Consenting) };
        if (count.Objections > 0) parts.Add(words.Count("minutes.count.objection", count.Objections));
        if (count.Silent > 0) parts.Add(words.Count("minutes.count.silent", count.Silent));
        if (count.ByHands) parts.Add(words["minutes.count.hands"]);
        return words["minutes.count.round", ("round", count.Round), ("parts", string.Join(", ", parts))];
    }

    /// <summary>What of a choice: its words, or "leave things as they are".</summary>
    public string Option(ChoiceTold choice) => choice.What is { } what ? Say(what) : words["minutes.asitis"];

    public string Draw(DrawTold draw) => draw.For is { } role ? words["minutes.draw.for", ("role", Role(role)), ("how", How(draw))] : How(draw);

    private string How(DrawTold draw) => draw.Way switch
    {
        null when draw.GivenUp => words["minutes.draw.given_up"],
        Way.Beacon => words["minutes.draw.beacon", ("round", draw.Round)],
        Way.Dice => words["minutes.draw.dice", ("numbers", string.Join(' ', (draw.Numbers ?? "").AsEnumerable()))],
        Way.Slips => words["minutes.draw.slips", ("numbers", (draw.Numbers ?? "").Replace(";", " · ", StringComparison.Ordinal))],
        Way.Hat => words["minutes.draw.hat"],
        _ => words["minutes.draw.open"],
    };

    /// <summary>"facilitator and note-keeper, one of them for the first time"</summary>
    public string Roles(MinutesView view)
    {
        if (view.Roles.IsEmpty) return words["minutes.roles.none"];
        var roles = List([.. view.Roles.Select(Role)]);
        if (view.FirstTimes == 0) return roles;
        return view.Roles.Length == 1
            ? words["minutes.roles.first", ("roles", roles)]
            : words.Count("minutes.roles.first", view.FirstTimes, ("roles", roles));
    }

    public string Role(Role role) => words["minutes.role." + Field.Kebab(role)];

    /// <summary>"taken by Amira, with a helper, by Wednesday 2 December", "open: take it".</summary>
    public string Fate(TaskTold task)
    {
        var parts = new List<string> { Taken(task) };
        if (task.Helped) parts.Add(task.Helper is { } helper ? words["minutes.task.helped.by", ("name", Say(helper))] : words["minutes.task.helped"]);
        else if (task.WantsHelper) parts.Add(words["minutes.task.wants"]);
        if (task.By is { } day) parts.Add(By(day));
        if (task.DoneAt is { } done) parts.Add(words["minutes.task.done", ("day", when.Day(done))]);
        return string.Join(", ", parts);
    }

    private string Taken(TaskTold task)
    {
        if (!task.Taken) return words["minutes.task.open"];
        return task.Taker is { } taker ? words["minutes.task.taken.by", ("name", Say(taker))] : words["minutes.task.taken"];
    }

    public string By(LocalDate day) => words["minutes.by.day", ("day", when.Day(day))];

    /// <summary>"Held in common · space: 6 seats"</summary>
    public string Gain(GainTold gain)
    {
        var kind = words["minutes.gain.line", ("kind", words["minutes.gain." + Field.Kebab(gain.Kind)]), ("domain", words["minutes.domain." + Field.Kebab(gain.Domain)])];
        if (gain.Amount is not { } amount) return kind;
        var number = amount.ToString("#,0", Grouped).Replace(',', ' ');
        return words["minutes.label", ("label", kind), ("text", number + (gain.Unit is { } unit ? " " + Say(unit) : ""))];
    }

    public string Care(CareTold care)
    {
        var ritual = care.Ritual is { } r ? words["minutes.ritual." + Field.Kebab(r)] : null;
        var said = care.Words is { } given ? Say(given) : null;
        return ritual is not null && said is not null ? words["minutes.label", ("label", ritual), ("text", said)] : ritual ?? said ?? "";
    }

    public string Mood(int mood) => words[$"minutes.mood.{mood}"];

    public string Spokesperson(SpokespersonTold spokesperson) => spokesperson switch
    {
        { RecalledBy: { } council } => words["minutes.spokesperson.recalled", ("council", council)],
        { Over: true } => words["minutes.spokesperson.over", ("until", when.Day(spokesperson.Until))],
        _ => words["minutes.spokesperson.until", ("until", when.Day(spokesperson.Until))],
    };

    /// <summary>What goes with a proposal besides its words: "by Saturday · needs: two planks · asks for permission".</summary>
    public string Terms(LocalDate? by, Shown? needs, bool permission)
    {
        var parts = new List<string>();
        if (by is { } day) parts.Add(By(day));
        if (needs is { } what) parts.Add(words["minutes.needs", ("what", Say(what))]);
        if (permission) parts.Add(words["minutes.permission"]);
        return string.Join(" · ", parts);
    }

    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : words["common.list.and", ("list", string.Join(", ", items.SkipLast(1))), ("last", items[^1])];

    private static readonly System.Globalization.NumberFormatInfo Grouped = new() { NumberGroupSeparator = "," };
}
