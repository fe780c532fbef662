using System.CommandLine;

namespace Faubourg.Web.Commands;

/// <summary>Everything <c>./faubourg</c> can do: one line a command, each in a file of its own beside this one.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("Faubourg: councils for neighbourhoods that govern themselves.")
    {
        ServeCommand.Create(),
    };
}
