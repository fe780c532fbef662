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
}
