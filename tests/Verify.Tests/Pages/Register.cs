using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>A number, or a word, in the JSON of an address.</summary>
/// <param name="Address">Below the neighbourhood's, with what varies in braces.</param>
/// <param name="Path">Where it stands: <c>gains[].amount</c>; a name in braces is any name.</param>
/// <param name="Figure">What counts it again: <c>gains.each[number=gain].amount</c>; null where a reason says why nothing needs to.</param>
/// <param name="Reason">One of those that the page explains.</param>
internal sealed record Row(string Address, string Path, string? Figure, string? Reason)
{
    private readonly Regex pattern = new("^" + Regex.Replace(Regex.Escape(Path), @"\\\{(\w+)}", "(?<$1>[^.\\[\\]]+)") + "$", RegexOptions.CultureInvariant);

    public Match Match(string path) => pattern.Match(path);
}

/// <summary>docs/numbers.md, as it is read by people: headings are addresses, tables are rows.</summary>
internal sealed class Register
{
    private static readonly Lazy<Register> Read = new(() => new Register(File.ReadAllLines(Path.Combine(Root(), "docs", "numbers.md"))));

    private Register(string[] lines)
    {
        var (rows, reasons, others, sentences) = (ImmutableArray.CreateBuilder<Row>(), ImmutableHashSet.CreateBuilder<string>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        var heading = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..].Trim('`');
            if (line.StartsWith("- **", StringComparison.Ordinal)) reasons.Add(line[4..line.IndexOf("**:", StringComparison.Ordinal)]);
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != 4 || !cells[1].StartsWith('`')) continue;
            var (name, says) = (cells[1].Trim('`'), cells[2]);
            if (heading.StartsWith('/')) rows.Add(says.StartsWith('`') ? new Row(heading, name, says.Trim('`'), null) : new Row(heading, name, null, says));
            else if (heading.StartsWith("Other", StringComparison.Ordinal)) others.Add(name, says);
            else sentences.Add(name, says);
        }

        (Rows, Reasons, Others, Sentences) = (rows.ToImmutable(), reasons.ToImmutable(), others, sentences);
    }

    public static Register Of => Read.Value;

    public ImmutableArray<Row> Rows { get; }

    public ImmutableHashSet<string> Reasons { get; }

    /// <summary>Addresses without JSON of their own, and why.</summary>
    public IReadOnlyDictionary<string, string> Others { get; }

    /// <summary>Keys of sentences that count, and which number they say, or why none.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; }

    public static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Faubourg.slnx"))) root = Directory.GetParent(root)!.FullName;
        return root;
    }
}
