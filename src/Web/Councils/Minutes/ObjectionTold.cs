using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils.Minutes;

public sealed record ObjectionTold(string Letter, int Round, End End, Shown Reason);
