using Faubourg.Web.Record;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>What of a council stands in the public record.</summary>
/// <param name="Entries">How many entries speak of it.</param>
/// <param name="Dissolved">The entry that says that it is over.</param>
/// <param name="Lines">Origin, size and root of a checkpoint that covers its end.</param>
public sealed record InRecord(int Entries, long Dissolved, IReadOnlyList<string> Lines)
{
    /// <summary>Null where there is no record, or its end is not signed yet.</summary>
    public static InRecord? Of(OpenRecord? open, int council) =>
        open?.Index.Dissolved(council) is { } seq && seq < open.Latest.Size ? new InRecord(open.Index.Count(council), seq, open.Lines) : null;
}
