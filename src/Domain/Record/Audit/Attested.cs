using System.Collections.Immutable;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What the record says and nobody can prove from it: the host says so, and the people who were there know better.</summary>
public static class Attested
{
    /// <summary>One plain sentence each.</summary>
    public static readonly ImmutableArray<string> Statements =
    [
        "That the heads were counted honestly, and that so many people were there.",
        "That one person had one seat, and one ballot.",
        "That at least three were present wherever no count says so.",
        "That everybody who was willing stands on the closed roll.",
        "That whoever held a role last time was left out of its hat: slips say so, and they are not in the record.",
        "That whoever was passed over in the order of call had left, held another role, or stepped back.",
        "That the dice, the slips or the names from the hat were what everybody saw.",
        "That each ballot was counted as it was cast, where fewer than 20 were cast or where hands or paper were counted.",
        "That a tie without dice or slips was settled by a paper hat.",
        "That everything that was proposed and said was written down; whoever acted can hold a receipt against it.",
        "That things happened at the minute they carry, between two times that a witness saw.",
        "That a council said to have had nobody there had nobody there.",
        "That words were erased by the will of their giver, or under the order that is named.",
        "That a key-bearer's key was made by that bearer and is known to nobody else.",
        "That what the record says of the world is true.",
    ];
}
