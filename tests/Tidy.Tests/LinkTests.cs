using System.Text.RegularExpressions;

namespace Faubourg.Tidy.Tests;

public sealed partial class LinkTests
{
    [Fact]
    public void A_link_between_our_pages_leads_somewhere() => Untidy.None(
        from page in Repository.With(".md")
        from link in Link().Matches(page.Text)
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
        where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, target.Split('#')[0]))
        select $"{page.Path}: {target}");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
