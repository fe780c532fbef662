using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>A council that decided something about what another one opened. Whether it was refused since, its amendment tells.</summary>
/// <param name="At">When it decided.</param>
public sealed record DecidedBy(int Council, Instant At);
