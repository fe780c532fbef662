using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

public sealed record CorrectionTold(Instant At, Shown Words);
