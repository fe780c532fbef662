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
