using System.Net;
using System.Net.Http.Headers;
using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>
/// While the months are played, a phone without scripts proposes in their councils every deed about what another council began: each
/// form once as it should be, and once about something that is not there.
/// </summary>
internal sealed class DeedForms(Stage stage)
{
    public const int All = 8;

    private const string Iban = "FR7630006000011234567890189";

    public Player Of { get; set; } = default!;

    /// <summary>Deeds that stand before a room.</summary>
    public int Sent { get; private set; }

    /// <summary>Called with each line before it is played.</summary>
    public async Task Before(string what)
    {
        if (what.StartsWith("Mei proposes to go on", StringComparison.Ordinal)) await AboutMoneyGainsAndProjects();
        if (what.StartsWith("Grace proposes two busy weeks", StringComparison.Ordinal)) await AboutCharges();
    }

    private async Task AboutMoneyGainsAndProjects()
    {
        await Proposes("account", new ChangeAccount(2, Text.Of("Atelier Dubreuil"), Text.Of(Iban)), ("jar", "2"), ("holder", "Atelier Dubreuil"), ("account", Iban));
        await Refused("account", nameof(NoSuchJar), ("jar", "77"), ("holder", "Atelier Dubreuil"), ("account", Iban));
        await Proposes("keepers", new ReplaceKeepers(2), ("jar", "2"));
        await Refused("keepers", nameof(NoSuchJar), ("jar", "77"));
        await Proposes("leftovers", new SendLeftovers(2, null), ("jar", "2"), ("to", ""));
        await Refused("leftovers", nameof(NoSuchJar), ("jar", "2"), ("to", "77"));
        await Proposes("gain", new ConfirmGain(1), ("what", "We have it."), ("gain", "1"));
        await Refused("gain", nameof(NoSuchGain), ("what", "We have it."), ("gain", "77"));
        await Proposes("renewals", new RenewProject(1), ("what", "We go on."), ("project", "1"));
        await Refused("renewals", nameof(NoOpenProject), ("what", "We go on."), ("project", "2"));
        await Proposes("endings", new EndProject(1, ProjectEnd.Dropped), ("what", "We drop it."), ("project", "1"), ("end", "dropped"));
        await Refused("endings", nameof(NoOpenProject), ("what", "We drop it."), ("project", "2"), ("end", "dropped"));
    }

    private async Task AboutCharges()
    {
        await Proposes("charge-renewal", new RenewCharge(5), ("what", "Another half year."), ("charge", "5"));
        await Refused("charge-renewal", nameof(NoOpenCharge), ("what", "Another half year."), ("charge", "77"));
        await Proposes("charge-end", new EndCharge(5), ("what", "It is over."), ("charge", "5"));
        await Refused("charge-end", nameof(NoOpenCharge), ("what", "It is over."), ("charge", "77"));
    }

    private async Task Proposes(string noun, Deed deed, params (string Name, string Value)[] fields)
    {
        var (before, _) = await Proposals();
        var (status, page) = await Send(noun, fields);
        Assert.True(status == HttpStatusCode.SeeOther, $"{noun}: {status} {page}");
        var (after, last) = await Proposals();
        Assert.Equal((before + 1, deed), (after, last));
        Sent++;
    }

    /// <summary>With the sentence, on the page of the form. Where one types, all that was typed is still there; a tap has only words of its own.</summary>
    private async Task Refused(string noun, string why, params (string Name, string Value)[] fields)
    {
        var (before, _) = await Proposals();
        var (status, page) = await Send(noun, fields);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(Words.In("en")["refusal." + why], page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{Of.CouncilUrl}/proposals/", page, StringComparison.Ordinal);
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0 && fields[0].Name == "jar"))
            Assert.True(page.Contains($"name=\"{name}\"", StringComparison.Ordinal) && page.Contains($"value=\"{value}\"", StringComparison.Ordinal), $"{noun}: “{value}” is lost.");
        Assert.Equal(before, (await Proposals()).Many);
    }

    private async Task<(int Many, Deed? Last)> Proposals()
    {
        var proposals = (await stage.Quarter(Of.Slug)).Councils[Of.Council].Room!.Proposals;
        return (proposals.Count, proposals.Values.LastOrDefault()?.Deed);
    }

    private async Task<(HttpStatusCode Status, string Page)> Send(string noun, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Of.CouncilUrl}/proposals/{noun}")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Of.SecretOf("Amina"));
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await stage.Http.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
