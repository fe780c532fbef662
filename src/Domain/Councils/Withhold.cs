using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>Whose order the host obeys.</summary>
public enum Order { Court, Authority, Person }

/// <summary>What the law makes a host take down: free text only, and the record says so.</summary>
/// <param name="Texts">1 to 200 disclosures, wherever they were disclosed first.</param>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Order">A court's, an authority's, or the request of a person with a right to it.</param>
/// <param name="On">The day of the order.</param>
public sealed record Withhold(ImmutableArray<TextAt> Texts, string Country, Order Order, LocalDate On) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (actor != Actor.Host) return new OnlyTheHost();
        if (!IsCountry(Country)) return new NoSuchCountry();
        // A day is over somewhere on earth up to 14 hours before it is in UTC.
        if (On > (facts.Now + Duration.FromHours(14)).InUtc().Date) return new NotYetOrdered();
        if (Texts.Length is 0 or > DisclosureErased.Most) return new TooManyTexts(DisclosureErased.Most);
        var standing = Texts.Select(quarter.Latest).Distinct().ToArray();
        if (Erasure.Refuse(quarter, standing) is { } refusal) return refusal;
        return Erasure.Of(standing, Ground.Law) with { Country = Country, Order = Order, OrderedOn = On };
    }

    internal static bool IsCountry(string? code) => code is { Length: 2 } && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);
}

public sealed record ErasedAlready : Refusal;

public sealed record NoSuchCountry : Refusal;

public sealed record NotYetOrdered : Refusal;

public sealed record TooManyTexts(int Most) : Refusal;
