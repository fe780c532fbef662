namespace Faubourg.Domain.Tests;

/// <summary>The neighbours of these tests, by the key of their phone. Amina convenes; nobody has any other right.</summary>
internal static class Cast
{
    public const string Amina = "amina";
    public const string Benoit = "benoît";
    public const string Chloe = "chloé";
    public const string David = "david";
    public const string Elise = "élise";
    public const string Farid = "farid";
    public const string Gaelle = "gaëlle";
    public const string Hugo = "hugo";

    /// <summary>Somebody who never sat down.</summary>
    public const string Stranger = "stranger";

    public static readonly string[] All = [Amina, Benoit, Chloe, David, Elise, Farid, Gaelle, Hugo];
}
