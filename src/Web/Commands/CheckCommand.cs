using System.CommandLine;
using Faubourg.Storage.Keeping;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg check</c>: reads everything again, beside a running host too.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string?> Slug = new("SLUG") { Description = "One neighbourhood; all of them without it.", DefaultValueFactory = _ => null };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("check", "Read everything that is kept again, and say what does not fit.") { Slug, Data, Json };
        command.SetAction((parsed, _) => Keeping.Try(() => Task.FromResult(Run(parsed))));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var data = parsed.GetRequiredValue(Data);
        if (!Directory.Exists(data)) throw new KeepingException($"There is no folder {data}.");
        var asJson = parsed.GetValue(Json);
        var all = new List<CheckedQuarter>();
        foreach (var one in QuarterCheck.Of(data, parsed.GetValue(Slug), Keeping.Progress()))
        {
            all.Add(one);
            if (asJson) continue;
            Console.WriteLine($"{one.Slug}: {one.Entries} entries, {one.Signed} of them signed, {one.Checkpoints} checkpoints. {Judgement(one)}");
            foreach (var finding in one.Findings) Console.WriteLine($"  {finding}");
        }

        if (asJson) Keeping.Print(true, all);
        return all.TrueForAll(one => one.Findings.Count == 0) ? Keeping.Done : Keeping.Failed;
    }

    private static string Judgement(CheckedQuarter one) => one switch
    {
        { Findings.Count: > 0 } => $"{one.Findings.Count} findings:",
        { Held: true } => "All that is here fits, and later entries are known: it is held.",
        _ => "All of it fits.",
    };
}
