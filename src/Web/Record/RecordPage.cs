namespace Faubourg.Web.Record;

/// <summary>Which entries a page shows, and where the pages beside it begin.</summary>
/// <param name="Newer">"Before" of the page with newer ones; <see cref="long.MaxValue"/>: the first page; null: this is it.</param>
/// <param name="Older">"Before" of the page with older ones; null: there are none.</param>
public sealed record RecordPage(IReadOnlyList<long> Entries, long? Newer, long? Older)
{
    /// <summary>A page of all entries, the newest first.</summary>
    public static RecordPage Of(long size, long before, int length)
    {
        var end = Math.Clamp(before, 0, size);
        var from = Math.Max(0, end - length);
        long? newer = end == size ? null : end + length < size ? end + length : long.MaxValue;
        var entries = new List<long>();
        for (var seq = end - 1; seq >= from; seq--) entries.Add(seq);
        return new RecordPage(entries, newer, from > 0 ? from : null);
    }
}
