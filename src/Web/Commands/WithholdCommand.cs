using System.CommandLine;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;
using NodaTime.Text;

namespace Faubourg.Web.Commands;

/// <summary><c>./faubourg withhold SLUG</c>: takes words out of a record because the law says so. The record says that it was done.</summary>
internal static class WithholdCommand
{
    private static readonly Argument<string> Slug = Keeping.Slug();
    private static readonly Option<long> Entry = new("--entry") { Description = "Number of the entry that holds the words.", Required = true };
    private static readonly Option<string[]> Name = new("--name") { Description = "What the words are in it (horizon, line, …); all of them without it." };
    private static readonly Option<string> Country = new("--country") { Description = "Whose law: two capital letters.", Required = true };
    private static readonly Option<Order> Order = new("--order") { Description = "Whose order: court, authority, person.", Required = true };
    private static readonly Option<string> On = new("--on") { Description = "The day of the order: YYYY-MM-DD.", Required = true };
    private static readonly Option<string> Data = Keeping.Data();
    private static readonly Option<bool> Json = Keeping.Json();

    public static Command Create()
    {
        var command = new Command("withhold", "Take words out of a record under law.") { Slug, Entry, Name, Country, Order, On, Data, Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(On) is { } day && !LocalDatePattern.Iso.Parse(day).Success) result.AddError("--on is a day: YYYY-MM-DD.");
        });
        command.SetAction((parsed, stop) => Keeping.Try(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var slug = parsed.GetRequiredValue(Slug);
        await using var quarters = await Keeping.Open(parsed.GetRequiredValue(Data), stop);
        var quarter = await quarters.Find(slug, stop) ?? throw new KeepingException($"There is no neighbourhood called {slug} here.");
        var texts = Texts(quarter.Now.State, parsed.GetValue(Entry), parsed.GetValue(Name) ?? []);
        var day = LocalDatePattern.Iso.Parse(parsed.GetRequiredValue(On)).Value;
        var act = new Withhold([.. texts], parsed.GetRequiredValue(Country), parsed.GetValue(Order), day);
        var answer = await quarter.Submit(act, Actor.Host, null, stop);
        if (answer is Refused no) return await Keeping.Fail(Keeping.Say(no.Why));
        var entry = ((Accepted)answer).After.Size - 1;
        Keeping.Print(parsed.GetValue(Json), new { slug, entry, texts = texts.Select(t => new { entry = t.Seq, name = t.Name }) },
            $"Entry {entry} of {slug} says what was withheld and why. The words are in no file of this host any more.",
            "They may be in backups, exports and copies that were made before.");
        return Keeping.Done;
    }

    private static List<TextAt> Texts(Quarter state, long entry, string[] names)
    {
        var there = state.Texts.Keys.Where(t => t.Seq == entry).ToList();
        var texts = names.Length == 0 ? there : there.Where(t => names.Contains(t.Name)).ToList();
        if (texts.Count > 0 && texts.Count >= names.Length) return texts;
        var said = there.Count == 0 ? "no words" : string.Join(", ", there.Select(t => t.Name));
        throw new KeepingException($"Entry {entry} holds {said}.");
    }
}
