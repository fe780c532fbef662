using System.Collections.Immutable;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Web.Councils.Counts;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>Minutes for programs: docs/formats/minutes.md says what each field is. No words of ours in it, so it is the same in every language.</summary>
internal static class MinutesJson
{
    public static void Write(Utf8JsonWriter json, MinutesView view, string address)
    {
        json.WriteNumber("format", 1);
        json.WriteString("address", address);
        json.WriteString("origin", view.Origin);
        json.WriteBoolean("rehearsal", view.Rehearsal);
        Text(json, "quarter", view.Quarter);
        json.WriteNumber("council", view.Number);
        Text(json, "question", view.Question);
        Text(json, "place", view.Place);
        Time(json, "started_at", view.StartedAt);
        Time(json, "ended_at", view.EndedAt);
        Code(json, "outcome", view.Outcome);
        Code(json, "ending", view.Ending);
        Code(json, "attendance", view.Attendance);
        Code(json, "method", view.Method);
        json.WriteBoolean("on_paper", view.OnPaper);
        json.WriteNumber("changes", view.Changes);
        if (view.TextsFrom is { } from) Time(json, "texts_from", from);
        Heads(json, "heads_at_draw", view.HeadsAtDraw);
        Heads(json, "heads_at_deciding", view.HeadsAtDeciding);
        Lots(json, view);
        Proposals(json, view);
        Counts(json, view);
        Decided(json, view);
        Rest(json, view);
    }

    private static void Lots(Utf8JsonWriter json, MinutesView view)
    {
        json.WriteStartObject("roles");
        Codes(json, "held", view.Roles);
        json.WriteNumber("first_times", view.FirstTimes);
        json.WriteNumber("passed_on", view.PassedOn);
        json.WriteEndObject();
        List(json, "draws", view.Draws, draw =>
        {
            json.WriteNumber("number", draw.Number);
            json.WriteNumber("willing", draw.Willing);
            if (draw.For is { } role) Code(json, "for", role);
            if (draw.GivenUp) json.WriteBoolean("given_up", true);
            if (draw.Way is { } way) Code(json, "way", way);
            if (draw.Round is { } round) json.WriteNumber("round", round);
            if (draw.Numbers is { } numbers) json.WriteString("numbers", numbers);
            json.WriteNumber("excluded", draw.Excluded);
            Codes(json, "excepted", draw.Excepted);
        });
    }

    private static void Proposals(Utf8JsonWriter json, MinutesView view) => List(json, "proposals", view.Proposals, proposal =>
    {
        json.WriteNumber("number", proposal.Number);
        json.WriteString("letter", proposal.Letter);
        Text(json, "what", proposal.What);
        Day(json, "by", proposal.By);
        Text(json, "needs", proposal.Needs);
        json.WriteBoolean("permission", proposal.Permission);
        if (proposal.Aside is { } aside) Code(json, "set_aside", aside);
        Text(json, "reason", proposal.Reason);
        Text(json, "called_back", proposal.CalledBack);
        json.WriteBoolean("decided", proposal.Decided);
        json.WriteBoolean("on_the_wall", proposal.OnTheWall);
    });

    private static void Counts(Utf8JsonWriter json, MinutesView view)
    {
        List(json, "consents", view.Consents, count =>
        {
            json.WriteString("letter", MinutesTeller.Letter(count.Proposal));
            json.WriteNumber("round", count.Round);
            json.WriteBoolean("by_hands", count.ByHands);
            json.WriteNumber("consenting", count.Consenting);
            json.WriteNumber("objections", count.Objections);
            json.WriteNumber("silent", count.Silent);
        });
        List(json, "objections", view.Objections, objection =>
        {
            json.WriteString("letter", objection.Letter);
            json.WriteNumber("round", objection.Round);
            Code(json, "end", objection.End);
            Text(json, "reason", objection.Reason);
        });
        if (view.Count is not { } count) return;
        if (count.Method == Domain.Councils.Method.Resistance) Resistance(json, count);
        json.WriteStartObject("count");
        CountJson.Count(json, count);
        json.WriteEndObject();
    }

    /// <summary>As it stood here before there were other methods; "count" says the same of all of them.</summary>
    private static void Resistance(Utf8JsonWriter json, CountTold count)
    {
        json.WriteStartObject("resistance");
        Code(json, "counted_by", count.Parts[0].By);
        json.WriteNumber("votes", count.Ballots);
        List(json, "options", [.. count.Choices.Index()], row =>
        {
            if (row.Item.Option != 0) json.WriteString("letter", row.Item.Letter);
            json.WriteNumber("sum", count.Sums[row.Index]);
            if (row.Item.Highest is { } highest) json.WriteNumber("highest", highest);
            if (row.Item.AtHighest is { } times) json.WriteNumber("at_highest", times);
            json.WriteBoolean("chosen", row.Index == count.Chosen);
        });
        json.WriteStartArray("ballots");
        foreach (var line in count.BallotLines) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Decided(Utf8JsonWriter json, MinutesView view)
    {
        if (view.Decision is { } decision)
        {
            json.WriteStartObject("decision");
            json.WriteString("letter", decision.Letter);
            Text(json, "what", decision.What);
            Day(json, "by", decision.By);
            Text(json, "needs", decision.Needs);
            json.WriteBoolean("permission", decision.Permission);
            Code(json, "method", decision.Method);
            Time(json, "at", decision.At);
            if (decision.HoldsFrom is { } holds) Time(json, "holds_from", holds);
            if (decision.RefusedAt is { } refused) Time(json, "refused_at", refused);
            json.WriteEndObject();
        }

        List(json, "tasks", view.Tasks, task =>
        {
            json.WriteNumber("number", task.Number);
            Text(json, "what", task.What);
            Day(json, "by", task.By);
            json.WriteBoolean("taken", task.Taken);
            json.WriteBoolean("wants_helper", task.WantsHelper);
            json.WriteBoolean("helped", task.Helped);
            Text(json, "taker", task.Taker);
            Text(json, "helper", task.Helper);
            if (task.DoneAt is { } done) Time(json, "done_at", done);
        });
    }

    private static void Rest(Utf8JsonWriter json, MinutesView view)
    {
        if (view.Gain is { } first)
        {
            json.WriteStartObject("gain");
            Gain(json, first);
            json.WriteEndObject();
        }

        List(json, "gains", view.Gains, gain => Gain(json, gain));

        if (view.Spokesperson is { } spokesperson)
        {
            json.WriteStartObject("spokesperson");
            Text(json, "addressee", spokesperson.Addressee);
            Text(json, "sentence", spokesperson.Sentence);
            Time(json, "until", spokesperson.Until);
            if (spokesperson.RecalledBy is { } council) json.WriteNumber("recalled_by", council);
            json.WriteEndObject();
        }

        if (view.Care is { } care)
        {
            json.WriteStartObject("care");
            if (care.Ritual is { } ritual) Code(json, "ritual", ritual);
            if (care.Mood is { } mood) json.WriteNumber("mood", mood);
            Text(json, "words", care.Words);
            json.WriteEndObject();
        }

        List(json, "corrections", view.Corrections, correction =>
        {
            Time(json, "at", correction.At);
            Text(json, "words", correction.Words);
        });
    }

    private static void Gain(Utf8JsonWriter json, GainTold gain)
    {
        Code(json, "kind", gain.Kind);
        Code(json, "domain", gain.Domain);
        if (gain.Amount is { } amount) json.WriteNumber("amount", amount);
        Text(json, "unit", gain.Unit);
        Text(json, "what", gain.What);
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>{"text":…}, {"kept_back_until":…}, {"gone":"erased"} or {"gone":"withheld"}.</summary>
    internal static void Text(Utf8JsonWriter json, string name, Shown? shown)
    {
        if (shown is null) return;
        json.WriteStartObject(name);
        if (shown.Words is { } words) json.WriteString("text", words);
        else if (shown.KeptBackUntil is { } until) Time(json, "kept_back_until", until);
        else json.WriteString("gone", shown.Standing == Standing.Withheld ? "withheld" : "erased");
        json.WriteEndObject();
    }

    private static void Heads(Utf8JsonWriter json, string name, Band? band)
    {
        if (band is null) return;
        json.WriteStartObject(name);
        json.WriteNumber("from", band.From);
        if (band.To is { } to) json.WriteNumber("to", to);
        json.WriteEndObject();
    }

    private static void Codes<TEnum>(Utf8JsonWriter json, string name, ImmutableArray<TEnum> values) where TEnum : struct, Enum
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(Field.Kebab(value));
        json.WriteEndArray();
    }

    private static void Code<TEnum>(Utf8JsonWriter json, string name, TEnum value) where TEnum : struct, Enum => json.WriteString(name, Field.Kebab(value));

    private static void Time(Utf8JsonWriter json, string name, Instant at) => json.WriteString(name, InstantPattern.General.Format(at));

    private static void Day(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } date) json.WriteString(name, LocalDatePattern.Iso.Format(date));
    }
}
