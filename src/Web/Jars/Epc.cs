namespace Faubourg.Web.Jars;

/// <summary>The text of a payment code as banking apps read it (EPC069-12, version 002, UTF-8): SEPA, in euro, without an amount.</summary>
public static class Epc
{
    private const int MostName = 70, MostNote = 140;

    /// <param name="holder">Whose account, as the council disclosed it.</param>
    /// <param name="iban">Without spaces.</param>
    /// <param name="note">What the payment says it is for.</param>
    public static string Of(string holder, string iban, string note) =>
        string.Join('\n', "BCD", "002", "1", "SCT", "", Cut(holder, MostName), iban, "", "", "", Cut(note, MostNote));

    private static string Cut(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? line : line[..most];
    }
}
