using Faubourg.Domain.Record.Figures;
using Faubourg.Ledger;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reports;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Verify.Commands;

/// <summary><c>numbers DIR|URL</c>: the whole check, and then every number that pages show, counted from the entries alone.</summary>
internal static class NumbersCommand
{
    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--at"], ["--json"]);
        var place = given.Only("folder or address of a record");
        var progress = new Progress(terminal.Error, terminal.Live);
        using var copy = VerifyCommand.IsAddress(place) ? VerifyCommand.Copied(place, null, progress) : null;
        var (book, last) = (new FigureBook(), Instant.MinValue);
        var verdict = Verification.Of(new Question(copy?.Files ?? new FolderFiles(VerifyCommand.Folder(place)), SystemClock.Instance.GetCurrentInstant())
        {
            Heard = (happened, at) =>
            {
                Counted(() => book.Next(happened, at));
                last = at;
            },
            Progress = progress,
        });
        progress.Done();
        if (!verdict.IsSound)
        {
            new TextReport(terminal.Out, verdict).Write();
            return CommandLine.Broken;
        }

        // A rehearsal has a clock of its own: without another word, its numbers are those of its last entry.
        var at = given.One("--at") is { } asked ? Time(asked) : verdict.Rehearsal ? last : SystemClock.Instance.GetCurrentInstant();
        CountedFigures? figures = null;
        Counted(() => figures = book.At(at));
        NumbersReport.Write(terminal.Out, verdict, figures!, at, given.Has("--json"));
        return CommandLine.Sound;
    }

    /// <summary>A record may be dated to the end of all times, and a term that begins there has no end.</summary>
    private static void Counted(Action count)
    {
        try
        {
            count();
        }
        catch (OverflowException)
        {
            throw new LedgerException("it claims times after which there are none: nothing can be counted");
        }
    }

    private static Instant Time(string text) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) && at.InUtc().Year is > 1 and < 9999
            ? at
            : throw new UsageException("--at is written 2026-11-23T19:30:00Z.");
}
