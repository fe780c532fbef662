using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Files;

namespace Faubourg.Verify.Commands;

/// <summary><c>prove DIR --entry N</c>: one file that shows to anybody that the entry is in the record.</summary>
internal static class ProveCommand
{
    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--entry", "-o", "--leaf"], []);
        var folder = new FolderFiles(VerifyCommand.Folder(given.Only("folder of a record")));
        var index = Arguments.Whole(given.Needed("--entry"), "--entry");
        var buffer = new byte[1 << 12];
        var read = folder.Read("checkpoint", ref buffer);
        if (read < 0) throw new UsageException($"{folder.Folder} holds no checkpoint: it is no record.");
        var note = Note.Parse(buffer.AsSpan(0, read));
        var checkpoint = Checkpoint.Parse(note.Text);
        if (index >= checkpoint.Size) throw new UsageException($"There are {checkpoint.Size} entries, from 0 on.");

        var entry = Entry(folder, index, checkpoint.Size);
        var path = Proofs.Inclusion(new RecordTiles(folder), index, checkpoint.Size);
        // Better no proof than one that fails elsewhere.
        if (!Proofs.IsIncluded(LeafHash.Of(entry), index, checkpoint.Size, checkpoint.Root.AsSpan(), path))
            throw new LedgerException($"the tiles do not lead from entry {index} to the checkpoint");
        var proof = new TlogProof(index, path, note.ToString()).ToString();
        if (given.One("-o") is { } file) File.WriteAllText(file, proof);
        else terminal.Out.Write(proof);
        if (given.One("--leaf") is { } leaf) File.WriteAllBytes(leaf, entry);
        return CommandLine.Sound;
    }

    private static byte[] Entry(FolderFiles folder, long index, long size)
    {
        var at = TileAt.In(size, TileAt.Entries, index / TileAt.FullWidth)!.Value;
        return new RecordBundles(folder).Read(at)[(int)(index % TileAt.FullWidth)].ToArray();
    }
}
