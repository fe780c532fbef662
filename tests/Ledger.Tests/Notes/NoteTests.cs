using Faubourg.Ledger.Notes;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class NoteTests
{
    /// <summary>The example of C2SP signed-note, "Verifier keys".</summary>
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Example = "This is an example message.\n\n— example.com/foo "
        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    [Fact]
    public void The_example_of_the_specification_holds()
    {
        var note = Note.Parse(Example);
        var opened = note.Open([VerifierKey.Parse(ExampleKey)]);

        Assert.Equal("This is an example message.\n", note.Text);
        Assert.Equal("example.com/foo", Assert.Single(opened.Verified).Key.Name);
        Assert.Empty(opened.Unknown);
        Assert.Equal(Example, note.ToString());
        Assert.Equal(ExampleKey, VerifierKey.Parse(ExampleKey).ToString());
    }
}
