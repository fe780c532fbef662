using System.CommandLine;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg import DIR</c>: takes a record that moves here, completes one that is held, or keeps a copy.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "A record as export writes it." };
    private static readonly Option<string?> Move = new("--move") { Description = "The file with the key, when the neighbourhood moves here." };
    private static readonly Option<string?> Slug = new("--slug") { Description = "What it is to be called in addresses here." };
    private static readonly Option<string?> Url = new("--url") { Description = "The address of its record here, to be written into it." };
    private static readonly Option<int?> Council = new("--council") { Description = "With --url: the council that decided to move; none after a recovery." };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("import", "Take a neighbourhood's record from a folder.") { Folder, Move, Slug, Url, Council, Data, Json };
        command.SetAction((parsed, stop) => Keeping.Try(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var data = parsed.GetRequiredValue(Data);
        Directory.CreateDirectory(data);
        await using var quarters = await Keeping.Open(data, stop);
        var arrived = await quarters.Arrive(parsed.GetRequiredValue(Folder), parsed.GetValue(Move), parsed.GetValue(Slug), Keeping.Progress());
        Keeping.Print(parsed.GetValue(Json),
            new { slug = arrived.Slug, is_new = arrived.IsNew, taken = arrived.Taken, entries = arrived.Entries, barred = arrived.Barred?.GetType().Name },
            $"{arrived.Slug}: {arrived.Taken} entries were taken, {arrived.Entries} are here.",
            arrived.Barred is { } barred ? Keeping.Say(barred) : $"It lives here: /quarters/{arrived.Slug}");
        return parsed.GetValue(Url) is { } url ? await Say(quarters, arrived.Slug, url, parsed.GetValue(Council), stop) : Keeping.Done;
    }

    private static async Task<int> Say(Storage.Quarters quarters, string slug, string url, int? council, CancellationToken stop)
    {
        var quarter = (await quarters.Find(slug, stop))!;
        return await quarter.Submit(new ChangePlace(Text.Of(url), council), Actor.Host, null, stop) is Refused no
            ? await Keeping.Fail($"The new address was not written into the record: {Keeping.Say(no.Why)}")
            : Keeping.Done;
    }
}
