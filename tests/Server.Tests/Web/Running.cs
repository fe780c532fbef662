using System.Net;
using Faubourg.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

/// <summary>The real program on a free port of this machine, in front of what a test gives it.</summary>
internal static class Running
{
    /// <summary>Nothing kept on a disk, and time that the test passes.</summary>
    public static async Task<WebApplication> On(IQuarters quarters, IClock clock)
    {
        var app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback }, builder =>
        {
            builder.Services.AddSingleton(quarters);
            builder.Services.AddSingleton(clock);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Where it listens.</summary>
    public static Uri Address(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
