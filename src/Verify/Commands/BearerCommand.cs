using System.Security.Cryptography;
using Faubourg.Ledger;
using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;

namespace Faubourg.Verify.Commands;

/// <summary>
/// <c>bearer</c>: what a key-bearer needs, without a browser. The words are read from standard input, so that they stand in no
/// list of commands.
/// </summary>
internal static class BearerCommand
{
    public static int Run(string[] words, Terminal terminal) => words switch
    {
        ["new"] => New(terminal),
        ["public"] => Public(terminal),
        ["sign", .. var rest] => Sign(rest, terminal),
        _ => throw new UsageException("bearer new, bearer public, or bearer sign."),
    };

    private static int New(Terminal terminal)
    {
        var words = Words12.Of(RandomNumberGenerator.GetBytes(Words12.SecretBytes));
        terminal.Out.WriteLine(words.Text);
        terminal.Out.WriteLine(Convert.ToBase64String(words.PublicKey()));
        terminal.Error.WriteLine("Write the twelve words on paper. The second line is the public key that you hand in.");
        return CommandLine.Sound;
    }

    private static int Public(Terminal terminal)
    {
        terminal.Out.WriteLine(Convert.ToBase64String(Words(terminal).PublicKey()));
        return CommandLine.Sound;
    }

    private static int Sign(string[] rest, Terminal terminal)
    {
        var given = new Arguments(rest, ["--origin", "--size", "--root", "--key"], []);
        var statement = Statement(given);
        var words = Words(terminal);
        terminal.Error.Write(statement);
        var seed = words.Seed();
        terminal.Out.WriteLine(Convert.ToBase64String(Statements.Sign(statement, seed)));
        CryptographicOperations.ZeroMemory(seed);
        return CommandLine.Sound;
    }

    private static string Statement(Arguments given)
    {
        var root = new byte[32];
        if (!Convert.TryFromBase64String(given.Needed("--root"), root, out var length) || length != root.Length) throw new UsageException("--root is base64 of 32 bytes.");
        try
        {
            return Statements.Recover(given.Needed("--origin"), Arguments.Whole(given.Needed("--size"), "--size"), root, VerifierKey.Parse(given.Needed("--key")));
        }
        catch (LedgerException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static Words12 Words(Terminal terminal)
    {
        try
        {
            return Words12.Parse(terminal.In.ReadToEnd());
        }
        catch (LedgerException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
