using System.Net;

namespace Faubourg.Web;

/// <summary>How somebody else's phone reaches this host: what codes, sheets and feeds print before a path.</summary>
public static class PublicAddress
{
    /// <summary>Without a trailing slash. Somebody who looks at "localhost" hands on the laptop's address in the room instead.</summary>
    public static string Of(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<HostSettings>();
        if (settings.PublicUrl is { } known) return known;
        var asked = context.Request.Host;
        return IsThisMachine(asked.Host) && Doorstep.OnTheLan() is [var lan, ..]
            ? $"http://{lan}:{asked.Port ?? settings.Port}"
            : $"{context.Request.Scheme}://{asked}";
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
