using System.Text.Json;

namespace Faubourg.Web;

/// <summary>One page of a long list, as its address asks for it: <c>?page=2</c>, from 0.</summary>
/// <param name="Path">Where the list is, without what comes after "?".</param>
public readonly record struct Paged(int Number, string Path)
{
    /// <summary>Things on one page.</summary>
    public const int Length = 50;

    public static Paged Of(Visit visit) => new(visit.Page, visit.Context.Request.PathBase + visit.Context.Request.Path);

    public T[] Of<T>(IEnumerable<T> all) => [.. all.Skip(Number * Length).Take(Length)];

    /// <summary>An array of this page, and <c>"next"</c>, the address of the page after it, where there is one.</summary>
    public void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<T> write)
    {
        // One more than is told says whether there is another page.
        var told = all.Skip(Number * Length).Take(Length + 1).ToArray();
        json.WriteStartArray(name);
        foreach (var one in told.Take(Length)) write(one);
        json.WriteEndArray();
        if (told.Length > Length) json.WriteString("next", $"{Path}?page={Number + 1}");
    }
}
