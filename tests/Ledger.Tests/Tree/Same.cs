using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

/// <summary>Tiles of any log at all, all of zeros.</summary>
internal sealed class Same : ITiles
{
    public ReadOnlyMemory<byte> Tile(TileAt at) => new byte[at.Bytes];
}
