using System.Text;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class PolicyTests
{
    private static readonly Cosigner[] Six = [.. Enumerable.Range(0, 6).Select(i => Cosigner.Ed25519($"w{i}.example", Signers.Seed((byte)(40 + i))))];
    private static readonly string LogLine = $"log {Signers.Log.Key}\n";

    /// <summary>The example of C2SP tlog-policy, with keys where it says &lt;vkey&gt;.</summary>
    private static readonly string Example = $"""
        {LogLine}
        witness X1 {Six[0].Key}
        witness X2 {Six[1].Key}
        witness X3 {Six[2].Key}
        group X-witnesses 2 X1 X2 X3

        witness Y1 {Six[3].Key}
        witness Y2 {Six[4].Key}
        witness Y3 {Six[5].Key}
        group Y-witnesses any Y1 Y2 Y3

        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """;

    [Theory]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("01", false)]
    [InlineData("013", true)]
    [InlineData("025", true)]
    [InlineData("345", false)]
    [InlineData("0345", false)]
    [InlineData("012", false)]
    [InlineData("012345", true)]
    public void The_example_of_the_specification_needs_two_of_X_and_one_of_Y(string signed, bool enough)
    {
        var note = signed.Aggregate(Signers.Signed(Cast.Checkpoint(5)), (note, i) => note.With(Six[i - '0'].Sign(note.Text, Signers.Now)));

        var judged = Policy.Parse(Example).Judge(note);

        Assert.Equal((enough, enough, signed.Length, 6), (judged.IsQuorum, judged.IsAccepted, judged.Witnesses.Length, judged.Of));
        Assert.Equal(Signers.Log.Key, judged.Log);
    }

    [Fact]
    public void The_first_line_that_is_written_names_the_log()
    {
        Assert.Equal($"log {Signers.Log.Key}\nquorum none\n", Policy.Of(Signers.Log.Key).ToString());
        Assert.StartsWith(LogLine, Signers.Policy.ToString(), StringComparison.Ordinal);
        Assert.Equal(Signers.Policy, Policy.Parse(Signers.Policy.ToString()));
        Assert.Equal(Policy.Parse(Example), Policy.Parse(Policy.Parse(Example).ToString()));
    }

    [Fact]
    public void The_log_alone_is_enough_where_no_quorum_is_asked()
        => Assert.True(Policy.Of(Signers.Log.Key).Judge(Signers.Signed(Cast.Checkpoint(5))).IsAccepted);

    [Fact]
    public void A_log_speaks_for_its_own_origin_only()
    {
        var text = (Cast.Checkpoint(5) with { Origin = "other.example" }).Text;
        var judged = Policy.Of(Signers.Log.Key).Judge(new Note(text, [Signers.Log.Sign(text)]));
        Assert.Null(judged.Log);
        Assert.False(judged.IsAccepted);
    }

    [Fact]
    public void A_key_that_a_rotation_brought_counts_when_it_is_given()
    {
        using var next = NoteSigner.Ed25519(Signers.Origin, Signers.Seed(9));
        var text = Cast.Checkpoint(5).Text;
        var note = new Note(text, [next.Sign(text)]);
        Assert.Null(Policy.Of(Signers.Log.Key).Judge(note).Log);
        Assert.Equal(next.Key, Policy.Of(Signers.Log.Key).Judge(note, alsoLogs: [next.Key]).Log);
    }

    [Fact]
    public void A_bad_signature_by_one_of_them_refuses_the_note()
    {
        var note = Signers.Signed(Cast.Checkpoint(5)).With(Signers.First.Sign(Cast.Checkpoint(6).Text, Signers.Now));
        Assert.NotNull(Refusals.Of(() => Signers.Policy.Judge(note)));
        Assert.NotNull(Refusals.Of(() => Signers.Policy.Judge(new Note("text\n", [Signers.Log.Sign("text\n")]))));
    }

    [Fact]
    public void A_witness_that_signed_twice_is_one_witness_with_its_later_time()
    {
        var note = Signers.Cosigned(Cast.Checkpoint(5));
        note = note with { Signatures = note.Signatures.Add(Signers.First.Sign(note.Text, Signers.Now + 99)) };
        var lilas = Signers.Policy.Judge(note).Witnesses.Single(witness => witness.Name == "lilas");
        Assert.Equal(Signers.Now + 99, lilas.UnixSeconds);
        Assert.Equal(Signers.Now, Signers.Policy.Judge(note, Signers.Now - Limits.ClockSeconds + 1).Witnesses.Single(w => w.Name == "lilas").UnixSeconds);
        Assert.Equal(2, Signers.Policy.Judge(note, long.MaxValue).Witnesses.Length);
    }

    [Fact]
    public void A_witness_of_tomorrow_is_in_the_policy_and_never_recognised()
    {
        var key = new VerifierKey("mimosa.example/w/1", KeyType.MlDsa44, [.. new byte[1312]]);
        var policy = Policy.Parse($"{LogLine}witness mimosa {key}\nquorum mimosa\n");
        var judged = policy.Judge(Signers.Signed(Cast.Checkpoint(5)).With(new NoteSignature(key.Name, key.Id, [1])));
        Assert.Equal((false, 0, 1), (judged.IsQuorum, judged.Witnesses.Length, judged.Of));
    }

    [Theory]
    [InlineData("quorum none\n")]
    [InlineData("# é\n \t \n\t# more\n  quorum \t none  \n")]
    [InlineData("witness A {0}\nquorum A\n")]
    [InlineData("witness A {0} https://a.example/\nquorum A\n")]
    [InlineData("witness é {0}\nwitness e\u0301 {1}\ngroup g all é e\u0301\nquorum g\n")]
    [InlineData("witness A {0}\ngroup any any A\ngroup all all any\nquorum all\n")]
    [InlineData("quorum none\nwitness A {0}\n")]
    public void These_are_policies(string policy) => Assert.Null(Refusals.Of(() => Policy.Parse(Filled(policy))));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("quorum none")]
    [InlineData("quorum none\r\n")]
    [InlineData("quorum none\0\n")]
    [InlineData("quorum none\nquorum none\n")]
    [InlineData("quorum\n")]
    [InlineData("quorum none none\n")]
    [InlineData("quorum A\nwitness A {0}\n")]
    [InlineData("quorum missing\n")]
    [InlineData("Quorum none\n")]
    [InlineData("quorum\u00a0none\n")]
    [InlineData("witness A\nquorum none\n")]
    [InlineData("witness A {0} url more\nquorum none\n")]
    [InlineData("witness none {0}\nquorum none\n")]
    [InlineData("witness A {0}\nwitness A {1}\nquorum none\n")]
    [InlineData("witness A {0}\nwitness B {0}\nquorum none\n")]
    [InlineData("witness A {renamed}\nwitness B {0}\nquorum none\n")]
    [InlineData("witness A {log}\nquorum none\n")]
    [InlineData("log {log}\nlog {log}\nquorum none\n")]
    [InlineData("log {log} url more\nquorum none\n")]
    [InlineData("log\nquorum none\n")]
    [InlineData("log {log}x\nquorum none\n")]
    [InlineData("witness A {0}\ngroup G all\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G 0 A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G 2 A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G 01 A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G -1 A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G most A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G 99999999999999999999 A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G all A A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G all A\ngroup H all A\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G all G\nquorum G\n")]
    [InlineData("witness A {0}\ngroup G all none\nquorum G\n")]
    [InlineData("witness A {0}\ngroup none all A\nquorum none\n")]
    [InlineData("witness A {0}\ngroup A all A\nquorum A\n")]
    [InlineData("group G all A\nwitness A {0}\nquorum G\n")]
    public void These_are_none(string policy) => Assert.NotNull(Refusals.Of(() => Policy.Parse(Filled(policy))));

    [Fact]
    public void Letters_that_are_no_utf8_are_letters_like_others()
    {
        byte[] file = [.. "witness "u8, 0xE9, .. Encoding.UTF8.GetBytes($" {Six[0].Key}\n"), .. "quorum "u8, 0xE9, .. "\n"u8];
        Assert.Equal("é", Policy.Parse(file).Quorum);
    }

    [Fact]
    public void The_refusal_names_the_line()
        => Assert.StartsWith("line 3 of the policy:", Refusals.Of(() => Policy.Parse("# one\n\nquorum missing\n")), StringComparison.Ordinal);

    [Fact]
    public void A_thousand_witnesses_and_groups_in_groups_are_judged_and_a_policy_beyond_its_limit_refused()
    {
        var lines = new StringBuilder(LogLine);
        for (var i = 0; i < 1000; i++)
        {
            using var witness = Cosigner.Ed25519($"w{i}", [.. BitConverter.GetBytes(i), .. new byte[28]]);
            lines.Append($"witness W{i} {witness.Key}\ngroup G{i} any W{i}{(i > 0 ? $" G{i - 1}" : "")}\n");
        }

        var policy = Policy.Parse(lines.Append("quorum G999\n").ToString());
        using var first = Cosigner.Ed25519("w0", [.. BitConverter.GetBytes(0), .. new byte[28]]);
        var note = Signers.Signed(Cast.Checkpoint(5));
        Assert.True(policy.Judge(note.With(first.Sign(note.Text, 1))).IsAccepted);
        Assert.False(policy.Judge(note).IsAccepted);
        Assert.NotNull(Refusals.Of(() => Policy.Parse(new string('#', Limits.PolicyBytes) + "\nquorum none\n")));
    }

    private static string Filled(string policy) => policy
        .Replace("{0}", Six[0].Key.ToString())
        .Replace("{1}", Six[1].Key.ToString())
        .Replace("{renamed}", VerifierKey.Cosigner("renamed.example", [.. Six[0].Key.PublicKey]).ToString())
        .Replace("{log}", Signers.Log.Key.ToString());
}
