using Faubourg.Server.Tests.Storage;
using Xunit.Runner.InProc.SystemConsole;

namespace Faubourg.Server.Tests;

/// <summary>The test program; or, for some tests, the process that they kill, starve, race or measure.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["append", var folder] => Appending.Run(folder),
        ["fill", var folder] => Filling.Run(folder),
        ["keep", var address, var secret, var gate] => Jars.Apart.Run(address, secret, gate),
        ["measure", var program, ..] => Task.FromResult(Bench.Measured.Run(program, args[2..])),
        _ => ConsoleRunner.Run(args),
    };
}
