using Faubourg.Ledger;
using Faubourg.Verify.Commands;

namespace Faubourg.Verify.Files;

/// <summary>
/// A file that is named on the command line. It may lie in a folder that somebody else made: it is read as the files of a record are, so that
/// no pipe makes us wait and no device fills the memory.
/// </summary>
internal static class GivenFile
{
    /// <param name="path">As it was given.</param>
    /// <param name="most">Bytes: nothing of its kind is longer.</param>
    /// <exception cref="UsageException">There is none, or it is too long, or no file.</exception>
    public static byte[] Bytes(string path, int most)
    {
        var buffer = new byte[1 << 12];
        var read = Read(path, ref buffer);
        return read switch
        {
            < 0 => throw new UsageException($"There is no file {path}."),
            0 => throw new UsageException($"{path} is empty, or a pipe or a device: those are not read."),
            _ when read > most => throw new UsageException($"{path} is too long: {read} bytes."),
            _ => buffer[..read],
        };
    }

    private static int Read(string path, ref byte[] buffer)
    {
        try
        {
            return new FolderFiles("").Read(path, ref buffer);
        }
        catch (LedgerException unreadable)
        {
            throw new UsageException($"{unreadable.Message}.");
        }
    }
}
