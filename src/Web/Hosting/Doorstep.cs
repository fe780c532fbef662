using System.Net.NetworkInformation;
using System.Net.Sockets;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Web;

/// <summary>The lines printed when the door is open: where this laptop finds the pages, and where the phones in the room do.</summary>
internal static class Doorstep
{
    /// <summary>Milliseconds.</summary>
    private const int KeptFor = 10_000;

    private static Tuple<IReadOnlyList<string>, long> known = new([], 0);

    public static void Print(HostSettings settings)
    {
        Console.WriteLine($"Faubourg is open at  http://localhost:{settings.Port}");
        if (settings.PublicUrl is { } known) Console.WriteLine($"Neighbours come to   {known}");
        else foreach (var address in OnTheLan()) Console.WriteLine($"Phones on this Wi-Fi http://{address}:{settings.Port}");
        Console.WriteLine("Ctrl-C closes it.");
    }

    /// <summary>Begins a rehearsal and says where to look.</summary>
    public static async Task Rehearse(IServiceProvider services, HostSettings settings)
    {
        if (await services.GetRequiredService<Showings>().Start(Evenings.Shipped[0]) is not { } showing) return;
        var here = settings.PublicUrl ?? $"http://localhost:{settings.Port}";
        Console.WriteLine($"A rehearsal plays at  {here}{showing.CouncilUrl}");
        Console.WriteLine($"Its wall, and a seat  {here}/rehearsals");
    }

    /// <summary>This machine's addresses on its networks. Asking the system takes longer than a page: the answer is kept for some seconds.</summary>
    public static IReadOnlyList<string> OnTheLan()
    {
        var (addresses, until) = known;
        var now = Environment.TickCount64;
        if (now < until) return addresses;
        addresses = [.. Look()];
        known = new(addresses, now + KeptFor);
        return addresses;
    }

    private static IEnumerable<string> Look() =>
        from nic in NetworkInterface.GetAllNetworkInterfaces()
        where nic.OperationalStatus == OperationalStatus.Up && nic.NetworkInterfaceType != NetworkInterfaceType.Loopback
        from address in nic.GetIPProperties().UnicastAddresses
        where address.Address.AddressFamily == AddressFamily.InterNetwork
        select address.Address.ToString();
}
