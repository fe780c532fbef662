using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg serve</c>: answers neighbours until Ctrl-C.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "TCP port to listen on.",
        DefaultValueFactory = _ => HostSettings.DefaultPort,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder that holds the neighbourhoods.",
        DefaultValueFactory = _ => "./data",
    };

    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "How neighbours reach this host, e.g. https://faubourg.example" };
    private static readonly Option<string?> Invitation = new("--invitation") { Description = "A word asked for before somebody founds a neighbourhood here." };
    private static readonly Option<string?> RunBy = new("--run-by") { Description = "Who runs this host and how to reach them, shown on its page." };
    private static readonly Option<string?> Listen = new("--listen") { Description = "Address to listen on; every one of this machine's unless given." };
    private static readonly Option<string[]> TrustedProxy = new("--trusted-proxy") { Description = "Address of a reverse proxy whose X-Forwarded headers are believed." };

    private static readonly Option<bool> Rehearse = new("--rehearsal") { Description = "Play a rehearsal at once, to watch and to sit down in." };

    public static Command Create()
    {
        var command = new Command("serve", "Answer neighbours until Ctrl-C.") { Port, Data, PublicUrl, Invitation, RunBy, Listen, TrustedProxy, Rehearse };
        command.SetAction((parsed, stop) => Run(Read(parsed), parsed.GetValue(Rehearse), stop));
        return command;
    }

    private static HostSettings Read(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Data = parsed.GetValue(Data)!,
        PublicUrl = parsed.GetValue(PublicUrl)?.TrimEnd('/'),
        Invitation = parsed.GetValue(Invitation),
        RunBy = parsed.GetValue(RunBy),
        Listen = parsed.GetValue(Listen) is { } listen ? IPAddress.Parse(listen) : IPAddress.IPv6Any,
        TrustedProxies = [.. (parsed.GetValue(TrustedProxy) ?? []).Select(IPAddress.Parse)],
    };

    private static async Task<int> Run(HostSettings settings, bool rehearse, CancellationToken stop)
    {
        await using var app = Program.Build(settings);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.InnerException is AddressInUseException
                ? $"Port {settings.Port} is taken. Choose another: --port {settings.Port + 1}"
                : $"The folder {settings.Data} cannot be opened. Is another Faubourg running on it? {trouble.Message}");
            return 1;
        }

        Doorstep.Print(settings);
        if (rehearse) await Doorstep.Rehearse(app.Services, settings);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
