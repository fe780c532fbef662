using System.Diagnostics;

namespace Faubourg.Verify.Checks;

/// <summary>Says how far a long check has come: twice a second where somebody looks, else every ten seconds. Short ones say nothing.</summary>
internal sealed class Progress(TextWriter to, bool live)
{
    private static readonly TimeSpan Looked = TimeSpan.FromMilliseconds(500), Unseen = TimeSpan.FromSeconds(10);

    public static readonly Progress None = new(TextWriter.Null, live: false);

    private long last = Stopwatch.GetTimestamp();
    private bool said;

    /// <summary>How many entries there are; 0 until it is known.</summary>
    public long Of { get; set; }

    public void Hashed(long entries) => Say("hashed", entries);

    public void Replayed(long entries) => Say("replayed", entries);

    public void Fetched(int files, int of) => Say("fetched", files, of);

    /// <summary>The line of progress is wiped before the result.</summary>
    public void Done()
    {
        if (said && live) to.Write("\r\u001b[K");
    }

    private void Say(string what, long many, long? of = null)
    {
        if (Stopwatch.GetElapsedTime(last) < (live ? Looked : Unseen)) return;
        last = Stopwatch.GetTimestamp();
        said = true;
        var all = of ?? Of;
        var share = all > 0 ? $" of {all:N0} ({many * 100 / all} %)" : "";
        if (live) to.Write($"\r\u001b[K{what} {many:N0}{share}");
        else to.WriteLine($"{what} {many:N0}{share}");
    }
}
