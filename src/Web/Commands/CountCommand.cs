using System.CommandLine;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg count FILE --method NAME</c>: counts the ballots of a PrefLib file, as a council's are counted. It needs no host.</summary>
internal static class CountCommand
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "A PrefLib file: .soc .soi .toc .toi .cat, in the form of today or the one from before 2022.",
    }.AcceptExistingOnly();

    private static readonly Option<string> Method = Ways();
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object: method, winners, order." };

    public static Command Create()
    {
        var command = new Command("count", $"Count the ballots of a file. At most {FileHeader.MostAlternatives} alternatives, "
            + $"lines of {CountLines.Longest} bytes, 256 MiB of memory; any number of ballots.") { File, Method, Json };
        command.SetAction((parsed, _) => Keeping.Try(() => Task.FromResult(Run(parsed))));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(File);
        var method = Enum.Parse<CountMethod>(parsed.GetRequiredValue(Method), ignoreCase: true);
        FileCount? count = null;
        var reader = new FileReader(FileKinds.Parse(file.Extension.TrimStart('.')), header =>
        {
            count = new FileCount(method, header);
            return count.Add;
        });
        try
        {
            using var ballots = file.Open(new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
            CountLines.Read(ballots, reader);
            Print(parsed.GetValue(Json), method, new CountTable(file.Name, reader.End(), count!, reader.Voters));
            return Keeping.Done;
        }
        catch (FileException fault)
        {
            Console.Error.WriteLine($"{file.Name}, line {fault.Line}: {fault.Message}");
            return fault.IsUnfit ? Keeping.WrongUsage : Keeping.Failed;
        }
    }

    private static void Print(bool asJson, CountMethod method, CountTable table) => Keeping.Print(
        asJson,
        new { method = Name(method), winners = table.Named(table.Ranking.Winners), order = table.Ranking.Order.Select(table.Named) },
        asJson ? [] : [.. table.Lines()]);

    private static Option<string> Ways()
    {
        var option = new Option<string>("--method") { Description = "What counts: docs/decisions/0017-what-a-count-counts.md.", Required = true };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<CountMethod>().Select(Name)]);
        return option;
    }

    private static string Name(CountMethod method) => method.ToString().ToLowerInvariant();
}
