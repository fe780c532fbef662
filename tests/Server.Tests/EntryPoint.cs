using Faubourg.Server.Tests.Storage;
using Xunit.Runner.InProc.SystemConsole;

namespace Faubourg.Server.Tests;

/// <summary>The test program; or, for one test, the process that it kills.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args is ["append", var folder] ? Appending.Run(folder) : ConsoleRunner.Run(args);
}
