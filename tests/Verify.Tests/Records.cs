using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Faubourg.Domain.Councils;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Files;
using Faubourg.Verify.Tests.Street;
using NodaTime;

namespace Faubourg.Verify.Tests;

/// <summary>Records of councils that were really held, by the rules.</summary>
internal static class Records
{
    public const string Key = "the first";

    public static readonly Instant Now = Instant.FromUtc(2027, 6, 1, 12, 0);

    /// <summary>One council from its announcement to a correction, a blacked-out word and a name taken back.</summary>
    public static Recorder Council() => Lived(lane => lane.Afterwards(lane.Evening(objects: true)));

    /// <summary>Several, one of them by resistance, one that ran out of time.</summary>
    public static Recorder Season() => Lived(lane =>
    {
        lane.Afterwards(lane.Evening(objects: true));
        lane.Evening(Method.Resistance, seats: 5);
        lane.EndedByTime();
        lane.Waits(Duration.FromDays(1));
        lane.Evening(seats: 8);
    });

    public static Recorder Lived(Action<Lane> life, bool rehearsal = false)
    {
        var recorder = new Recorder(Key);
        life(new Lane(Key, recorder.Write, rehearsal));
        return recorder;
    }

    /// <summary>A rehearsal whose one council is announced in the last hours that a time can say.</summary>
    public static RecordFiles MeetingAtTheEndOfTime() => Dated(
        1, leaf => (leaf["at"], leaf["starts_at"], leaf["minutes"]) = ("9999-10-02T20:00:00Z", "9999-12-31T10:00:00Z", 180));

    /// <summary>A rehearsal that is founded in the last hour of all.</summary>
    public static RecordFiles FoundedAtTheEndOfTime() => Dated(0, leaf => leaf["at"] = "9999-12-31T23:00:00Z");

    private static RecordFiles Dated(int last, Action<JsonObject> change)
    {
        var recorder = Lived(lane => lane.Evening(), rehearsal: true);
        var leaf = JsonNode.Parse(recorder.Entries[last])!.AsObject();
        change(leaf);
        recorder.Entries[last] = Encoding.UTF8.GetBytes(leaf.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        // What the council said is held back, as long as it may be.
        return Recorder.FilesOf(recorder.Entries[..(last + 1)], Encoding.ASCII.GetBytes(recorder.Drain(1)), recorder.Origin, Key);
    }

    public static Verdict Check(IFiles files, Func<Question, Question>? ask = null)
    {
        var question = new Question(files, Now);
        return Verification.Of(ask is null ? question : ask(question));
    }

    /// <summary>Sound, or the test says why not.</summary>
    public static Verdict Sound(IFiles files, Func<Question, Question>? ask = null)
    {
        var verdict = Check(files, ask);
        Assert.True(verdict.IsSound, Told(verdict));
        return verdict;
    }

    public static string Told(Verdict verdict) => string.Join('\n', verdict.Findings.All.Select(f => f.ToString()));
}
