using Faubourg.Ledger;
using Faubourg.Verify.Reports;

namespace Faubourg.Verify.Commands;

/// <summary>Everything <c>./faubourg-verify</c> can do.</summary>
internal static class CommandLine
{
    public const int Sound = 0, Broken = 1, WrongUsage = 2;

    private const string Usage =
        """
        Checks a neighbourhood's public record without trusting whoever keeps it.

          faubourg-verify DIR|URL [--old FILE|DIR]… [--policy FILE] [--max-age 24h] [--entries] [--json]
              checks a record: an exported folder, or the address under which it is served
              --old       a checkpoint kept earlier, or the folder of an older copy: it must be the record's beginning
              --policy    whom you trust: the log's key, witnesses and how many of them (C2SP tlog-policy)
              --max-age   how old the newest witness's signature may be: 30m, 24h, 7d
              --entries   also lists every entry with its claimed time and when a witness first saw it
              --hashes    only hashes, tiles and signatures, of any C2SP log; needs --policy
              --evidence  where evidence of a fork is written, if there is one
          faubourg-verify prove DIR --entry N [-o FILE]
              a proof that entry N is in the record, as one file
          faubourg-verify check FILE [--leaf FILE] [--policy FILE]
              checks such a proof, or evidence of a fork
          faubourg-verify numbers DIR|URL [--at TIME] [--json]
              counts from the entries every number that the pages show: councils, tasks, jars, gains, charges
          faubourg-verify draw FILE --role NAME [--eligible 1,2,3] [--tickets 5:3,7:3] [--json]
              recomputes a draw from its transcript
          faubourg-verify bearer new | public | sign --origin O --size N --root R --key VKEY
              a key-bearer's twelve words, the key they stand for, and a signature with it; words are read from standard input

        Exit 0: sound. 1: broken, and the entry and the rule are named. 2: wrong usage.
        """;

    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            return Command(args, terminal);
        }
        catch (UsageException wrong)
        {
            terminal.Error.WriteLine(Plain.Of(wrong.Message));
            terminal.Error.WriteLine("faubourg-verify --help says how.");
            return WrongUsage;
        }
        catch (LedgerException broken)
        {
            terminal.Error.WriteLine(Plain.Of($"Broken: {broken.Message}"));
            return Broken;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(Plain.Of(failed.Message));
            return WrongUsage;
        }
    }

    private static int Command(string[] args, Terminal terminal) => args switch
    {
        [] => throw new UsageException("Which record?"),
        ["-h" or "--help" or "help", ..] => Help(terminal),
        ["prove", .. var rest] => ProveCommand.Run(rest, terminal),
        ["check", .. var rest] => CheckCommand.Run(rest, terminal),
        ["numbers", .. var rest] => NumbersCommand.Run(rest, terminal),
        ["draw", .. var rest] => DrawCommand.Run(rest, terminal),
        ["bearer", .. var rest] => BearerCommand.Run(rest, terminal),
        _ => VerifyCommand.Run(args, terminal),
    };

    private static int Help(Terminal terminal)
    {
        terminal.Out.WriteLine(Usage);
        return Sound;
    }
}
