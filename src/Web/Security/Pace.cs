namespace Faubourg.Web;

/// <summary>How often something is taken from one place. A whole room is one place: 300 phones behind one router join within a second.</summary>
/// <param name="Burst">So many at once.</param>
/// <param name="PerMinute">So many more each minute after that.</param>
public sealed record Pace(string Name, int Burst, int PerMinute)
{
    /// <summary>What people in a council do.</summary>
    public static readonly Pace Room = new("room", 2_000, 12_000);

    /// <summary>What fills a host: founding, convening.</summary>
    public static readonly Pace Rare = new("rare", 30, 1);

    /// <summary>What costs a host disk and time: a photo.</summary>
    public static readonly Pace Photo = new("photo", 20, 6);

    /// <summary>What somebody could guess: a typed code, an invitation word, six words of a slip.</summary>
    public static readonly Pace Guess = new("guess", 30, 30);
}
