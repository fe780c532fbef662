using System.Text;
using System.Text.RegularExpressions;
using Faubourg.Web.Councils.Counts;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>Minutes as Markdown (CommonMark). What neighbours wrote stays text: none of their signs is markup here.</summary>
public static partial class Markdown
{
    /// <param name="address">Of the minutes page.</param>
    public static string Of(MinutesView view, Telling telling, string address)
    {
        var text = new StringBuilder();
        Head(text, view, telling, address);
        Decided(text, view, telling, address);
        Tasks(text, view, telling);
        Said(text, view, telling);
        Proposals(text, view, telling);
        Corrections(text, view, telling);
        return text.Append("---\n\n<").Append(address).Append(">\n").ToString();
    }

    private static void Head(StringBuilder text, MinutesView view, Telling telling, string address)
    {
        var words = telling.Words;
        text.Append("# ").Append(Escape(telling.Headline(view))).Append("\n\n");
        if (view.Broken) Line(text, "", "**" + Escape($"{words["record.broken"]}: {words["record.broken.banner"]}") + "**");
        if (view.Rehearsal) Line(text, "", "**" + Escape(words["common.rehearsal"]) + "**");
        text.Append(Escape($"{telling.Say(view.Quarter)} · {words["minutes.council", ("n", view.Number)]} · {telling.Times(view)}")).Append("\n\n");
        text.Append(Escape(telling.Lead(view))).Append("\n\n");
        Item(text, words["minutes.question"], telling.Say(view.Question));
        Item(text, words["minutes.place"], telling.Say(view.Place));
        if (view.HeadsAtDraw is { } draw) Item(text, words["minutes.people"], words["minutes.people.draw", ("who", telling.Heads(draw))]);
        if (view.HeadsAtDeciding is { } deciding) Item(text, words["minutes.people"], words["minutes.people.deciding", ("who", telling.Heads(deciding))]);
        if (view.WasHeld) Item(text, words["minutes.roles"], telling.Roles(view));
        foreach (var one in view.Draws)
        {
            text.Append("- [").Append(Escape(words["minutes.draw.check"])).Append("](").Append(address).Append("/draws/").Append(one.Number).Append(") ");
            text.Append(Escape(telling.Draw(one))).Append('\n');
        }

        if (view.OnPaper) Item(text, words["minutes.when"], words["minutes.onpaper"]);
        text.Append('\n');
    }

    private static void Decided(StringBuilder text, MinutesView view, Telling telling, string address)
    {
        var words = telling.Words;
        if (view.Decision is { } decision)
        {
            Title(text, words["minutes.decision"]);
            Line(text, "> ", Escape(telling.Say(decision.What)));
            if (telling.Terms(decision.By, decision.Needs, decision.Permission) is { Length: > 0 } terms) Line(text, "", Escape(terms));
            Line(text, "", Escape($"{words["minutes.decided.by"]} {telling.DecidedBy(view)}."));
        }

        foreach (var count in view.Consents)
            Item(text, MinutesTeller.Letter(count.Proposal), telling.Consent(count));
        if (view.Count is { } counted) Counted(text, counted, telling, address);
        foreach (var objection in view.Objections)
            Item(text, words["minutes.objection.line", ("letter", objection.Letter), ("round", objection.Round)],
                $"{telling.Say(objection.Reason)} ({words["minutes.objection." + Field.Kebab(objection.End)]})");
        text.Append('\n');
    }

    /// <summary>Every choice with what it got, the first first; of a ranked count the places, equals by the same number.</summary>
    private static void Counted(StringBuilder text, CountTold count, Telling telling, string address)
    {
        var (words, place) = (telling.Words, 1);
        text.Append(Escape($"{telling.Method(count.Method)} ({CountWords.CountedBy(words, count)})")).Append(": [")
            .Append(Escape(words["counts.link"])).Append("](").Append(address).Append("/counts)\n\n");
        foreach (var together in count.Order)
        {
            foreach (var n in together)
                Item(text, count.IsRanked ? $"{place}" : $"{count.Sums[n]}", $"{count.Choices[n].Letter} {telling.Option(count.Choices[n])}");
            place += together.Length;
        }

        text.Append('\n');
    }

    private static void Tasks(StringBuilder text, MinutesView view, Telling telling)
    {
        if (view.Tasks.IsEmpty) return;
        Title(text, telling.Words["minutes.tasks"]);
        foreach (var task in view.Tasks)
            text.Append(task.DoneAt is null ? "- [ ] " : "- [x] ").Append(Escape($"{telling.Say(task.What)} ({telling.Fate(task)})")).Append('\n');
        text.Append('\n');
    }

    private static void Said(StringBuilder text, MinutesView view, Telling telling)
    {
        var words = telling.Words;
        if (view.Gains.Length > 0) Title(text, words["minutes.gain"]);
        foreach (var gain in view.Gains) Line(text, "", Escape($"{telling.Gain(gain)}. {telling.Say(gain.What)}"));

        if (view.Spokesperson is { } spokesperson)
        {
            Title(text, words["minutes.spokesperson"]);
            Line(text, "> ", Escape(telling.Say(spokesperson.Sentence)));
            Line(text, "", Escape($"{words["minutes.spokesperson.to", ("addressee", telling.Say(spokesperson.Addressee))]} {telling.Spokesperson(spokesperson)}"));
        }

        if (view.Care is not { } care) return;
        Title(text, words["minutes.care"]);
        if (telling.Care(care) is { Length: > 0 } ritual) Line(text, "", Escape(ritual));
        if (care.Mood is { } mood) Line(text, "", Escape(words["minutes.mood", ("mood", telling.Mood(mood))]));
    }

    private static void Proposals(StringBuilder text, MinutesView view, Telling telling)
    {
        if (view.Proposals.IsEmpty) return;
        Title(text, telling.Words["minutes.proposals"]);
        foreach (var proposal in view.Proposals)
        {
            var fate = proposal.Decided ? telling.Words["minutes.proposal.taken"] : proposal.OnTheWall ? telling.Words["minutes.wall"] : null;
            var terms = telling.Terms(proposal.By, proposal.Needs, proposal.Permission);
            var more = telling.Apart(new[] { terms, fate }.OfType<string>().Where(part => part.Length > 0));
            Item(text, proposal.Letter, more.Length == 0 ? telling.Say(proposal.What) : $"{telling.Say(proposal.What)} ({more})");
        }

        text.Append('\n');
    }

    private static void Corrections(StringBuilder text, MinutesView view, Telling telling)
    {
        if (view.Corrections.IsEmpty) return;
        Title(text, telling.Words["minutes.corrections"]);
        foreach (var correction in view.Corrections) Item(text, telling.When.DayAndYear(correction.At), telling.Say(correction.Words));
        text.Append('\n');
    }

    private static void Title(StringBuilder text, string title) => text.Append("## ").Append(Escape(title)).Append("\n\n");

    private static void Line(StringBuilder text, string before, string line) => text.Append(before).Append(line).Append("\n\n");

    private static void Item(StringBuilder text, string label, string line) =>
        text.Append("- **").Append(Escape(label)).Append("** ").Append(Escape(line)).Append('\n');

    /// <summary>
    /// On one line, every sign that could be markup made plain: CommonMark §2.4 lets a backslash stand before any ASCII punctuation.
    /// "www." and "://" too, which many readers turn into links by themselves.
    /// </summary>
    public static string Escape(string text) => Leading().Replace(Markup().Replace(text.ReplaceLineEndings(" "), @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&!@$^=]|:(?=//)|(?<=\bwww)\.")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(\s*\d*)([-+.)])")]
    private static partial Regex Leading();
}
