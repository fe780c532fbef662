namespace Faubourg.Web.Rehearsal;

/// <summary>The evenings that ship with the software: <c>rehearsals/*.json</c>, carried inside the program.</summary>
internal static class Evenings
{
    public static readonly IReadOnlyList<string> Shipped = ["bench", "landlord", "no-agreement"];

    public static Script Read(string name)
    {
        using var json = typeof(Evenings).Assembly.GetManifestResourceStream($"rehearsal/{name}.json")
            ?? throw new ArgumentException($"No evening ships under the name {name}.", nameof(name));
        return Script.Read(json);
    }
}
