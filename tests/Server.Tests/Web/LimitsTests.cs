using System.Text;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Web;

/// <summary>docs/limits.md says what the table of forms does; when it does not, this fails and leaves the right one in its place.</summary>
public sealed class LimitsTests
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "limits.md");

    [Fact]
    public void The_page_of_limits_is_the_table_of_forms()
    {
        var (kept, drawn) = (System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), Page());
        if (kept != drawn) System.IO.File.WriteAllText(File, drawn);
        Assert.Equal(drawn, kept);
    }

    private static string Page()
    {
        var page = new StringBuilder($"""
            # Limits

            Made from the table of forms (`src/Web/Forms`); a test keeps it so. Over a limit the answer is 422 with a sentence beside the
            field, and nothing changed. Texts are counted in characters as people count them, after trimming and NFC; control characters,
            signs that turn a line around or show nothing, more than 8 marks on a letter and what joins more than 32 letters of UTF-16 to
            one character are refused.

            - Any body: at most {Limits.Body / 1024} KiB (413), {Limits.FieldsInAForm} fields.
            - From one place (a /24 or /48, under a daily random mark): {Rate(Pace.Room)}; founding and convening {Rate(Pace.Rare)}; typed codes {Rate(Pace.Guess)}; photos {Rate(Pace.Photo)} (429).
            - With a photo: `multipart/form-data`, its texts together at most {Limits.Body / 1024} KiB; of the photo at most {Limits.Upload >> 20} MiB are kept and {Limits.UploadRead >> 20} MiB read. JSON has no field for one.
            - Unknown fields, a field twice, a JSON key twice, broken UTF-8: 400.


            """.ReplaceLineEndings("\n"));
        foreach (var form in Forms.All.Where(form => form.Fields.Length > 0))
        {
            page.Append($"## {form.Name}\n\n`POST {form.Route}`\n\n| field | takes |\n|---|---|\n");
            foreach (var field in form.Fields) page.Append($"| `{field.Name}` | {Takes(field)}{(field.Optional && field is not FlagField ? ", optional" : "")} |\n");
            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Rate(Pace pace) => $"{pace.Burst:0} at once, then {pace.PerMinute} a minute";

    private static string Takes(Field field) => field switch
    {
        TextField text => $"{(text.ManyLines ? "text" : "one line")}, {text.Length.Min}–{text.Length.Max} characters",
        NumberField number => $"{number.Range.Min}–{number.Range.Max}",
        DateField => "a day",
        MomentField => "a day and a time",
        ChoiceField choice => string.Join(", ", choice.Values.Select(value => $"`{value}`")),
        FlagField => "yes or no",
        ListField list => $"{list.Items.Min}–{list.Items.Max} times: {Takes(list.Item)}",
        HiddenField hidden => $"a token, {hidden.Length.Min}–{hidden.Length.Max} characters",
        UploadField => $"a photo: JPEG, PNG or WebP, at most {Limits.Upload >> 20} MiB",
        ZoneField => "an IANA time zone",
        _ => throw new InvalidOperationException($"Say here what a {field.GetType().Name} takes."),
    };
}
