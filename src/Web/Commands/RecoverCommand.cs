using System.CommandLine;
using System.Globalization;
using Faubourg.Storage;

namespace Faubourg.Web.Commands;

/// <summary>
/// <c>./faubourg recover SLUG</c>: prints what the key-bearers have to sign; with their signatures, this host signs the record from
/// now on, and the key before is void.
/// </summary>
internal static class RecoverCommand
{
    private static readonly Argument<string> Slug = Keeping.Slug();
    private static readonly Option<string[]> Signatures = new("--signature")
    {
        Description = "NUMBER:BASE64 of a key-bearer; as many as are needed.",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("recover", "Give a neighbourhood's record a key that its key-bearers signed.") { Slug, Signatures, Data, Json };
        command.Validators.Add(result =>
        {
            var given = result.GetValue(Signatures) ?? [];
            if (given.Any(s => Read(s) is null) || given.Select(Read).DistinctBy(s => s?.Number).Count() != given.Length)
                result.AddError("--signature is NUMBER:BASE64, each number once.");
        });
        command.SetAction((parsed, stop) => Keeping.Try(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var slug = parsed.GetRequiredValue(Slug);
        var signatures = (parsed.GetValue(Signatures) ?? []).Select(s => Read(s)!.Value).ToDictionary(s => s.Number, s => s.Signature);
        await using var quarters = await Keeping.Open(parsed.GetRequiredValue(Data), stop);
        if (signatures.Count == 0)
        {
            var text = await quarters.Recovery(slug);
            Keeping.Print(parsed.GetValue(Json), new { slug, text }, text.TrimEnd('\n'));
            await Console.Error.WriteLineAsync("Each key-bearer signs exactly this text: ./faubourg-verify bearer sign. Then give this command their signatures.");
            return Keeping.Done;
        }

        if (await quarters.Recover(slug, signatures, stop) is Refused no) return await Keeping.Fail(Keeping.Say(no.Why));
        var keys = (await quarters.Find(slug, stop))!.Record.VerifierKeys;
        Keeping.Print(parsed.GetValue(Json), new { slug, keys }, $"{slug} is signed here from now on, and by nobody else:", keys[0]);
        return Keeping.Done;
    }

    private static (int Number, string Signature)? Read(string given) =>
        given.Split(':') is [var number, { Length: > 0 } signature] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (n, signature)
            : null;
}
