using System.Text.RegularExpressions;

namespace Faubourg.Tidy.Tests;

public sealed partial class TextTests
{
    private static readonly string[] Binary = [".png", ".woff2", ".ico", ".db", ".zip"];

    /// <summary>Folders of somebody's machine. Split, so that this file holds none of them.</summary>
    private static readonly string[] Foreign = ["/wo" + "rk/", "/tmp/" + "plan", "/tmp/" + "hub", "/tmp/" + "w/", "/ro" + "ot/", "C:" + "\\"];

    [Fact]
    public void Nothing_names_a_folder_of_the_machine_it_was_written_on() => Untidy.None(
        from line in Lines()
        where Foreign.Any(word => line.Text.Contains(word, StringComparison.Ordinal))
        select line.ToString());

    [Fact]
    public void What_is_left_to_do_has_a_number() => Untidy.None(
        from line in Lines()
        where LeftToDo().IsMatch(line.Text)
        select line.ToString());

    [Fact]
    public void No_code_is_folded_away() => Untidy.None(
        from line in Lines()
        where line.Path.EndsWith(".cs", StringComparison.Ordinal) && line.Text.TrimStart().StartsWith("#region", StringComparison.Ordinal)
        select line.ToString());

    private static IEnumerable<Line> Lines() =>
        from file in Repository.Files
        where !Binary.Any(kind => file.Path.EndsWith(kind, StringComparison.Ordinal)) && file.Name != "packages.lock.json"
        from line in file.Lines.Index()
        select new Line(file.Path, line.Index + 1, line.Item);

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b(?! #\d)")]
    private static partial Regex LeftToDo();

    private sealed record Line(string Path, int Number, string Text)
    {
        public override string ToString() => $"{Path}:{Number}: {Text.Trim()}";
    }
}
