using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Draws;
using Faubourg.Ledger.Keys;

namespace Faubourg.Web.Councils;

/// <summary>Key-bearers hand in the public half of a key. Their words are made in the browser, on paper, or elsewhere.</summary>
internal static class BearerRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSeated("bearer", Show);
        routes.MapAct(Forms.GiveBearerKey, (visit, input) => new GiveBearerKey(visit.Council.Number, input.Text("public_key")), then: Made, again: SeatedPages.Again(Show));
        routes.MapForm(Forms.MakeBearerWords, MakeWords, act: typeof(GiveBearerKey));
    }

    private static Task Show(Visit visit, Seated me) =>
        visit.Show<BearerPage>((nameof(BearerPage.Me), me), (nameof(BearerPage.Again), visit.Entry is not null || visit.Context.Request.Query.ContainsKey("again")));

    private static string Made(Visit visit, Answer.Accepted done) => Seated.OfPage(visit)?.Page("bearer") ?? visit.CouncilUrl;

    /// <summary>For who has scripts off: the words pass through this host's memory, and the page says so.</summary>
    private static async Task<Reply> MakeWords(Visit visit, Input input)
    {
        if (Seated.OfPage(visit) is not { } me) return new Reply.Refused(new Domain.Councils.NotSeated());
        var words = Words12.Of(Secret(visit, input));
        var act = new GiveBearerKey(visit.Council.Number, Convert.ToBase64String(words.PublicKey()));
        return await ActRoutes.Submit(visit, act, input) switch
        {
            Answer.Accepted => new Reply.Shown(() => visit.Show<BearerWordsPage>((nameof(BearerWordsPage.Me), me), (nameof(BearerWordsPage.Made), words.Text))),
            Answer.Refused no => new Reply.Refused(no.Why),
            _ => throw new InvalidOperationException("An answer of a kind we do not know."),
        };
    }

    /// <summary>
    /// Sent twice, a form shows the same words twice, or the second would be of a key that was never handed in. They follow from
    /// the form's own random key and the phone's secret, neither of which is kept here.
    /// </summary>
    private static byte[] Secret(Visit visit, Input input) => input.Key is { } key && visit.Device is { } device
        ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(device.Secret), Encoding.UTF8.GetBytes("bearer|" + key))[..Words12.SecretBytes]
        : RandomNumberGenerator.GetBytes(Words12.SecretBytes);
}
