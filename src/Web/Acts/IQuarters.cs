using Faubourg.Domain;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web;

/// <summary>What stands behind the pages: the published state of each quarter, and the one way to change it.</summary>
public interface IQuarters
{
    /// <summary>The quarter as it stands now; null where no quarter has this name.</summary>
    ValueTask<Quarter?> Find(string slug, CancellationToken stop);

    /// <summary>Durable when it returns. The same <paramref name="key"/> again gives the same answer and changes nothing.</summary>
    Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop);
}

/// <summary>What became of an act.</summary>
public abstract record Answer
{
    public sealed record Accepted(long Revision, IReadOnlyList<Event> Events, Quarter Quarter) : Answer;

    public sealed record Refused(Refusal Why) : Answer;
}
