using System.Diagnostics;

namespace Faubourg.Server.Tests.Storage;

/// <summary>Commands as somebody types them, in a process of their own.</summary>
internal static class Typed
{
    public static async Task<(int Code, string Said, string Trouble)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "faubourg.dll"))) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var (said, trouble) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await trouble);
    }

    /// <summary>Its output, where nothing went wrong.</summary>
    public static async Task<string> Done(params string[] arguments)
    {
        var (code, said, trouble) = await Run(arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {code}\n{said}{trouble}");
        return said;
    }
}
