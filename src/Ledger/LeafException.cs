namespace Faubourg.Ledger;

/// <summary>Bytes that claimed to be a leaf or a disclosure and are not. Our own journal never holds such.</summary>
public sealed class LeafException(LeafFault fault, string detail) : FormatException($"{fault}: {detail}")
{
    public LeafFault Fault { get; } = fault;
}
