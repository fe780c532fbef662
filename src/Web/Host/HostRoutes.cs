namespace Faubourg.Web.Host;

/// <summary>Pages of the host itself: how it works, who runs it, the language switch, a pulse.</summary>
internal static class HostRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/how", visit => Show<HowPage>(visit.Context));
        routes.MapPage("/recovery", visit => Show<Councils.Bearers.RecoveryPage>(visit.Context));
        routes.MapPage("/host", visit => Show<HostPage>(visit.Context, (nameof(HostPage.RunBy), visit.Settings.RunBy)));
        routes.MapPage("/health", visit => visit.Context.Response.WriteAsync("well\n"));
        routes.MapPage("/openapi.json", visit => OpenApi.Write(visit.Context));
        routes.MapPost("/language", ChooseLanguage);
    }

    private static Task Show<TPage>(HttpContext context, params (string, object?)[] parameters) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        context.RequestServices.GetRequiredService<PageCache>().Show<TPage>(context, revision: 0, parameters);

    private static async Task ChooseLanguage(HttpContext context)
    {
        var (typed, fault) = await Body.Read(context);
        if (typed is null || !Languages.Knows(typed.First("language")))
        {
            await Trouble.Show(context, fault?.Status ?? StatusCodes.Status400BadRequest);
            return;
        }

        context.Response.Cookies.Append(Languages.Cookie, typed.First("language")!, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Local(typed.First("back"));
    }

    /// <summary>A path of this host; anything else, which could lead elsewhere, is the first page.</summary>
    private static string Local(string? back) =>
        back is ['/', ..] && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) && back.All(letter => letter is > ' ' and < '\x7f')
            ? back : "/";
}
