using System.CommandLine;
using Faubourg.Storage.Keeping;
using Faubourg.Storage.Record;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg restore DIR</c>: puts a backup into an empty folder, and holds back what it would contradict.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "As backup wrote it." };
    private static readonly Option<FileInfo[]> Known = new Option<FileInfo[]>("--known")
    {
        Description = "A checkpoint that somebody kept since: of a poster, a witness, an export.",
        AllowMultipleArgumentsPerToken = true,
    }.AcceptExistingOnly();
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("restore", "Put a backup into a folder that has no neighbourhoods.") { Folder, Known, Data, Json };
        command.SetAction((parsed, stop) => Keeping.Try(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var data = parsed.GetRequiredValue(Data);
        if (!Directory.Exists(data)) throw new KeepingException($"There is no folder {data}. Make it, and put your copy of host.key into it.");
        var known = (parsed.GetValue(Known) ?? []).Select(file => File.ReadAllText(file.FullName)).ToArray();
        var restored = await Backup.Restore(parsed.GetRequiredValue(Folder), Keeping.Settings(data), known, stop);
        Keeping.Print(parsed.GetValue(Json), restored.Select(r => new { slug = r.Slug, entries = r.Entries, barred = r.Barred?.GetType().Name }),
            [.. restored.Select(r => $"{r.Slug}: {r.Entries} entries. {Standing(r)}")]);
        return Keeping.Done;
    }

    private static string Standing(Restored restored) => restored.Barred switch
    {
        null => "It goes on from here.",
        HeldBack held => $"{Keeping.Say(held)} ./faubourg import DIR brings them.",
        var barred => Keeping.Say(barred),
    };
}
