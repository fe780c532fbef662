namespace Faubourg.Web;

/// <summary>Memory for files that come in, from everybody together: whoever finds none left is asked to come again.</summary>
/// <param name="most">Bytes at once.</param>
internal sealed class UploadRoom(long most)
{
    /// <summary>96 MiB: eight photos of the largest size.</summary>
    public const long Usual = 96L << 20;

    private long _held;

    /// <summary>Counts them, whether there is room or not; whoever took them gives them back.</summary>
    public bool Take(long bytes) => Interlocked.Add(ref _held, bytes) <= most;

    public void Give(long bytes) => Interlocked.Add(ref _held, -bytes);
}
