using System.Globalization;

namespace Faubourg.Verify.Commands;

/// <summary>The words of a command line, apart: what stands free, and options with their values.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> options = new(StringComparer.Ordinal);

    /// <param name="words">After the command's name.</param>
    /// <param name="valued">Options that take a value: <c>--old</c>.</param>
    /// <param name="flags">Options that take none: <c>--json</c>.</param>
    /// <exception cref="UsageException">An option that is neither, or one without its value.</exception>
    public Arguments(IReadOnlyList<string> words, string[] valued, string[] flags)
    {
        var free = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = Parted(words[i]);
            if (!name.StartsWith('-') || name == "-") free.Add(words[i]);
            else if (flags.Contains(name) && value is null) Add(name, "");
            else if (!valued.Contains(name)) throw new UsageException($"There is no option {name} here.");
            else if (value is not null) Add(name, value);
            else Add(name, ++i < words.Count ? words[i] : throw new UsageException($"{name} needs a value."));
        }

        Free = free;
    }

    public IReadOnlyList<string> Free { get; }

    public bool Has(string name) => options.ContainsKey(name);

    public IReadOnlyList<string> All(string name) => options.TryGetValue(name, out var values) ? values : [];

    /// <exception cref="UsageException">It was given more than once.</exception>
    public string? One(string name) => All(name) switch
    {
        [] => null,
        [var only] => only,
        _ => throw new UsageException($"{name} can be given once only."),
    };

    public string Needed(string name) => One(name) ?? throw new UsageException($"{name} is needed.");

    public string Only(string what) => Free is [var only] ? only : throw new UsageException($"Give one {what}.");

    public static long Whole(string text, string name) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"{name} is a whole number, not “{text}”.");

    private static (string Name, string? Value) Parted(string word)
    {
        var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    private void Add(string name, string value)
    {
        if (!options.TryGetValue(name, out var values)) options[name] = values = [];
        values.Add(value);
    }
}

/// <summary>The command was asked for wrongly: exit 2, and nothing is said of any record.</summary>
internal sealed class UsageException(string message) : Exception(message);
