namespace Faubourg.Web;

/// <summary>From–to, both included: characters (as people count them) of a text, items of a list, or a number.</summary>
public readonly record struct Limit(int Min, int Max);

/// <summary>
/// Every limit on what somebody may send, in one block; docs/limits.md is checked against it.
/// Rules that depend on a council (how many may sit, how long it may run on) are refusals of the domain, not limits.
/// </summary>
public static class Limits
{
    /// <summary>Bytes of any request body; more is answered 413.</summary>
    public const int Body = 64 * 1024;

    /// <summary>Fields in one form, repeated ones counted singly.</summary>
    public const int FieldsInAForm = 256;

    public static readonly Limit Word = new(1, 40);

    /// <summary>A number that something in a neighbourhood is called by.</summary>
    public static readonly Limit Id = new(1, 1_000_000_000);

    public static readonly Limit QuarterName = new(2, 60);

    /// <summary>A place in words, or a link.</summary>
    public static readonly Limit Place = new(2, 200);

    public static readonly Limit Languages = new(1, 6);

    /// <summary>What a neighbourhood is for.</summary>
    public static readonly Limit Horizon = new(2, 600);

    /// <summary>One local clause of the agreement, and how many there may be at founding.</summary>
    public static readonly Limit Clause = new(2, 200);

    public static readonly Limit Clauses = new(1, 3);

    public static readonly Limit Corner = new(3, 120);

    public static readonly Limit Question = new(5, 140);

    /// <summary>What somebody wants to be called.</summary>
    public static readonly Limit Name = new(1, 40);

    /// <summary>128 bits as base64url, which the page put there.</summary>
    public static readonly Limit Token = new(22, 22);

    /// <summary>Six letters as people type them, with spaces or hyphens.</summary>
    public static readonly Limit Code = new(6, 16);

    /// <summary>A seat's mark: "blue-heron", "Blue Heron", "Héron bleu".</summary>
    public static readonly Limit Mark = new(3, 40);

    public static readonly Limit Seat = new(1, 1_000);

    /// <summary>Everybody in the room, phones or not.</summary>
    public static readonly Limit Heads = new(1, 1_000);

    /// <summary>Dice or slips as typed, with spaces.</summary>
    public static readonly Limit Digits = new(8, 160);

    /// <summary>Numbers in the order in which they came out of a hat.</summary>
    public static readonly Limit Order = new(1, 400);
}
