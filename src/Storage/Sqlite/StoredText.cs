using Faubourg.Domain;
using Faubourg.Ledger;

namespace Faubourg.Storage.Sqlite;

/// <summary>A text as a row holds it.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="D">The disclosure.</param>
/// <param name="Slip">Hash of the slip with which its giver may take it back; null for none.</param>
internal readonly record struct StoredText(string Name, string D, string? Slip)
{
    /// <exception cref="LeafException">Not what a disclosure looks like.</exception>
    public Text Read() => Text.Of(Disclosure.Read(D).Value, Slip);
}
