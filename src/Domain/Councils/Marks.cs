namespace Faubourg.Domain.Councils;

/// <summary>Seat marks: a colour or quality and an animal, read aloud in every language. The code is what the record holds.</summary>
public static class Marks
{
    public static readonly string[] First =
    [
        "amber", "black", "blue", "bold", "brave", "bright", "bronze", "calm", "clever", "copper",
        "coral", "curious", "fair", "gentle", "gold", "green", "grey", "happy", "indigo", "ivory",
        "jade", "kind", "lilac", "lively", "merry", "mild", "olive", "orange", "patient", "pink",
        "purple", "quick", "quiet", "red", "silver", "steady", "swift", "warm", "white", "yellow",
    ];

    public static readonly string[] Second =
    [
        "ant", "badger", "bear", "beaver", "bee", "bison", "cat", "crane", "crow", "deer",
        "dolphin", "dove", "duck", "eagle", "finch", "fox", "frog", "goat", "goose", "hare",
        "hedgehog", "heron", "horse", "kite", "lark", "lynx", "magpie", "mole", "moth", "otter",
        "owl", "robin", "seal", "sparrow", "squirrel", "stork", "swallow", "swan", "trout", "wren",
    ];

    /// <summary>A mark that nobody in the room has.</summary>
    internal static string Unused(Room room, Chance chance)
    {
        var used = room.Seats.Values.Select(s => s.Mark).ToHashSet(StringComparer.Ordinal);
        var all = First.Length * Second.Length;
        var start = chance.Below(all);
        // A stride prime to 1,600 visits every pair once, and neighbours in arrival do not get neighbours in the list.
        for (var i = 0; i < all; i++)
        {
            var mark = Mark((start + i * 611) % all);
            if (!used.Contains(mark)) return mark;
        }
        throw new InvalidOperationException("A room holds fewer seats than there are marks.");
    }

    private static string Mark(int index) => $"{First[index / Second.Length]}-{Second[index % Second.Length]}";
}
