namespace Faubourg.Domain.Jars;

/// <summary>What a jar is counted in, by its ISO 4217 code.</summary>
public enum Currency { Eur, Chf, Gbp, Usd, Cad, Xof, Xaf, Mad, Dzd, Tnd, Brl, Inr, Jpy }

/// <summary>How amounts are written: the record holds whole numbers of the smallest unit.</summary>
public static class Currencies
{
    /// <summary>Digits after the decimal sign, 0 to 3 (ISO 4217).</summary>
    public static int Digits(this Currency unit) => unit switch
    {
        Currency.Xof or Currency.Xaf or Currency.Jpy => 0,
        Currency.Tnd => 3,
        _ => 2,
    };
}
