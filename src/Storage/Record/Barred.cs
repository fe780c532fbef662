using Faubourg.Domain;

namespace Faubourg.Storage.Record;

/// <summary>
/// Why this host can add nothing to a quarter's record. The quarter is shown as it stands; every act is refused with this.
/// </summary>
public abstract record Barred : Refusal;

/// <summary>
/// A backup was put back, and a later checkpoint is known: to sign on from here would make two histories. It ends when the
/// missing leaves are brought (<c>faubourg import</c>).
/// </summary>
/// <param name="Here">Leaves that are here.</param>
/// <param name="Known">Leaves that the known checkpoint covers.</param>
public sealed record HeldBack(long Here, long Known) : Barred;

/// <summary>The quarter lives on another host now; its log key is there.</summary>
public sealed record MovedAway : Barred;

/// <summary>The record is here without a key that could sign it on.</summary>
public sealed record OnlyACopy : Barred;
