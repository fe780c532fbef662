using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>The words for this moment: sentences <c>.1</c>, then the hint, then <c>.2</c>, <c>.3</c> and what the moment itself brings.</summary>
internal sealed class Aloud(Scene scene, Words words, When when)
{
    public IEnumerable<Line> Lines(Moment moment)
    {
        if (scene.Room.Leaving) foreach (var line in Said("leaving")) yield return line;
        if (Settled(moment) is { } settled) yield return settled;
        foreach (var line in moment switch
        {
            Moment.Count => Heard("heard", countsFirst: true),
            Moment.Heard => Heard("heard", countsFirst: false),
            Moment.Put => Put(),
            Moment.Ways => [.. Said("two"), .. Said($"ways.{Method}")],
            Moment.Round => [Before(), .. Said("round", 2)],
            Moment.Hands => [Before(), .. Said("hands", 2), Hint("round.hands")],
            Moment.ByHands => [.. Said($"byHands.{Method}"), .. Options()],
            Moment.ByPhones => Said($"byPhones.{Method}"),
            Moment.ByParts => Parts(scene.Room.Deliberation.Count!),
            Moment.AsIs => [new(words[Moments.AsThingsAre(scene.Council)])],
            Moment.Objections => Objections(),
            Moment.Close => [.. Back(), .. Said("close")],
            _ => Said(Key(moment)),
        }) yield return line;
    }

    /// <summary>What is asked, in the words that everybody's phone shows.</summary>
    private string Question => scene.Room.Asked is { } asked ? AskedWords.Say(words, scene, asked) : Words(scene.Question);

    private string Method => Field.Kebab(scene.Room.Deliberation.Count?.Method ?? scene.Council.MethodNow);

    private static string Key(Moment moment) => $"{char.ToLowerInvariant(moment.ToString()[0])}{moment.ToString()[1..]}";

    private List<Line> Said(string key, int from = 1)
    {
        var lines = new List<Line>();
        for (var n = from; words.Has($"guide.{key}.{n}"); n++)
        {
            lines.Add(new Line(Fill($"guide.{key}.{n}")));
            if (n == from && words.Has($"guide.{key}.hint")) lines.Add(Hint($"{key}.hint"));
        }

        return lines;
    }

    private Line Hint(string key) => new(Fill($"guide.{key}"), IsHint: true);

    private string Fill(string key) => words[key,
        ("question", Question),
        ("clock", when.Clock(scene.Council.EndsAt)),
        ("what", Words(scene.Quarter.Said(scene.Council.Decision?.What)))];

    private Line? Settled(Moment moment) => scene.JustSettled is { } settled && moment != Moment.Asked
        ? new Line(words[settled.Passed ? "guide.settled.yes.1" : "guide.settled.no.1"])
        : null;

    private IEnumerable<Line> Heard(string key, bool countsFirst)
    {
        var proposals = scene.Proposals.ToList();
        yield return new Line(words.Count($"guide.{key}.1", proposals.Count));
        yield return Hint($"{key}.hint");
        if (countsFirst)
        {
            foreach (var line in Said("count")) yield return line;
            yield break;
        }

        yield return new Line(words[$"guide.{key}.2"]);
        foreach (var proposal in proposals) yield return new Line(Lettered(proposal));
    }

    private IEnumerable<Line> Put() => scene.Room.Deliberation.Concerns.IsEmpty ? [.. Said("two"), .. Said("put")] : Said("put");

    private Line Before() => new(Lettered(scene.Room.Proposals[scene.Room.Deliberation.Subject!.Value]));

    /// <summary>Several ways at once: first that everybody votes once, then how, way by way.</summary>
    private IEnumerable<Line> Parts(OpenCount count)
    {
        if (count.Parts.Length > 1) foreach (var line in Said("byParts")) yield return line;
        foreach (var line in Said($"byPhones.{Method}")) if (!line.IsHint) yield return line;
        if (count.Has(CountBy.Paper)) foreach (var line in Paper()) yield return line;
        if (!count.Has(CountBy.Hands)) yield break;
        yield return new Line(words["guide.byHands"]);
        foreach (var line in Options()) yield return line;
    }

    private List<Line> Paper() => [.. Said($"byPaper.{Method}"), new(words["guide.byPaper"]), Hint("byPaper.hint")];

    private IEnumerable<Line> Options() => scene.Room.Deliberation.Count!.Options.Select(option => new Line(Choices.Say(words, scene, option)));

    private IEnumerable<Line> Objections()
    {
        var open = scene.Room.Deliberation.InThisRound.Where(c => c.End is null).ToList();
        yield return new Line(words.Count("guide.objections.1", open.Count));
        foreach (var concern in open) yield return new Line(Words(concern.Reason));
        foreach (var line in Said("objections", 2)) yield return line;
    }

    /// <summary>Decision, tasks and gain, as they will stand in the minutes.</summary>
    private IEnumerable<Line> Back()
    {
        yield return new Line(scene.Council.Decision is null ? words["guide.back.none"] : Fill("guide.back.1"));
        foreach (var task in scene.Room.Tasks.Values)
            yield return new Line(words["guide.back.task",
                ("what", Words(task.What)),
                ("who", task.Taker?.Value ?? words[task.TakenBy is null ? "guide.back.untaken" : "guide.back.taken"])]);
        foreach (var gain in scene.Room.Gains.Values) yield return new Line(words["guide.back.gain", ("what", Words(gain.What))]);
    }

    private string Lettered(Draft proposal) =>
        words["guide.heard.each", ("letter", Letters.Of(proposal.Number)), ("what", Words(proposal.What))];

    private static string Words(Text? text) => text?.Value ?? "█████";
}
