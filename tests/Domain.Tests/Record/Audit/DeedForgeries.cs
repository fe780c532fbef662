using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Tests.Jars;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Records in which a decision does something else than it says, or something is done that nobody decided.</summary>
internal static class DeedForgeries
{
    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["a deed that nobody decided"] = (Rule.DeedsFollow, () => new Forged(Honest.Evening()).Then(new ProjectRenewed(1, 1))),
        ["a decision without its deed"] = (Rule.DeedsFollow, () => new Forged(Honest.Evening())
            .With<ProposalMade>(e => e with { Touches = Touches.Renewal }, e => e.Proposal == 1)
            .With<DecisionMade>(e => e with { Touches = Touches.Renewal })),
        ["five change the work of twenty"] = (Rule.Weight, () => new Forged([.. Purse.Decided(Purse.Opened(), new ReplaceKeepers(1), 2).Journal.Record])
            .With<HeadsCounted>(e => e with { AtLeast = 20 }, e => e.Council == 1 && e.Step == Step.Hearing)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
