using System.Net;
using Faubourg.Domain.Quarters;
using Faubourg.Server.Tests.Storage;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Repository = Faubourg.Server.Tests.Web.Repository;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>The whole program on a free port, over a folder of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private WebApplication? _app;

    public HttpClient Http { get; private set; } = default!;

    internal Showings Showings => _app!.Services.GetRequiredService<Showings>();

    internal string Folder => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        _app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback, Data = _folder.Path });
        await _app.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _app.Address() };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>As it is now.</summary>
    internal async Task<Quarter> Quarter(string slug) => (await _app!.Services.GetRequiredService<IQuarters>().Find(slug, CancellationToken.None))!.Quarter;

    /// <summary>The evening alone, without what follows it.</summary>
    internal static Script Evening(string name) => Whole(name) with { Then = null };

    internal static Script Whole(string name)
    {
        using var json = File.OpenRead(Path.Combine(Repository.Root, "rehearsals", name + ".json"));
        return Script.Read(json);
    }

    /// <summary>A device that is not of the cast.</summary>
    internal static Company Guest(HttpClient http) => new(http);
}
