using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Faubourg.Tidy.Tests;

public sealed class SizeTests
{
    private static readonly string[] Measured = [".cs", ".razor", ".css", ".js"];

    [Fact]
    public void A_file_has_at_most_400_lines() => Untidy.None(
        from file in Measured.SelectMany(Repository.With)
        where file.Lines.Length > 400
        select $"{file.Path}: {file.Lines.Length} lines");

    [Fact]
    public void Half_of_the_files_have_at_most_60_lines() =>
        Assert.InRange(Untidy.Median(Repository.With(".cs").Select(file => file.Lines.Length)), 0, 60);

    [Fact]
    public void A_page_has_at_most_120_lines() => Untidy.None(
        from file in Repository.With(".razor")
        where file.Lines.Length > 120
        select $"{file.Path}: {file.Lines.Length} lines");

    [Fact]
    public void A_program_starts_in_at_most_80_lines() => Untidy.None(
        from file in Repository.With("Program.cs")
        where file.Lines.Length > 80
        select $"{file.Path}: {file.Lines.Length} lines");

    [Fact]
    public void A_method_has_at_most_60_lines() => Untidy.None(
        from source in Repository.Sources
        from method in Methods(source)
        let length = Length(method)
        where length > 60
        select $"{source.At(method)}: {length} lines");

    [Fact]
    public void Half_of_the_methods_have_at_most_7_lines() =>
        Assert.InRange(Untidy.Median(Repository.Sources.SelectMany(Methods).Select(Length)), 0, 7);

    [Fact]
    public void A_constructor_takes_at_most_5_things() => Untidy.None(
        from source in Repository.Sources
        from list in source.All<ParameterListSyntax>()
        where list.Parent is ConstructorDeclarationSyntax or ClassDeclarationSyntax or StructDeclarationSyntax
        where list.Parameters.Count > 5
        select $"{source.At(list)}: {list.Parameters.Count} parameters");

    private static IEnumerable<SyntaxNode> Methods(Source source) =>
        source.All<SyntaxNode>().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);

    /// <summary>From the name's line to the last, without attributes and comments above.</summary>
    private static int Length(SyntaxNode method)
    {
        var name = method.ChildTokens().First(token =>
            token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.OperatorKeyword));
        return method.GetLocation().GetLineSpan().EndLinePosition.Line - name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }
}
