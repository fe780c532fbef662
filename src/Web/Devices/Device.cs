using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Faubourg.Web;

/// <summary>
/// A phone, known only by a secret it holds itself. What the host sees of it in a council is a hash made with that council,
/// so that two councils of one phone have nothing in common.
/// </summary>
public sealed record Device(string Secret)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The secret that came with the request, as a cookie or a bearer token; null where there is none or it is not of ours.</summary>
    public static Device? Of(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(Device), out var given)) return (Device)given!;
        var bearer = context.Request.Headers.Authorization.ToString();
        var secret = bearer.StartsWith(Scheme, StringComparison.Ordinal) ? bearer[Scheme.Length..] : context.Request.Cookies[CookieName(context)];
        return IsSecret(secret) ? new Device(secret!) : null;
    }

    /// <summary>The device, given a secret now if it has none. Called by pages that lead to a seat; nothing is kept here.</summary>
    public static Device Ensure(HttpContext context)
    {
        if (Of(context) is { } known) return known;
        var device = new Device(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        context.Response.Cookies.Append(CookieName(context), device.Secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Kept,
        });
        context.Items[typeof(Device)] = device;
        return device;
    }

    /// <summary>How this device is called in one council: base64url(SHA-256(secret ‖ origin ‖ council)), 22 characters.</summary>
    public string KeyFor(string origin, int council) => KeyFor(origin, $"{council}");

    /// <summary>How it is called outside a council, made with what it does there: "sheets", "rests". Two of them have nothing in common.</summary>
    public string KeyFor(string origin, string what) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Secret}\n{origin}\n{what}")))[..22];

    public override string ToString() => "a device";

    // Plain http is a cellar: browsers keep no __Host- cookie there.
    private static string CookieName(HttpContext context) => context.Request.IsHttps ? "__Host-faubourg" : "faubourg";

    private static bool IsSecret(string? secret) => secret is { Length: 43 } && Base64Url.IsValid(secret);
}
