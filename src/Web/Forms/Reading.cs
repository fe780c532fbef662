using NodaTime;

namespace Faubourg.Web;

/// <summary>
/// A body to an <see cref="Input"/>, or what is wrong with it. The one place where what comes from outside becomes trusted:
/// names must be known, single values single, texts within their limits.
/// </summary>
public abstract record Reading
{
    public sealed record Good(Input Input, Typed Typed) : Reading;

    /// <summary>A person can mend it: field → sentence.</summary>
    public sealed record Wrong(Entry Entry) : Reading;

    /// <summary>No form of ours sends this: the status and the key of its sentence.</summary>
    public sealed record Malformed(int Status, string Key) : Reading;

    public static async Task<Reading> Of(HttpContext context, Form form)
    {
        var (typed, fault) = form.HasUpload && Multipart.Is(context.Request) ? await Multipart.Read(context, form) : await Body.Read(context, form.Body);
        return typed is null ? fault! : Judge(Visit.Of(context), form, typed);
    }

    internal static Reading Judge(Visit visit, Form form, Typed typed) => Judge(visit.Words, visit.Zone, visit.Now, form, typed);

    internal static Reading Judge(Words words, DateTimeZone zone, Instant now, Form form, Typed typed)
    {
        if (typed.Names.FirstOrDefault(name => !Belongs(form, name)) is not null) return Unknown;
        if (form.Fields.Any(field => field is not ListField && typed.All(field.Name).Count > 1)) return Twice;
        if (!TryKey(typed, out var key) || !TryPaper(typed, out var paper)) return Unknown;

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var problems = new List<KeyValuePair<string, string>>();
        foreach (var field in form.Fields)
        {
            var (value, problem) = field switch
            {
                ListField list => Several(list, typed, zone, now),
                UploadField => Sent(field, typed),
                _ => Single(field, typed.First(field.Name), zone, now),
            };
            values[field.Name] = value;
            if (problem is { } wrong) problems.Add(new(field.Name, Say(words, form, field, wrong)));
        }

        return problems.Count > 0 ? new Wrong(new Entry(form, typed, problems)) : new Good(new Input(form, values, key, paper) { Digest = key is null ? null : typed.Digest() }, typed);
    }

    private static Malformed Unknown { get; } = new(StatusCodes.Status400BadRequest, "form.unknown");

    private static Malformed Twice { get; } = new(StatusCodes.Status400BadRequest, "form.twice");

    private static bool Belongs(Form form, string name) =>
        name is Form.Key or Form.Paper || form.Find(name) is not null
        || (name.LastIndexOf('.') is var dot and > 0 && int.TryParse(name.AsSpan(dot + 1), out var n)
            && form.Find(name[..dot]) is ListField list && n >= 1 && n <= list.Items.Max);

    private static (object? Value, Checked? Problem) Single(Field field, string? typed, DateTimeZone zone, Instant now)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, field.Optional ? null : Checked.Wrong(Missing(field)));
        var result = field.Check(typed.Trim(), zone, now);
        return (result.Value, result.Problem is null ? null : result);
    }

    private static (object? Value, Checked? Problem) Sent(Field field, Typed typed) => (typed.Upload(field.Name), typed.First(field.Name)) switch
    {
        (_, { Length: > 0 }) => (null, Checked.Wrong("form.upload")),
        ({ Problem: { } problem }, _) => (null, Checked.Wrong(problem, ("most", Limits.Upload >> 20))),
        (null, _) => (null, field.Optional ? null : Checked.Wrong("form.upload")),
        ({ } file, _) => (file, null),
    };

    private static (object? Value, Checked? Problem) Several(ListField list, Typed typed, DateTimeZone zone, Instant now)
    {
        var items = typed.Items(list.Name, list.Items.Max).Where(item => !string.IsNullOrWhiteSpace(item)).ToList();
        if (items.Count == 0 && list.Optional) return (Array.Empty<object>(), null);
        if (items.Count < list.Items.Min || items.Count > list.Items.Max)
            return (null, Checked.Wrong("form.items", ("min", list.Items.Min), ("max", list.Items.Max), ("count", items.Count)));
        var values = new List<object>(items.Count);
        foreach (var item in items)
        {
            var result = list.Check(item.Trim(), zone, now);
            if (result.Problem is not null) return (null, result);
            values.Add(result.Value!);
        }

        return (values, null);
    }

    private static string Missing(Field field) => field is ChoiceField or ZoneField ? "form.choice" : "form.missing";

    private static string Say(Words words, Form form, Field field, Checked wrong) =>
        words[wrong.Problem!, [("label", words[$"{form.Says}.{field.Name}"]), .. wrong.Arguments]];

    private static bool TryKey(Typed typed, out string? key)
    {
        key = typed.First(Form.Key);
        return typed.All(Form.Key).Count <= 1
            && (key is null || (key.Length is >= 16 and <= 64 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')));
    }

    private static bool TryPaper(Typed typed, out int? paper)
    {
        paper = null;
        if (typed.All(Form.Paper).Count == 0) return true;
        if (typed.All(Form.Paper).Count > 1 || !int.TryParse(typed.First(Form.Paper), out var number) || number is < 1 or > 9999) return false;
        paper = number;
        return true;
    }
}
