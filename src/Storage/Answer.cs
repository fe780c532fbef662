using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;

namespace Faubourg.Storage;

/// <summary>What became of an act. That it could not be stored is no answer but an exception.</summary>
public abstract record Answer;

/// <summary>It is on the disk.</summary>
/// <param name="Revision">Of the row that holds it; the same when it is asked again under the same key.</param>
/// <param name="Events">What happened; asked again, what of it is still kept.</param>
/// <param name="After">The state after it; asked again, the present one.</param>
public sealed record Accepted(long Revision, ImmutableArray<Event> Events, Quarter After) : Answer;

/// <summary>Nothing was stored.</summary>
public sealed record Refused(Refusal Why) : Answer;

/// <summary>A state of a quarter that is on the disk. Never changes, so that anybody may read it without asking.</summary>
public sealed record Published(Quarter State, long Revision);

/// <summary>
/// The disk did not do what it was told, and it is not known whether the act was stored. Asked again under the same key it is
/// done once, either way.
/// </summary>
public sealed class NotStoredException(Exception cause) : Exception("It is not known whether this was stored.", cause);
