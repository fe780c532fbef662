using System.Reflection;
using System.Xml.Linq;

namespace Faubourg.Tidy.Tests;

/// <summary>A project exists because its dependencies differ, and they point one way.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Ledger")]
    [InlineData("Storage", "Domain", "Ledger")]
    [InlineData("Verify", "Domain", "Ledger")]
    [InlineData("Web", "Domain", "Ledger", "Storage")]
    public void A_project_refers_to_these_of_ours_only(string project, params string[] allowed)
        => Untidy.None(Named(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(allowed));

    [Theory]
    [InlineData("Domain", "NodaTime", "Microsoft.CodeAnalysis.BannedApiAnalyzers")]
    [InlineData("Ledger", "NSec.Cryptography")]
    [InlineData("Verify")]
    public void The_pure_projects_take_no_package_but_these(string project, params string[] allowed)
        => Untidy.None(Named(project, "PackageReference").Except(allowed));

    [Theory]
    [InlineData("Faubourg.Domain", "NodaTime")]
    [InlineData("Faubourg.Ledger", "NSec.Cryptography")]
    public void The_pure_assemblies_use_the_base_library_and_these(string assembly, params string[] allowed) => Untidy.None(
        from used in Assembly.Load(assembly).GetReferencedAssemblies()
        where !used.Name!.StartsWith("System.", StringComparison.Ordinal) && !allowed.Contains(used.Name)
        select used.Name);

    private static IEnumerable<string> Named(string project, string item) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(item)
            .Select(reference => reference.Attribute("Include")!.Value);
}
