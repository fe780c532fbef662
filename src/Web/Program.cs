using Faubourg.Web.Commands;
using Faubourg.Web.Councils;
using Faubourg.Web.Hosting;
using NodaTime;

namespace Faubourg.Web;

/// <summary>The executable <c>faubourg</c>. <see cref="Build"/> reads in the order a request travels.</summary>
public static class Program
{
    /// <summary>Seconds that open streams get to end when the host is closed.</summary>
    private const int Farewell = 3;

    public static Task<int> Main(string[] args) => CommandLine.Run(args);

    /// <param name="furnish">What tests put in place of the house's own.</param>
    public static WebApplication Build(HostSettings settings, Action<WebApplicationBuilder>? furnish = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Listen(builder, settings);
        Furnish(builder, settings);
        furnish?.Invoke(builder);
        StoredQuarters.Furnish(builder.Services);

        var app = builder.Build();
        app.UseTrustedProxies(settings);
        app.UseSecurityHeaders();
        app.UseTroublePages(app.Logger);
        app.UseCrossSiteRule(settings);
        app.UseRouting();

        Bundles.Map(app);
        Slices.Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, HostSettings settings) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.Body;
        kestrel.Listen(settings.Listen, settings.Port);
    });

    private static void Furnish(WebApplicationBuilder builder, HostSettings settings)
    {
        // Warnings only, and no addresses, names or tokens in them.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(Farewell));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new UploadRoom(UploadRoom.Usual));
        builder.Services.AddSingleton<Buckets>();
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddSingleton<Record.WellKnown>();
        builder.Services.AddSingleton<Record.RecordIndexes>();
        builder.Services.AddSingleton<LiveHub>();
        builder.Services.AddSingleton<LiveRooms>();
        builder.Services.AddSingleton<Rehearsal.Showings>();
        builder.Services.AddSingleton<CodeTries>();
        builder.Services.AddSingleton<WallsWaiting>();
    }
}
