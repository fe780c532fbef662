namespace Faubourg.Ledger.Tests;

internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Faubourg.slnx")) ? folder : Above(Directory.GetParent(folder)!.FullName);
}
