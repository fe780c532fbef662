using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Faubourg.Tidy.Tests;

/// <summary>What is committed here, and nothing else: files that git does not track may be as untidy as they like.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<TrackedFile>> Tracked = new(() => [.. List()]);

    private static readonly Lazy<IReadOnlyList<Source>> Parsed = new(() =>
        [.. With(".cs").Select(file => new Source(file, CSharpSyntaxTree.ParseText(file.Text).GetRoot()))]);

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static IReadOnlyList<TrackedFile> Files => Tracked.Value;

    /// <summary>Every C# file, parsed.</summary>
    public static IReadOnlyList<Source> Sources => Parsed.Value;

    public static IEnumerable<TrackedFile> With(string extension) =>
        Files.Where(file => file.Path.EndsWith(extension, StringComparison.Ordinal));

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Faubourg.slnx"))
            ? folder
            : Above(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("No Faubourg.slnx above."));

    private static IEnumerable<TrackedFile> List()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        if (git.ExitCode != 0) throw new InvalidOperationException("git ls-files failed; tidiness is judged on a clone.");
        return paths.Where(path => File.Exists(Path.Combine(Root, path))).Select(path => new TrackedFile(path));
    }
}

/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record TrackedFile(string Path)
{
    private string? text;

    public string Name => System.IO.Path.GetFileName(Path);

    public string Text => text ??= File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}

internal sealed record Source(TrackedFile File, SyntaxNode Tree)
{
    public bool IsIn(string folder) => File.Path.StartsWith(folder, StringComparison.Ordinal);

    public IEnumerable<T> All<T>() where T : SyntaxNode => Tree.DescendantNodes().OfType<T>();

    public string At(SyntaxNode node) => $"{File.Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
