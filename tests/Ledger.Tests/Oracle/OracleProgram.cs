using System.Diagnostics;

namespace Faubourg.Ledger.Tests.Oracle;

/// <summary>The Go program beside this file, built once from Debian's packages.</summary>
public sealed class OracleProgram : IDisposable
{
    private const string Go = "/usr/bin/go", Modules = "/usr/share/gocode";

    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-oracle-").FullName;

    public OracleProgram()
    {
        if (!File.Exists(Go) || !Directory.Exists(Modules + "/src/golang.org/x/mod/sumdb/tlog"))
            Assert.Fail("Debian's golang-go and golang-golang-x-mod-dev are not installed. ./test installs them; nothing else checks our logs with code of others.");
        var (code, said) = Run(Go, "build", "-o", Program, "./tests/Ledger.Tests/Oracle");
        Assert.True(code == 0, "The oracle does not build:\n" + said);
    }

    private string Program => Path.Combine(folder, "oracle");

    public (int Code, string Said) Check(string log) => Run(Program, log);

    private (int Code, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["GO111MODULE"] = "off",
                ["GOPATH"] = Modules,
                ["GOCACHE"] = Path.Combine(folder, "cache"),
                ["GOFLAGS"] = "",
                ["GOPROXY"] = "off",
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
