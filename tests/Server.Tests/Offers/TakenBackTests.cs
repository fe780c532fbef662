using System.Net;
using Faubourg.Domain;
using Faubourg.Domain.Offers;
using Faubourg.Server.Tests.Announce;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Faubourg.Server.Tests.Offers;

/// <summary>Whoever wrote down an offer takes their words back, from this phone or by six words, and nobody else does.</summary>
public sealed class TakenBackTests(House house) : IClassFixture<House>
{
    private static readonly string Writer = new string('W', 42) + "A", Other = new string('O', 42) + "A";

    [Fact]
    public async Task The_words_of_an_offer_are_taken_back_with_the_slip_that_came_with_them()
    {
        var street = await Street.Found(house, "Rue des Offres");
        using var writer = Phone(Writer);
        using var other = Phone(Other);
        await writer.PostAsync(street.Url + "/offers", Street.Form(("who", "Mrs Grey of the city"), ("offered", "money"), ("what", "Two benches"), ("strings", "A plaque")));
        await other.PostAsync(street.Url + "/offers", Street.Form(("who", "The bank"), ("offered", "other"), ("what", "Chairs")));
        var six = Slips.Words(new Device(Writer), Slips.Offer, (await street.Json()).GetProperty("origin").GetString()!, 0, "1");
        Assert.Contains(six, await writer.GetStringAsync(street.Url + "/slips"), StringComparison.Ordinal);
        var others = await other.GetStringAsync(street.Url + "/slips");
        Assert.DoesNotContain(six, others, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Grey", others, StringComparison.Ordinal);

        // Typed elsewhere, the words open the same.
        var opened = await other.PostAsync(street.Url + "/slips", Street.Form(("slip", six)));
        Assert.Contains("Mrs Grey of the city", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsync(street.Url + "/erasures", Street.Form(("slip", Slips.Words(new Device(Other), Slips.Offer, "nowhere", 0, "1"))))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.PostAsync(street.Url + "/erasures", Street.Form(("slip", six)))).StatusCode);

        var page = await street.Page("/offers");
        foreach (var gone in new[] { "Mrs Grey", "Two benches", "A plaque" }) Assert.DoesNotContain(gone, page, StringComparison.Ordinal);
        Assert.Contains("The bank", page, StringComparison.Ordinal);
        Assert.DoesNotContain(six, await writer.GetStringAsync(street.Url + "/slips"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_that_are_written_down_at_the_same_moment_both_are_taken_back_from_their_phones()
    {
        var street = await Street.Found(house, "Rue des Hasards");
        using var writer = Phone(Writer);
        using var other = Phone(Other);
        await other.PostAsync(street.Url + "/offers", Street.Form(("who", "The bank"), ("offered", "other"), ("what", "Chairs")));
        // Read before the bank's was there, the page of this phone took the next number to be 1.
        var origin = (await street.Json()).GetProperty("origin").GetString()!;
        var six = Slips.Words(new Device(Writer), Slips.Offer, origin, 0, "1");
        var late = new LogOffer(OfferKind.Other, null, Text.Of("Mrs Grey", Slips.HashOf(six)), Text.Of("Benches", Slips.HashOf(six)), null);
        Assert.IsType<Answer.Accepted>(await house.Services.GetRequiredService<IQuarters>().Submit(street.Url.Split('/')[^1], late, new Actor("late"), null, TestContext.Current.CancellationToken));
        Assert.Contains(six, await writer.GetStringAsync(street.Url + "/slips"), StringComparison.Ordinal);
        Assert.DoesNotContain(six, await other.GetStringAsync(street.Url + "/slips"), StringComparison.Ordinal);
    }

    private HttpClient Phone(string secret)
    {
        var phone = house.Script(secret);
        phone.DefaultRequestHeaders.Remove("Accept");
        phone.DefaultRequestHeaders.Add("Accept", "text/html");
        return phone;
    }
}
