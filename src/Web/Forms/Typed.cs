using System.Security.Cryptography;
using System.Text;

namespace Faubourg.Web;

/// <summary>What was sent, before anybody judged it: names and values in the order they came, a form's and a JSON object's alike.</summary>
public sealed class Typed
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _values.Keys;

    private readonly Dictionary<string, Upload> _uploads = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(value);
        Count++;
    }

    public void Add(string name, Upload file)
    {
        _uploads.Add(name, file);
        Count++;
    }

    public Upload? Upload(string name) => _uploads.GetValueOrDefault(name);

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    public string? First(string name) => All(name) is [var first, ..] ? first : null;

    /// <summary>SHA-256, hex, of every name and value and every file.</summary>
    public string Digest()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, values) in _values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            foreach (var value in values)
                all.AppendData(Encoding.UTF8.GetBytes($"{name.Length} {value.Length} {name}{value}"));
        foreach (var (name, file) in _uploads.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{name.Length} {file.Bytes.Length} {name}"));
            all.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>The items of a list: "name" repeated, or "name.1", "name.2", … in their order.</summary>
    public IReadOnlyList<string> Items(string name, int most)
    {
        var items = new List<string>(All(name));
        for (var n = 1; n <= most; n++)
            if (First($"{name}.{n}") is { } numbered) items.Add(numbered);
        return items;
    }
}
