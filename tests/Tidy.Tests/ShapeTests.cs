using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Faubourg.Tidy.Tests;

public sealed class ShapeTests
{
    private static readonly string[] Vague = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities"];

    [Fact]
    public void A_type_is_named_after_what_it_is() => Untidy.None(
        from source in Repository.Sources
        from type in source.All<BaseTypeDeclarationSyntax>()
        where Vague.Any(word => type.Identifier.Text.EndsWith(word, StringComparison.Ordinal))
        select $"{source.At(type)}: {type.Identifier.Text}");

    [Fact]
    public void A_class_is_sealed_or_made_to_be_derived_from()
    {
        // A partial class says it in one of its parts.
        var said = Repository.Sources.SelectMany(Classes).Where(Says).Select(type => type.Identifier.Text).ToHashSet();
        Untidy.None(
            from source in Repository.Sources
            from type in Classes(source)
            where !Says(type) && !(type.Modifiers.Any(SyntaxKind.PartialKeyword) && said.Contains(type.Identifier.Text))
            select $"{source.At(type)}: {type.Identifier.Text}");
    }

    [Fact]
    public void A_field_others_see_does_not_change() => Untidy.None(
        from source in Repository.Sources
        from field in source.All<FieldDeclarationSyntax>()
        where field.Modifiers.Any(SyntaxKind.PublicKeyword) || field.Modifiers.Any(SyntaxKind.InternalKeyword)
        where !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
        where !IsPrivate(field.Parent)
        select $"{source.At(field)}: {field.Declaration}");

    /// <summary>A type inside another is private unless it says otherwise: only its own file sees its fields.</summary>
    private static bool IsPrivate(SyntaxNode? type) =>
        type is TypeDeclarationSyntax { Parent: TypeDeclarationSyntax } inner
        && !inner.Modifiers.Any(SyntaxKind.PublicKeyword) && !inner.Modifiers.Any(SyntaxKind.InternalKeyword);

    [Fact]
    public void What_the_rules_do_not_know_never_leaves_the_state_as_it_was() => Untidy.None(
        from source in Repository.Sources
        where source.IsIn("src/Domain/")
        from arm in source.All<SwitchExpressionArmSyntax>()
        where arm.Pattern is DiscardPatternSyntax && GivesBackWhatItGot(arm)
        select $"{source.At(arm)}: {arm}");

    private static IEnumerable<TypeDeclarationSyntax> Classes(Source source) => source.All<TypeDeclarationSyntax>()
        .Where(type => type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration));

    private static bool Says(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.SealedKeyword)
        || type.Modifiers.Any(SyntaxKind.AbstractKeyword)
        || type.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>Whether the arm is a parameter of the method, of the type the method returns, or the state itself.</summary>
    private static bool GivesBackWhatItGot(SwitchExpressionArmSyntax arm)
    {
        if (arm.Expression is ThisExpressionSyntax) return true;
        var method = arm.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is not null && arm.Expression is IdentifierNameSyntax name && method.ParameterList.Parameters.Any(parameter =>
            parameter.Identifier.Text == name.Identifier.Text && parameter.Type?.ToString() == method.ReturnType.ToString());
    }
}
