namespace Faubourg.Ledger;

/// <summary>
/// What claimed to be a note, a tile, a proof, a policy or evidence and is not, or does not hold. Whatever strangers hand us
/// ends in this and in nothing else; only our own mistakes are <see cref="ArgumentException"/>.
/// </summary>
public sealed class LedgerException(string message) : FormatException(message);
