using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="Entry">Of the public record.</param>
public sealed record CorrectionTold(Instant At, Shown Words, long Entry);
