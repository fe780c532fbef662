using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>"Outside our covenant": two seats stop an item.</summary>
public sealed record SayOutside(int Council, int Proposal, Text Reason) : SeatedAct(Council)
{
    private const int Needed = 2;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Marking.Refuse(sitting, Proposal) is { } refusal) return refusal;
        var draft = sitting.Room.Proposals[Proposal];
        if (draft.SaidOutside.Contains(seat.Number)) return new AlreadySaid();
        if (draft.CalledBack is not null) return new TheRoomCalledItBack();
        var said = draft with { SaidOutside = draft.SaidOutside.Add(seat.Number), Reason = Reason };
        return Marking.Write(sitting, said, said.SaidOutside.Count >= Needed ? SetAside.Covenant : null);
    }
}

/// <summary>More than half of the room called back what two had stopped, with a reason.</summary>
[Leaf("proposal.called_back")]
public sealed record ProposalCalledBack(int Council, int Proposal, Text Reason) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Proposals = c.Proposals.SetItem(Proposal, c.Proposals[Proposal] with
        {
            Aside = null,
            CalledBack = new TextAt(stamp.Seq, "reason"),
        }),
    });

    /// <summary>Before the talking is written down the room alone knows; afterwards the record must.</summary>
    internal static IEnumerable<Event> Of(Council council, int proposal, Text reason)
    {
        var back = council.Room!.Proposals[proposal] with { Aside = null, CalledBack = reason };
        yield return new Proposed(council.Number, back);
        if (council.Proposals.ContainsKey(proposal)) yield return new ProposalCalledBack(council.Number, proposal, reason);
    }
}

public sealed record TheRoomCalledItBack : Refusal;
