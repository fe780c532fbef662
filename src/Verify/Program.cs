using Faubourg.Verify.Commands;

namespace Faubourg.Verify;

/// <summary>The executable <c>faubourg-verify</c>: exit 0 sound, 1 broken, 2 wrong usage.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        // A handful of commands and no package to parse them: it starts at once, and there is less to trust.
        return CommandLine.Run(args, new Terminal(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected));
    }
}
