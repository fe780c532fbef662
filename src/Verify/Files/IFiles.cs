namespace Faubourg.Verify.Files;

/// <summary>The files of a record, by their paths below its prefix. Nothing in them is to be believed.</summary>
internal interface IFiles
{
    /// <summary>Reads a file whole.</summary>
    /// <param name="path">Such as <c>tile/0/000</c>.</param>
    /// <param name="buffer">Used, and replaced by a larger one where it is too small.</param>
    /// <returns>Bytes read into the buffer; −1 where there is no such file.</returns>
    /// <exception cref="Ledger.LedgerException">The file is longer than any of its kind may be.</exception>
    int Read(string path, ref byte[] buffer);

    /// <summary>A file to be read piece by piece; null where there is none.</summary>
    Stream? Open(string path);
}
