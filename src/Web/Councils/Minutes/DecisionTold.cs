using Faubourg.Domain.Councils;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="HoldsFrom">For a change of covenant or horizon: when it takes effect.</param>
/// <param name="RefusedAt">A later council said no.</param>
public sealed record DecisionTold(
    string Letter, Shown What, LocalDate? By, Shown? Needs, bool Permission, Method Method, Instant At, Instant? HoldsFrom, Instant? RefusedAt);
