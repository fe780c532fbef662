using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Faubourg.Tidy.Tests;

/// <summary>Which events an act can bring: everything that its Decide makes, and what it calls makes, read from the text of the domain.</summary>
internal static class EventsOf
{
    private static readonly Lazy<IReadOnlySet<string>> Events = new(() => typeof(Domain.Event).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Domain.Event)) && !type.IsAbstract)
        .Select(type => type.Name)
        .ToHashSet());

    private static readonly Lazy<ILookup<string, MethodDeclarationSyntax>> ByName = new(() => Methods().ToLookup(method => method.Identifier.Text));

    public static IEnumerable<string> Act(string act)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<MethodDeclarationSyntax>();
        foreach (var method in Methods().Where(method => Owner(method) == act)) Follow(method, found, seen);
        return found;
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods() => Repository.Sources
        .Where(source => source.IsIn("src/Domain/"))
        .SelectMany(source => source.All<MethodDeclarationSyntax>())
        .Where(method => method.Identifier.Text is not "Evolve" and not "In");

    private static string Owner(SyntaxNode method) => method.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.Text;

    private static void Follow(MethodDeclarationSyntax method, SortedSet<string> found, HashSet<MethodDeclarationSyntax> seen)
    {
        if (!seen.Add(method)) return;
        if (method.DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().Any()) Made(method.ReturnType.ToString(), found);
        foreach (var made in method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()) Made(made.Type.ToString(), found);
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
            foreach (var called in Called(call, method)) Follow(called, found, seen);
        // A method handed on by its name, such as a deadline's consequence, is followed too.
        foreach (var named in method.DescendantNodes().OfType<ArgumentSyntax>().Select(a => a.Expression).OfType<IdentifierNameSyntax>())
            foreach (var handed in ByName.Value[named.Identifier.Text].Where(m => Owner(m) == Owner(method))) Follow(handed, found, seen);
    }

    private static void Made(string type, SortedSet<string> found)
    {
        var name = type.Split('.')[^1];
        if (Events.Value.Contains(name)) found.Add(name);
    }

    private static IEnumerable<MethodDeclarationSyntax> Called(InvocationExpressionSyntax call, MethodDeclarationSyntax from) => call.Expression switch
    {
        IdentifierNameSyntax bare => ByName.Value[bare.Identifier.Text].Where(m => Owner(m) == Owner(from)),
        MemberAccessExpressionSyntax member when ByName.Value[member.Name.Identifier.Text].Where(m => Owner(m) == member.Expression.ToString().Split('.')[^1]).ToArray() is { Length: > 0 } exact => exact,
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Written" or "Leaf" } written => ByName.Value[written.Name.Identifier.Text].Where(m => !IsStatic(m)),
        _ => [],
    };

    private static bool IsStatic(MethodDeclarationSyntax method) => method.Modifiers.Any(m => m.Text == "static");
}
