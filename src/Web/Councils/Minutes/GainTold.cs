using Faubourg.Domain.Gains;

namespace Faubourg.Web.Councils.Minutes;

public sealed record GainTold(GainKind Kind, GainDomain Domain, int? Amount, Shown What, Shown? Unit);
