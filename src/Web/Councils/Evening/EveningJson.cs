using System.Text.Json;
using Faubourg.Domain.Councils;
using NodaTime.Text;

namespace Faubourg.Web.Councils;

/// <summary>
/// The evening for programs: what the room is asked, what was proposed, how deciding stands, tasks and gain. Of ballots only what
/// pages show: how many were cast, and after the close the rows by receipt.
/// </summary>
internal static class EveningJson
{
    public static void Write(Utf8JsonWriter json, Seated me)
    {
        Floor(json, me.Scene);
        Asked(json, me);
        Proposals(json, me);
        DecidingJson.Write(json, me);
        Tasks(json, me);
        json.WriteString("gain", me.Room.Gain?.What.Value);
        Closing(json, me);
    }

    private static void Floor(Utf8JsonWriter json, Scene scene)
    {
        var floor = scene.Room.Floor;
        json.WriteNumber("first_turns", floor.AllFirstTurns);
        json.WriteStartArray("stack");
        foreach (var hand in floor.Stack) json.WriteNumberValue(hand.Seat);
        json.WriteEndArray();
    }

    private static void Asked(Utf8JsonWriter json, Seated me)
    {
        if (me.Room.Asked is not { } asked) return;
        json.WriteStartObject("asked");
        json.WriteString("kind", Field.Kebab(asked.Kind));
        json.WriteString("words", asked.Words?.Value);
        json.WriteString("addressee", asked.Addressee?.Value);
        json.WriteNumber("subject", asked.Subject);
        CouncilJson.Moment(json, "closes", asked.Closes);
        json.WriteNumber("answered", asked.Replies.Count);
        json.WriteNumber("of", asked.Electorate.Count);
        if (asked.Replies.TryGetValue(me.Seat.Number, out var said)) json.WriteString("mine", Forms.Answer(asked.Kind, said));
        json.WriteEndObject();
    }

    private static void Proposals(Utf8JsonWriter json, Seated me)
    {
        json.WriteStartArray("proposals");
        foreach (var proposal in me.Room.Proposals.Values)
        {
            json.WriteStartObject();
            json.WriteNumber("number", proposal.Number);
            json.WriteString("letter", Letters.Of(proposal.Number));
            json.WriteString("what", proposal.What.Value);
            if (proposal.By is { } by) json.WriteString("by", LocalDatePattern.Iso.Format(by));
            if (proposal.Needs?.Value is { } needs) json.WriteString("needs", needs);
            json.WriteBoolean("permission", proposal.Permission);
            json.WriteBoolean("stands", proposal.Stands);
            json.WriteBoolean("mine", proposal.Author == me.Seat.Number);
            if (proposal.Aside is { } aside) json.WriteString("aside", Field.Kebab(aside));
            if (proposal.MergeOffered is { } other) json.WriteNumber("merge_offered", other);
            json.WriteNumber("marks", proposal.Marked.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Tasks(Utf8JsonWriter json, Seated me)
    {
        json.WriteStartArray("tasks");
        foreach (var task in me.Room.Tasks.Values)
        {
            json.WriteStartObject();
            json.WriteNumber("number", task.Number);
            json.WriteString("what", task.What.Value);
            if (task.By is { } by) json.WriteString("by", LocalDatePattern.Iso.Format(by));
            json.WriteBoolean("taken", task.TakenBy is not null);
            json.WriteBoolean("mine", task.TakenBy == me.Seat.Number || task.HelpedBy == me.Seat.Number);
            json.WriteBoolean("wants_helper", task.WantsHelper && task.HelpedBy is null);
            if (task.Taker?.Value is { } taker) json.WriteString("taker", taker);
            if (task.Helper?.Value is { } helper) json.WriteString("helper", helper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Closing(Utf8JsonWriter json, Seated me)
    {
        if (me.Scene.Step != Step.Closing) return;
        json.WriteBoolean("checked_in", me.Room.CheckedIn.Contains(me.Seat.Number));
        if (me.Room.Ritual is { } ritual) json.WriteString("ritual", Field.Kebab(ritual.Ritual));
        if (me.Room.Faces.Sum() >= FacesRoom.Least) DecidingJson.Numbers(json, "faces", me.Room.Faces);
    }
}
