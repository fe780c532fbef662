using System.CommandLine;

namespace Faubourg.Web.Commands;

/// <summary>Everything <c>./faubourg</c> can do: one line a command, each in a file of its own beside this one.</summary>
internal static class CommandLine
{
    private const int WrongUsage = 2;

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? WrongUsage : code;
    }

    public static RootCommand Root() => new("Faubourg: councils for neighbourhoods that govern themselves.")
    {
        ServeCommand.Create(),
        RehearseCommand.Create(),
        CountCommand.Create(),
        QuartersCommand.Create(),
        ExportCommand.Create(),
        ImportCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        CheckCommand.Create(),
        WithholdCommand.Create(),
        RotateCommand.Create(),
        RecoverCommand.Create(),
    };
}
