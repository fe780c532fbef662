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
}
