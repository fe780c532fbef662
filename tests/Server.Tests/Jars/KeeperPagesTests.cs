using System.Net;
using Faubourg.Domain.Jars;
using Faubourg.Server.Tests.Councils;
using Faubourg.Web;
using Faubourg.Web.Jars;

namespace Faubourg.Server.Tests.Jars;

public sealed class KeeperPagesTests
{
    private static readonly Words English = Words.In("en"), French = Words.In("fr");

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12,5", 1250)]
    [InlineData("€ 1 234.50", 123450)]
    [InlineData("300 EUR", 30000)]
    [InlineData("12.505", 0)]
    [InlineData("1.2.3", 0)]
    [InlineData("-5", 0)]
    [InlineData("", 0)]
    [InlineData("9999999999", 0)]
    [InlineData("12 345 678 €", 1234567800)]
    [InlineData("eur 5", 500)]
    [InlineData("5€50", 0)]
    [InlineData("5 50", 0)]
    [InlineData("1 2345", 0)]
    [InlineData("+5", 0)]
    [InlineData("5e3", 0)]
    [InlineData("0x10", 0)]
    [InlineData("٥٠", 0)]
    [InlineData("５０", 0)]
    [InlineData("€", 0)]
    [InlineData(".5", 0)]
    public void An_amount_is_read_as_people_write_it_or_not_at_all(string typed, long cents) => Assert.Equal(cents, Money.Read(typed, Currency.Eur));

    [Fact]
    public void An_amount_is_said_as_its_currency_and_language_do()
    {
        Assert.Equal("1\u00a0234.05\u00a0€", Money.Say(English, Currency.Eur, 123405));
        Assert.Equal("1\u00a0234,05\u00a0€", Money.Say(French, Currency.Eur, 123405));
        Assert.Equal("−0.05\u00a0€", Money.Say(English, Currency.Eur, -5));
        Assert.Equal("2\u00a0000\u00a0XOF", Money.Say(French, Currency.Xof, 2000));
        Assert.Equal("1.234\u00a0TND", Money.Say(English, Currency.Tnd, 1234));
        Assert.Equal((2000, 0, 1234), (Money.Read("2 000", Currency.Xof), Money.Read("2,5", Currency.Xof), Money.Read("1,234", Currency.Tnd)));
    }

    /// <summary>The example of ISO 13616 and the national ones of the SWIFT registry.</summary>
    [Theory]
    [InlineData("GB82 WEST 1234 5698 7654 32", true)]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", true)]
    [InlineData("DE89 3704 0044 0532 0130 00", true)]
    [InlineData("DE89 3704 0044 0532 0130 01", false)]
    [InlineData("GB82 WEST 1234 5698 7645 32", false)]
    public void A_wrong_digit_or_two_that_are_swapped_are_seen(string typed, bool right) => Assert.Equal(right, Iban.IsRight(Iban.Of(typed)!));

    [Fact]
    public void A_payment_code_is_what_banking_apps_read() => Assert.Equal(
        "BCD\n002\n1\nSCT\n\nAtelier Dubreuil\nFR7630006000011234567890189\n\n\n\nJar 3",
        Epc.Of("Atelier Dubreuil", "FR7630006000011234567890189", "Jar 3"));

    [Fact]
    public async Task A_jar_is_proposed_with_its_account_and_a_number_with_a_mistake_comes_back()
    {
        await using var table = await Table.Talking();
        Assert.Contains(English["jars.open.goal"], await table.Page(2, "proposals/jar"));
        Assert.Contains(French["jars.open.goal"], await table.Page(2, "proposals/jar", "fr"));
        var wrong = await table.Try(2, "proposals/jar", new { what = "We mend the bench.", goal = "300", unit = "eur", holder = "Us", account = "DE89370400440532013001" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var none = await table.Try(2, "proposals/jar", new { what = "We mend the bench.", goal = "three", unit = "eur" });
        Assert.Equal((HttpStatusCode.Conflict, nameof(WrongAmount)), (none.Status, none.Json.GetProperty("refusal").GetString()));
        await table.Say(2, "proposals/jar", new { what = "We mend the bench.", goal = "300", unit = "eur", back = true, holder = "Us", account = "DE89370400440532013000" });
        Assert.Equal(new OpenJar(Currency.Eur, 30000, true, Domain.Text.Of("Us"), Domain.Text.Of("DE89370400440532013000")), table.Room.Proposals[1].Deed);
        Assert.Contains("It opens a jar, up to 300.00\u00a0€.", await table.Page(3, "proposals/1"));
        foreach (var noun in new[] { "account", "keepers", "leftovers" })
            Assert.Equal(nameof(NoSuchJar), (await table.Try(2, $"proposals/{noun}", new { jar = 9 })).Json.GetProperty("refusal").GetString());
    }
}
