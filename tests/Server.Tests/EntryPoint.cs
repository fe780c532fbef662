using Faubourg.Server.Tests.Storage;
using Xunit.Runner.InProc.SystemConsole;

namespace Faubourg.Server.Tests;

/// <summary>The test program; or, for some tests, the process that they kill or starve.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["append", var folder] => Appending.Run(folder),
        ["fill", var folder] => Filling.Run(folder),
        _ => ConsoleRunner.Run(args),
    };
}
