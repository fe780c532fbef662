using System.CommandLine;
using Faubourg.Storage.Keeping;
using NodaTime;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg export SLUG DIR</c>: the record as plain files, beside a running host. With <c>--move</c>, the neighbourhood leaves.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Slug = Keeping.Slug();
    private static readonly Argument<string> Folder = new("DIR") { Description = "Where to; empty, or not there." };
    private static readonly Option<string?> Move = new("--move") { Description = "Also write the key and the slips into this file, and destroy them here." };
    private static readonly Option<string?> To = new("--to") { Description = "With --move: the address of its record from now on, which is signed and shown here." };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("export", "Write a neighbourhood's record into a folder. Texts of a council that still sits, or that time ended less than twelve hours ago, are left out: names in them can still be blacked out.") { Slug, Folder, Move, To, Data, Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(To) is not null && result.GetValue(Move) is null) result.AddError("--to belongs to --move.");
        });
        command.SetAction((parsed, stop) => Keeping.Try(() => parsed.GetValue(Move) is { } file ? Leave(parsed, file, stop) : Write(parsed)));
        return command;
    }

    private static Task<int> Write(ParseResult parsed)
    {
        var (slug, folder) = (parsed.GetRequiredValue(Slug), parsed.GetRequiredValue(Folder));
        var signed = Exported.Write(
            parsed.GetRequiredValue(Data), slug, folder, Keeping.Progress(), SystemClock.Instance.GetCurrentInstant());
        Keeping.Print(parsed.GetValue(Json), new { slug, folder, entries = signed.Size, root = signed.RootBase64 },
            $"{signed.Size} entries of {slug} are in {folder}. Check them: ./faubourg-verify {folder}");
        return Task.FromResult(Keeping.Done);
    }

    private static async Task<int> Leave(ParseResult parsed, string file, CancellationToken stop)
    {
        var (slug, folder) = (parsed.GetRequiredValue(Slug), parsed.GetRequiredValue(Folder));
        await using var quarters = await Keeping.Open(parsed.GetRequiredValue(Data), stop);
        var signed = await quarters.Leave(slug, folder, file, parsed.GetValue(To), Keeping.Progress());
        Keeping.Print(parsed.GetValue(Json), new { slug, folder, file, entries = signed.Size, root = signed.RootBase64 },
            $"{slug} has left. Its record, {signed.Size} entries, is in {folder}; what signs it is in {file}, and here no more.",
            $"Bring both to the new host: ./faubourg import DIR --move FILE. Then destroy {file}: whoever has it can speak for the neighbourhood.");
        return Keeping.Done;
    }
}
