namespace Faubourg.Web.Councils;

/// <summary>A proposal's letter: A, B, … Z, AA.</summary>
internal static class Letters
{
    public static string Of(int number) => number <= 26 ? $"{(char)('A' + number - 1)}" : Of((number - 1) / 26) + Of(((number - 1) % 26) + 1);
}
