using System.Net;

namespace Faubourg.Web;

/// <summary>What the person who runs the machine chose on the command line. Nothing here gives a right inside a quarter.</summary>
public sealed record HostSettings
{
    public const int DefaultPort = 1871;

    /// <summary>TCP port; 0 takes any free one (tests).</summary>
    public int Port { get; init; } = DefaultPort;

    public IPAddress Listen { get; init; } = IPAddress.IPv6Any;

    public string Data { get; init; } = "./data";

    /// <summary>How neighbours reach this host, without a trailing slash; null while it is only known by its address.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The word a host may ask for before somebody founds a neighbourhood here.</summary>
    public string? Invitation { get; init; }

    /// <summary>Whom to name on the page "who runs this".</summary>
    public string? RunBy { get; init; }

    /// <summary>Only these may say on whose behalf they ask (X-Forwarded-For, X-Forwarded-Proto).</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];
}
