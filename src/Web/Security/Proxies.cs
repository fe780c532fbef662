using System.Net;

namespace Faubourg.Web;

/// <summary>Whom a request really comes from, and by which scheme: believed only from proxies the host named, and only the last hop.</summary>
internal static class Proxies
{
    public static void UseTrustedProxies(this IApplicationBuilder app, HostSettings settings)
    {
        var trusted = settings.TrustedProxies.Select(Plain).ToHashSet();
        if (trusted.Count == 0) return;
        app.Use(next => context =>
        {
            if (context.Connection.RemoteIpAddress is { } from && trusted.Contains(Plain(from))) Believe(context);
            return next(context);
        });
    }

    private static void Believe(HttpContext context)
    {
        var headers = context.Request.Headers;
        var last = headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (IPAddress.TryParse(last, out var address)) context.Connection.RemoteIpAddress = address;
        if (headers["X-Forwarded-Proto"].ToString() is "http" or "https") context.Request.Scheme = headers["X-Forwarded-Proto"].ToString();
        headers.Remove("X-Forwarded-For");
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
