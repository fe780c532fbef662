namespace Faubourg.Web;

/// <summary>
/// A form elsewhere must not act in a neighbour's name: an act carrying a cookie needs our own Origin, and nobody may send a foreign one.
/// No tokens in forms, so that pages are the same bytes for all and nothing expires under a writer.
/// </summary>
internal static class CrossSite
{
    public static void UseCrossSiteRule(this IApplicationBuilder app, HostSettings settings) => app.Use(next => context =>
        IsSafe(context.Request.Method) || IsOurs(context.Request, settings.PublicUrl) ? next(context) : Trouble.Show(context, StatusCodes.Status403Forbidden));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsOurs(HttpRequest request, string? publicUrl)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return request.Headers.Cookie.Count == 0;
        return origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (publicUrl is not null && origin.Equals(new Uri(publicUrl).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }
}
