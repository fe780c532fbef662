using System.Security.Cryptography;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;
using Faubourg.Storage.Sqlite;
using Statements = Faubourg.Ledger.Notes.Statements;

namespace Faubourg.Server.Tests.Storage;

/// <summary>rotate, recover and withhold, as somebody types them.</summary>
public sealed class HandoverTests : IAsyncDisposable
{
    private readonly Host host = new();
    private readonly Folder elsewhere = new();

    private string Data => host.Folder.Path;

    [Fact]
    public async Task After_a_rotation_both_keys_sign_and_the_record_verifies_from_its_first_key_on()
    {
        var quarter = await host.Founded();
        var before = quarter.Record.VerifierKeys.Single();
        await host.Close();
        await Typed.Done("rotate", "les-lilas", "--data", Data);
        // The command has the clock of the world.
        host.Clock.Now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        quarter = await host.Found();
        await Pin(quarter);
        Assert.Equal(2, quarter.Record.VerifierKeys.Length);
        Assert.Equal(before, quarter.Record.VerifierKeys[1]);
        Assert.Equal(2, Note.Parse(quarter.Record.Latest.Note).Open(quarter.Record.VerifierKeys.Select(VerifierKey.Parse)).Verified.Length);
        Assert.StartsWith($"log {quarter.Record.VerifierKeys[0]}\n", quarter.Record.Policy, StringComparison.Ordinal);
        Fits(quarter.Record.Size);

        host.Clock.Pass(SigningKey.Overlap);
        await Pin(quarter);
        Assert.Single(Note.Parse(quarter.Record.Latest.Note).Signatures);
        Assert.NotEqual(before, quarter.Record.VerifierKeys.Single());
        Fits(quarter.Record.Size);

        // The old key is over: its private half goes with the next opening.
        Assert.Equal(2, host.Column("SELECT wrapped FROM log_key").Count);
        quarter = await host.OpenedAgain();
        Assert.Single(host.Column("SELECT wrapped FROM log_key"));
        await Pin(quarter);
        await host.Close();
        await Typed.Done("export", "les-lilas", In("record"), "--data", Data);
        Assert.Empty(RecordFolder.Open(In("record")).Inspect(null).Findings);
    }

    [Fact]
    public async Task Three_bearers_give_a_copy_a_key_and_the_old_host_is_void()
    {
        host.Clock.Now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var bearers = Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetBytes(32)).ToArray();
        var quarter = await WithBearers(bearers);
        await Typed.Done("export", "les-lilas", In("record"), "--data", Data);
        await Typed.Done("import", In("record"), "--slug", "saved", "--data", In("copy"));

        var text = JsonDocument.Parse(await Typed.Done("recover", "saved", "--json", "--data", In("copy"))).RootElement.GetProperty("text").GetString()!;
        string Signed(int number) => $"{number}:{Convert.ToBase64String(Statements.Sign(text, bearers[number - 1]))}";
        string[] moved = ["import", In("record"), "--url", "https://other.example/quarters/saved/record/", "--data", In("copy")];
        Assert.Contains("was not written", (await Typed.Run(moved)).Trouble, StringComparison.Ordinal);
        Assert.Equal(1, (await Typed.Run("recover", "saved", "--signature", Signed(1), Signed(3), "--data", In("copy"))).Code);
        Assert.Equal(1, (await Typed.Run("recover", "saved", "--signature", Signed(1), Signed(3), "4:" + Signed(2)[2..], "--data", In("copy"))).Code);
        await Typed.Done("recover", "saved", "--signature", Signed(1), Signed(3), Signed(4), "--data", In("copy"));
        // The new place may be said without a council: there is none that could have decided it.
        Assert.Contains("was not written", (await Typed.Run([.. moved, "--council", "1"])).Trouble, StringComparison.Ordinal);
        Assert.Contains("0 entries were taken", await Typed.Done(moved), StringComparison.Ordinal);
        await Typed.Done("check", "--data", In("copy"));

        await using var quarters = await Quarters.Open(host.Settings with { Folder = In("copy") }, default);
        var saved = (await quarters.Find("saved", default))!;
        Assert.Null(saved.Barred);
        Assert.NotEqual(quarter.Record.VerifierKeys.Single(), saved.Record.VerifierKeys.Single());
        Assert.Equal("https://other.example/quarters/saved/record/", saved.Now.State.Said(saved.Now.State.Prefix)?.Value);
        await Pin(saved);
        Assert.Empty(Assert.Single(QuarterCheck.Of(In("copy"), null)).Findings);
    }

    [Fact]
    public async Task Words_withheld_under_law_are_in_no_file_and_the_record_says_why()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await host.Close();
        var (code, _, trouble) = await Typed.Run("withhold", "les-lilas", "--entry", "0", "--name", "motto", "--country", "FR", "--order", "court", "--on", "2026-05-01", "--data", Data);
        Assert.Equal((1, true), (code, trouble.Contains("covenant_a", StringComparison.Ordinal)));
        await Typed.Done("withhold", "les-lilas", "--entry", "0", "--name", "horizon", "--country", "FR", "--order", "court", "--on", "2026-05-01", "--data", Data);
        Assert.Equal(1, (await Typed.Run("withhold", "les-lilas", "--entry", "0", "--name", "horizon", "--country", "FR", "--order", "court", "--on", "2026-05-01", "--data", Data)).Code);
        Assert.DoesNotContain(host.Folder.Files(), f => TraceTests.Holding(f.Bytes, "Enough places to sit"));
        quarter = await host.Found();
        Assert.Equal(Text.Withheld, quarter.Now.State.Said(quarter.Now.State.Horizon));
        var last = Leaves.Read((await quarter.Record.Entry(quarter.Record.Size - 1, default))!.Bytes);
        Assert.Equal(("disclosure.erased", (LeafValue)"FR", (LeafValue)"2026-05-01"), (last.Type, last.Clear["country"], last.Clear["ordered_on"]));
        Fits(quarter.Record.Size);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        elsewhere.Dispose();
    }

    /// <summary>A quarter whose first council drew key-bearers, as its journal has it: their making of keys is told elsewhere.</summary>
    private async Task<LiveQuarter> WithBearers(byte[][] bearers)
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var state = quarter.Now.State;
        await host.Close();
        var keys = bearers.Select(seed => NoteSigner.Ed25519("x", seed)).Select(s => Convert.ToBase64String(s.Key.PublicKey.AsSpan())).ToArray();
        var set = new RecoverySet(1, [.. keys], 3, host.Clock.Now + Recovery.Term);
        using (var journal = SqliteJournal.Open(Directory.GetFiles(Path.Combine(Data, "quarters"), "*.db").Single(), Premises.In(Data)))
        {
            var kept = journal.Read();
            var leaf = Faubourg.Storage.Codec.LeafCodec.Write(set, state.Origin, state.Size, host.Clock.Now, _ => null);
            var row = new Faubourg.Storage.Journal.Accept(kept.Revision + 1, host.Clock.Now, [leaf], null);
            journal.Append(kept.Revision, [row], new Signing(host.Clock.Now, [.. state.Keys.Select(k => k.Key)]));
        }
        return await host.Found();
    }

    private async Task Pin(LiveQuarter quarter)
    {
        host.Clock.Pass(NodaTime.Duration.FromSeconds(2));
        Assert.IsType<Accepted>(await quarter.Submit(new PinCorner(Text.Of("Nowhere to sit")), Evening.Actor("Casimir"), null, default));
    }

    private void Fits(long signed)
    {
        var found = Assert.Single(QuarterCheck.Of(Data, null));
        Assert.Empty(found.Findings);
        Assert.Equal((signed, signed), (found.Entries, found.Signed));
    }

    private string In(string name) => Path.Combine(elsewhere.Path, name);
}
