using Faubourg.Domain.Decisions;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="Letter">A, B, C on the cards.</param>
public sealed record ProposalTold(
    int Number, string Letter, Shown What, LocalDate? By, Shown? Needs, bool Permission, SetAside? Aside, Shown? Reason, Shown? CalledBack, bool Decided, bool OnTheWall);
