namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>What a head states in numbers, under the words of FORMAT_SPECIFICATION.md of PrefLib/PrefLib-Data.</summary>
internal static class HeaderKeys
{
    public const string Alternatives = "NUMBER ALTERNATIVES";
    public const string Voters = "NUMBER VOTERS";

    /// <summary>In a .cat they are called preferences.</summary>
    public const string Lines = "NUMBER UNIQUE ORDERS";
    public const string Categories = "NUMBER CATEGORIES";
}
