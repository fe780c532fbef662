using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Tests.Street;
using NodaTime;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>The chain of keys from the first: rotated, recovered, void.</summary>
public sealed class KeyTests
{
    internal const string Second = "the second";

    private const string Stranger = "a stranger";

    [Fact]
    public void After_a_rotation_the_new_key_signs()
    {
        var verdict = Sound(Rotated(days: 40).Files(signedBy: Second));
        Assert.Equal(2, verdict.Keys.Count);
        Assert.Equal(LogKeys.Public(Second), verdict.SignedBy!.PublicKey);
    }

    [Fact]
    public void For_thirty_days_the_old_one_signs_too() => Sound(Rotated(days: 10).Files(signedBy: Key));

    [Fact]
    public void After_thirty_days_it_does_not() => Assert.Contains(
        Check(Rotated(days: 40).Files(signedBy: Key)).Findings.All, f => f.Rule == "signature" && f.What.Contains("30 days", StringComparison.Ordinal));

    [Fact]
    public void A_key_that_the_one_before_it_did_not_vouch_for_is_none()
    {
        var verdict = Check(Rotated(days: 1, vouchedBy: Stranger).Files(signedBy: Second));
        Assert.Contains(verdict.Findings.All, f => f is { Rule: "key", Entry: not null });
        Assert.Contains(verdict.Findings.All, f => f.Rule == "signature");
    }

    [Fact]
    public void A_key_vouched_for_over_another_tree_is_none()
    {
        var record = Lived(lane => Rotates(lane, Key, root: new byte[32]));
        Assert.Contains(Check(record.Files(signedBy: Second)).Findings.All, f => f.Rule == "key" && f.What.Contains("root", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_key_bearers_give_the_log_another_key_and_void_the_old_one()
    {
        var record = Recovered(bearers: 3);
        Assert.Equal(2, Sound(record.Files(signedBy: Second)).Keys.Count);
        var stolen = Check(record.Files(signedBy: Key));
        Assert.Contains(stolen.Findings.All, f => f.Rule == "signature" && f.What.Contains("void", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_old_key_signed_before_still_counts()
    {
        var recorder = new Recorder(Key);
        RecordFiles? before = null;
        var lane = new Lane(Key, recorder.Write);
        lane.Evening();
        before = recorder.Files();
        Recovers(lane, recorder, 3);
        Sound(recorder.Files(signedBy: Second), q => q with { Old = [new OldCheckpoint("kept", Note.Parse(before.Files["checkpoint"]))] });
    }

    [Fact]
    public void Two_key_bearers_and_a_stranger_do_not()
    {
        var verdict = Check(Recovered(bearers: 2).Files(signedBy: Second));
        Assert.Contains(verdict.Findings.All, f => f.Rule == "key" && f.What.Contains("key-bearer", StringComparison.Ordinal));
    }

    internal static Recorder Rotated(int days, string vouchedBy = Key) => Lived(lane =>
    {
        Rotates(lane, vouchedBy);
        lane.Waits(Duration.FromDays(days));
        lane.Evening(days: 1);
    });

    private static void Rotates(Lane lane, string vouchedBy, byte[]? root = null)
    {
        lane.Evening();
        root ??= RootOf(lane);
        var origin = lane.Quarter.Origin;
        var statement = Statements.Rotate(origin, lane.Quarter.Size, root, LogKeys.Verifier(origin, Second));
        lane.HostDoes(new RotateKey(LogKeys.PublicText(Second), lane.Quarter.Size, Convert.ToBase64String(root),
            Convert.ToBase64String(Statements.Sign(statement, LogKeys.Seed(vouchedBy)))));
    }

    internal static Recorder Recovered(int bearers)
    {
        var recorder = new Recorder(Key);
        var lane = new Lane(Key, recorder.Write);
        lane.Evening();
        Recovers(lane, recorder, bearers);
        return recorder;
    }

    /// <summary>So many true bearers sign, and a stranger for each that is missing of three.</summary>
    private static void Recovers(Lane lane, Recorder recorder, int bearers)
    {
        var recovery = lane.Quarter.Recovery!;
        var words = Lane.People.Select(who => Lane.BearerWords($"{who} {recovery.Council}")).ToDictionary(w => Convert.ToBase64String(w.PublicKey()));
        var root = RootOf(recorder);
        var statement = Statements.Recover(lane.Quarter.Origin, lane.Quarter.Size, root, LogKeys.Verifier(lane.Quarter.Origin, Second));
        ImmutableArray<string> signatures =
        [
            .. recovery.Keys.Take(3).Select((key, i) => Convert.ToBase64String(
                Statements.Sign(statement, i < bearers ? words[key].Seed() : Words12.Of(LogKeys.Seed(Stranger).AsSpan(0, 16)).Seed()))),
        ];
        lane.HostDoes(new RecoverKey(LogKeys.PublicText(Second), lane.Quarter.Size, Convert.ToBase64String(root), [1, 2, 3], signatures));
        lane.Waits(Duration.FromDays(2));
        lane.Evening(days: 1);
    }

    private static byte[] RootOf(Recorder recorder)
    {
        var edge = new Edge();
        foreach (var entry in recorder.Entries) edge.Append(Ledger.LeafHash.Of(entry));
        return edge.Root();
    }

    /// <summary>The same life once more gives the same entries: their root.</summary>
    private static byte[] RootOf(Lane lane)
    {
        var again = Lived(other => other.Evening());
        Assert.Equal(lane.Quarter.Size, again.Entries.Count);
        return RootOf(again);
    }
}
