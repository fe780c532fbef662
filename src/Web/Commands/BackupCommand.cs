using System.CommandLine;
using Faubourg.Storage.Keeping;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg backup DIR</c>: copies of the databases, beside a running host.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Where to; empty, or not there." };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("backup", "Copy the neighbourhoods into a folder.") { Folder, Data, Json };
        command.SetAction((parsed, _) => Keeping.Try(() =>
        {
            var (folder, data) = (parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(Data));
            var quarters = Backup.Make(data, folder, Keeping.Progress());
            Keeping.Print(parsed.GetValue(Json), new { folder, quarters },
                $"{quarters} neighbourhoods are in {folder}. Let it expire: what is erased later is still in it.",
                $"Not in it, and to be kept apart from it: host.key, erasures.log and signed/ of {data}.");
            return Task.FromResult(Keeping.Done);
        }));
        return command;
    }
}
