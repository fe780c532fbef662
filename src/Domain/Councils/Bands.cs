namespace Faubourg.Domain.Councils;

/// <summary>Head counts leave the room in bands, so that no list of who came can be matched with them.</summary>
public static class Bands
{
    private static readonly int[] Floors = [1, 3, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>The lower bound of the band that holds the count; 0 for 0.</summary>
    public static int Of(int heads) => heads <= 0 ? 0 : Floors.Last(f => f <= heads);

    /// <summary>The upper bound of the band that begins at <paramref name="floor"/>; null for the last.</summary>
    public static int? Top(int floor) => Array.IndexOf(Floors, floor) is var i && i >= 0 && i + 1 < Floors.Length ? Floors[i + 1] - 1 : null;
}
