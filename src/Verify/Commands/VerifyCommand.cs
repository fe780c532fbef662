using System.Runtime.CompilerServices;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reports;
using NodaTime;

namespace Faubourg.Verify.Commands;

/// <summary><c>faubourg-verify DIR|URL</c>.</summary>
internal static class VerifyCommand
{
    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--old", "--policy", "--max-age", "--evidence"], ["--json", "--entries", "--hashes"]);
        var place = given.Only("folder or address of a record");
        var policy = given.One("--policy") is { } file ? ReadPolicy(file) : null;
        if (given.Has("--hashes") && policy is null) throw new UsageException("--hashes needs a --policy: only that says whose log it is.");
        var progress = new Progress(terminal.Error, terminal.Live);
        using var copy = IsAddress(place) ? Copied(place, policy, progress) : null;
        var question = new Question(copy?.Files ?? new FolderFiles(Folder(place)), SystemClock.Instance.GetCurrentInstant())
        {
            Old = [.. given.All("--old").Select(ReadOld)],
            Policy = policy,
            MaxAge = given.One("--max-age") is { } age ? ReadAge(age) : null,
            HashesOnly = given.Has("--hashes"),
            EvidenceFile = given.One("--evidence"),
            Tell = given.Has("--entries") ? (seq, type, at) => terminal.Out.WriteLine($"{seq,8}  {at}  {type}") : null,
            Progress = progress,
        };
        var verdict = Verification.Of(question);
        progress.Done();
        if (given.Has("--json")) JsonReport.Write(terminal.Out, verdict, Cost.Now());
        else new TextReport(terminal.Out, verdict).Write();
        return verdict.IsSound ? CommandLine.Sound : CommandLine.Broken;
    }

    public static bool IsAddress(string place) =>
        place.StartsWith("http://", StringComparison.Ordinal) || place.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>Apart, so that whoever checks a folder loads nothing of the network.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ICopy Copied(string place, Policy? policy, Progress progress) => WebCopy.Of(place, policy, progress);

    public static Policy ReadPolicy(string path)
    {
        try
        {
            return Policy.Parse(GivenFile.Bytes(path, Limits.PolicyBytes));
        }
        catch (LedgerException none)
        {
            throw new UsageException($"{path} is no policy: {none.Message}");
        }
    }

    public static string Folder(string place) =>
        Directory.Exists(place) ? place : throw new UsageException($"There is no folder {place}.");

    private static OldCheckpoint ReadOld(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "checkpoint") : path;
        try
        {
            var note = Note.Parse(GivenFile.Bytes(file, Limits.NoteBytes));
            Checkpoint.Parse(note.Text);
            return new OldCheckpoint(path, note, Directory.Exists(path) ? new FolderFiles(path) : null);
        }
        catch (LedgerException none)
        {
            throw new UsageException($"{file} is no signed checkpoint: {none.Message}");
        }
    }

    /// <summary><c>90s</c>, <c>30m</c>, <c>24h</c>, <c>7d</c>.</summary>
    private static Duration ReadAge(string text)
    {
        var number = text.Length > 1 ? Arguments.Whole(text[..^1], "--max-age") : 0;
        if (number is < 1 or > 100_000_000) throw new UsageException("--max-age is written 30m, 24h or 7d.");
        return text[^1] switch
        {
            's' => Duration.FromSeconds(number),
            'm' => Duration.FromMinutes(number),
            'h' => Duration.FromHours(number),
            'd' when number < 1_000_000 => Duration.FromDays(number),
            _ => throw new UsageException("--max-age is written 30m, 24h or 7d."),
        };
    }
}
