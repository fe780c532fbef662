namespace Faubourg.Verify.Reports;

/// <summary>What a record says on its host's word alone: no arithmetic over public bytes can show it.</summary>
internal static class Attested
{
    public static readonly string[] Statements =
    [
        "that what is written happened so, and that nothing said in the room is missing (whoever acted has a receipt)",
        "how many heads were counted, and that one person had one seat",
        "that the dice, slips or names from a hat were as typed; from there on the draw is recomputed",
        "who was left out of a hat because they held the role last time (slips prove it to the host, the record keeps the number only)",
        "single ballots where fewer than twenty were cast, and hands: the sums are checked against each other, not against voters",
        "exact times: an entry was there when a witness first saw it, not more",
        "that no copy of erased words is kept elsewhere",
    ];
}
