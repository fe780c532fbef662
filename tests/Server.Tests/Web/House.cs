using System.Net;
using System.Net.Sockets;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

/// <summary>The real program on a free port of this machine, with one neighbourhood and one announced council in it.</summary>
public sealed class House : IAsyncLifetime
{
    public const string Council = "/quarters/lilas/councils/1";

    private WebApplication? _app;

    public Uri Address { get; private set; } = default!;

    public IServiceProvider Services => _app!.Services;

    internal LiveHub Live => Services.GetRequiredService<LiveHub>();

    public async ValueTask InitializeAsync()
    {
        var quarters = new QuartersInMemory(SystemClock.Instance);
        await Furnish(quarters);
        _app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback }, builder => builder.Services.AddSingleton<IQuarters>(quarters));
        TryOut.Map(_app);
        await _app.StartAsync();
        Address = _app.Address();
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    /// <summary>A browser: keeps cookies, follows nothing by itself.</summary>
    internal HttpClient Browser(string language = "en")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    /// <summary>A program: a bearer token, JSON both ways.</summary>
    internal HttpClient Script(string secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);
        return client;
    }

    /// <summary>Bytes as they are, for what no client would send.</summary>
    internal async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task Furnish(QuartersInMemory quarters)
    {
        var somebody = new Actor("AAAAAAAAAAAAAAAAAAAAAA");
        await quarters.Submit("lilas", new Found("test/q/lilas", "key", "Europe/Paris", ["fr", "en"], false, Text.Of("Rue des Lilas"), Text.Of("Paris"), null, []), somebody, null, default);
        await quarters.Submit("repetition", new Found("test/q/repetition", "key", "Europe/Paris", ["fr"], true, Text.Of("Rue jouée"), Text.Of("Paris"), null, []), somebody, null, default);
        await quarters.Submit("lilas", new Convene(new Announcement(Text.Of("Who mends the bench?"), Text.Of("By the bakery"), null, SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(3), 60, Attendance.Room, Method.Consent, true, true, false)), somebody, null, default);
    }
}
