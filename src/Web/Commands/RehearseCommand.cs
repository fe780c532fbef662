using System.CommandLine;
using System.Net;
using System.Text.Json;
using Faubourg.Web.Rehearsal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg rehearse FILE…</c>: plays evenings into a folder, through a host of their own that only this machine reaches.</summary>
internal static class RehearseCommand
{
    private const int Stumbled = 1;
    private const int WrongUsage = 2;

    private static readonly Argument<FileInfo[]> Files = new Argument<FileInfo[]>("FILE")
    {
        Description = "Evenings to play: docs/formats/rehearsal.md.",
        Arity = ArgumentArity.OneOrMore,
    }.AcceptExistingOnly();

    private static readonly Option<bool> Fast = new("--fast") { Description = "Without pauses." };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder to play into; kept. Without it nothing is kept." };

    public static Command Create()
    {
        var command = new Command("rehearse", "Play scripted evenings.") { Files, Fast, Data };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        if (Read(parsed.GetValue(Files)!) is not { } evenings) return WrongUsage;
        var kept = parsed.GetValue(Data);
        var folder = kept ?? Directory.CreateTempSubdirectory("faubourg-rehearsal-").FullName;
        try
        {
            return await Play(evenings, folder, parsed.GetValue(Fast) ? Tempo.WithoutPauses : Tempo.ToWatch, stop);
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All of them are read before the first is played.</summary>
    private static List<(string File, Script Script)>? Read(FileInfo[] files)
    {
        var evenings = new List<(string, Script)>();
        foreach (var file in files)
        {
            try
            {
                using var json = file.OpenRead();
                evenings.Add((file.Name, Script.Read(json)));
            }
            catch (JsonException fault)
            {
                Console.Error.WriteLine($"{file.Name} is not a rehearsal: {fault.Message}");
                return null;
            }
        }

        return evenings;
    }

    private static async Task<int> Play(List<(string File, Script Script)> evenings, string folder, Tempo tempo, CancellationToken stop)
    {
        await using var app = Program.Build(new HostSettings { Port = 0, Listen = IPAddress.Loopback, Data = folder });
        await app.StartAsync(stop);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var code = 0;
        foreach (var (file, script) in evenings)
        {
            try
            {
                var played = await WithProgress(script, http, tempo, stop);
                Console.WriteLine($"{played.Slug}\t{played.Outcome}\t{played.Accepted.Length} acts\t{script.Title}");
            }
            catch (StumbledException stumbled)
            {
                await Console.Error.WriteLineAsync($"{file}: {stumbled.Message}");
                code = Stumbled;
            }
        }

        await app.StopAsync(CancellationToken.None);
        return code;
    }

    private static Task<Played> WithProgress(Script script, HttpClient http, Tempo tempo, CancellationToken stop) => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(async progress =>
        {
            var shown = progress.AddTask(Markup.Escape(script.Title), maxValue: script.Length);
            var player = new Player(http, script, tempo)
            {
                OnLine = (done, _, what) =>
                {
                    shown.Value = done;
                    shown.Description = Markup.Escape(what);
                },
            };
            return await player.Play(stop);
        });
}
