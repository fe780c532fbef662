namespace Faubourg.Web;

/// <summary>
/// ES modules that few pages need, each a file of its own; they import one another by "./name.js". The address holds a mark of them all,
/// so that a page never gets one from before an upgrade and another from after it.
/// </summary>
public static class Modules
{
    private const string Folder = "wwwroot/modules/", Ending = ".js";

    private static readonly IReadOnlyDictionary<string, byte[]> Files = Bundles.Named(Has).ToDictionary(name => name[Folder.Length..^Ending.Length], Bundles.Read);

    private static readonly string Mark = Bundles.Mark([.. Files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value)]);

    /// <summary>Takes part in a draw, for the seat whose page it is.</summary>
    public static string Commit { get; } = Url("commit");

    /// <summary>Does the draw again whose page it is.</summary>
    public static string Proof { get; } = Url("proof");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var packed = Files.ToDictionary(file => file.Key, file => new Packed(file.Value, "text/javascript; charset=utf-8", Bundles.Forever), StringComparer.Ordinal);
        routes.MapMethods("/js/{mark}/{module}" + Ending, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string mark, string module) =>
            mark == Mark && packed.TryGetValue(module, out var file) ? file.Send(context) : Trouble.Show(context, StatusCodes.Status404NotFound));
    }

    internal static bool Has(string asset) => asset.StartsWith(Folder, StringComparison.Ordinal);

    internal static string Url(string name) => $"/js/{Mark}/{name}{Ending}";
}
