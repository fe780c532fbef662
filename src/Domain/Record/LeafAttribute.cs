namespace Faubourg.Domain.Record;

/// <summary>The type of the leaf that a public event becomes: a noun and a past participle, final once released.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LeafAttribute(string type) : Attribute
{
    public string Type { get; } = type;
}
