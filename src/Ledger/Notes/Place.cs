namespace Faubourg.Ledger.Notes;

/// <summary>Where a log is served now: the text of a note that its key signs, kept as <c>where</c> beside the record.</summary>
/// <param name="Origin">Of the log, which never changes.</param>
/// <param name="Prefix">The URL below which <c>checkpoint</c> and <c>tile/</c> are: http or https, without query and fragment.</param>
/// <param name="At">Since when, <c>YYYY-MM-DDThh:mm:ssZ</c>; of two notes the later one holds.</param>
public sealed record Place(string Origin, string Prefix, string At)
{
    private const string Head = "where/v1";
    private const int LongestPrefix = 2048;

    /// <summary>Four lines: what is signed.</summary>
    /// <exception cref="LedgerException">A part that does not fit its grammar.</exception>
    public string Text => Lines.Of(Head, Checked().Origin, Prefix, At);

    /// <summary>Reads such a note and checks it with a key of the log.</summary>
    /// <exception cref="LedgerException">Another text, or no signature by a key of this log.</exception>
    public static Place Open(Note note, IEnumerable<VerifierKey> known)
    {
        var lines = note.Text.Split('\n', 6);
        if (lines is not [Head, var origin, var prefix, var at, ""]) throw new LedgerException($"not a {Head}");
        note.Open(known.Where(key => key.Name == origin));
        return new Place(origin, prefix, at).Checked();
    }

    private Place Checked()
    {
        if (!Lines.IsKeyName(Origin)) throw new LedgerException("not an origin");
        if (!Names.IsAt(At)) throw new LedgerException("not a time");
        var sound = Prefix.Length <= LongestPrefix
            && !Prefix.Any(letter => letter <= ' ' || letter > '~')
            && Uri.TryCreate(Prefix, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.Query.Length + url.Fragment.Length + url.UserInfo.Length == 0;
        return sound ? this : throw new LedgerException("not a prefix of http or https");
    }
}
