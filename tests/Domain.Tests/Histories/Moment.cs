using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>One thing that was tried, what was before it and what came of it.</summary>
/// <param name="Before">After what was due, before the act.</param>
/// <param name="Act">Null when only the clock struck.</param>
internal sealed record Moment(
    World World, Quarter Before, Act? Act, Actor? Actor, ImmutableArray<Event> Happened, Refusal? Refusal, Quarter After, Instant Now, int Chance)
{
    public bool Accepted => Act is not null && Refusal is null;
}
