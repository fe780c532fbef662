using NodaTime;

namespace Faubourg.Web;

/// <summary>What was sent, read and within its limits. Asking for a field the form does not have is a mistake of ours and throws.</summary>
public sealed class Input
{
    private readonly Form _form;
    private readonly IReadOnlyDictionary<string, object?> _values;

    internal Input(Form form, IReadOnlyDictionary<string, object?> values, string? key, int? paper) =>
        (_form, _values, Key, Paper) = (form, values, key, paper);

    /// <summary>The idempotency key, if one was sent.</summary>
    public string? Key { get; }

    /// <summary>Of everything that came with the key: the same key with other words is another act, and not said to be done.</summary>
    internal string? Digest { get; init; }

    /// <summary>The paper number of the person acted for; null for the phone's own.</summary>
    public int? Paper { get; }

    public bool Has(string name) => Value(name) is not null;

    /// <summary>Empty where an optional text was left out.</summary>
    public string Text(string name) => (string?)Value(name) ?? "";

    /// <summary>The same for the record; null where it was left out.</summary>
    /// <param name="name">The field.</param>
    /// <param name="slip">Hash of the six words with which it can be taken back; null: it cannot.</param>
    public Domain.Text? WordsOrNull(string name, string? slip = null) => Has(name) ? Domain.Text.Of(Text(name), slip) : null;

    public int Number(string name) => (int)Value(name)!;

    public int? NumberOrNull(string name) => (int?)Value(name);

    public LocalDate Date(string name) => (LocalDate)Value(name)!;

    public LocalDate? DateOrNull(string name) => (LocalDate?)Value(name);

    public Instant Moment(string name) => (Instant)Value(name)!;

    public string Choice(string name) => (string)Value(name)!;

    public TEnum Choice<TEnum>(string name) where TEnum : struct, Enum => Enum.GetValues<TEnum>().First(value => Field.Kebab(value) == Choice(name));

    public TEnum? ChoiceOrNull<TEnum>(string name) where TEnum : struct, Enum => Has(name) ? Choice<TEnum>(name) : null;

    /// <summary>Several members of an enumeration, in the order they came.</summary>
    public IEnumerable<TEnum> Choices<TEnum>(string name) where TEnum : struct, Enum =>
        Texts(name).Select(text => Enum.GetValues<TEnum>().First(value => Field.Kebab(value) == text));

    public bool Flag(string name) => Value(name) is true;

    /// <summary>A file that was sent; null where an optional one was left out.</summary>
    public Upload? Upload(string name) => (Upload?)Value(name);

    public IReadOnlyList<string> Texts(string name) => Items<string>(name);

    public IReadOnlyList<int> Numbers(string name) => Items<int>(name);

    private IReadOnlyList<T> Items<T>(string name) => Value(name) is IReadOnlyList<object> items ? [.. items.Cast<T>()] : [];

    private object? Value(string name) => _form.Find(name) is null
        ? throw new ArgumentException($"The form {_form.Name} has no field {name}.", nameof(name))
        : _values.GetValueOrDefault(name);
}
