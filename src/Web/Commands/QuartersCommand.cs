using System.CommandLine;
using System.Text.Json;
using NodaTime.Text;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg quarters</c>: what stands in a folder, the name in addresses first. It only reads, beside a running host too.</summary>
internal static class QuartersCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder that holds the neighbourhoods.",
        DefaultValueFactory = _ => "./data",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON array instead of lines." };

    public static Command Create()
    {
        var command = new Command("quarters", "List the neighbourhoods in a folder.") { Data, Json };
        command.SetAction(parsed => Print(Storage.Quarters.ListIn(parsed.GetValue(Data)!), parsed.GetValue(Json), Console.Out));
        return command;
    }

    private static void Print(IReadOnlyList<Storage.Listed> quarters, bool asJson, TextWriter to)
    {
        if (asJson)
        {
            to.WriteLine(JsonSerializer.Serialize(quarters.Select(quarter => new
            {
                slug = quarter.Slug,
                origin = quarter.Origin,
                rehearsal = quarter.Rehearsal,
                founded_at = InstantPattern.General.Format(quarter.FoundedAt),
            })));
            return;
        }

        foreach (var quarter in quarters)
            to.WriteLine($"{quarter.Slug}\t{InstantPattern.General.Format(quarter.FoundedAt)}\t{(quarter.Rehearsal ? "rehearsal" : "neighbourhood")}");
    }
}
