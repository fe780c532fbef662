using Faubourg.Ledger.Notes;
using Faubourg.Storage.Keeping;
using Faubourg.Storage.Keys;

namespace Faubourg.Server.Tests.Storage;

/// <summary>The file with which a neighbourhood moves stays as it was once written: the new host may be a later version.</summary>
public sealed class MoveFileTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Storage", "Golden", "move-v1.json");

    [Fact]
    public void The_sample_is_read_and_written_to_the_same_bytes()
    {
        using var folder = new Folder();
        var again = Path.Combine(folder.Path, "again");
        MoveFile.Read(Sample).Write(again);
        Assert.Equal(File.ReadAllText(Sample), File.ReadAllText(again));
    }

    [Fact]
    public void Its_key_is_that_of_its_seed_and_of_its_origin()
    {
        var move = MoveFile.Read(Sample);
        var key = Assert.Single(move.Keys);
        using var signer = NoteSigner.Ed25519(move.Origin, Convert.FromBase64String(key.Seed));
        Assert.Equal(key.Public, Convert.ToBase64String(signer.Key.PublicKey.AsSpan()));
        Assert.Equal(LogKey.IdFor(key.Public), LogKey.IdOf(move.Origin));
    }

    [Fact]
    public void Another_format_is_refused()
    {
        using var folder = new Folder();
        var later = Path.Combine(folder.Path, "later");
        File.WriteAllText(later, File.ReadAllText(Sample).Replace("move/v1", "move/v9", StringComparison.Ordinal));
        Assert.Throws<KeepingException>(() => MoveFile.Read(later));
    }
}
