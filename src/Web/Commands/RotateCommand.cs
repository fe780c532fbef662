using System.CommandLine;
using Faubourg.Storage;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg rotate SLUG</c>: a new key for the log; the old one signs for another 30 days.</summary>
internal static class RotateCommand
{
    private static readonly Argument<string> Slug = Keeping.Slug();
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("rotate", "Give a neighbourhood's record a new key.") { Slug, Data, Json };
        command.SetAction((parsed, stop) => Keeping.Try(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var slug = parsed.GetRequiredValue(Slug);
        await using var quarters = await Keeping.Open(parsed.GetRequiredValue(Data), stop);
        if (await quarters.Rotate(slug, stop) is Refused no) return await Keeping.Fail(Keeping.Say(no.Why));
        var keys = (await quarters.Find(slug, stop))!.Record.VerifierKeys;
        Keeping.Print(parsed.GetValue(Json), new { slug, keys }, $"{slug} has a new key. These sign now:", keys[0], keys[^1]);
        return Keeping.Done;
    }
}
