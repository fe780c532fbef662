namespace Faubourg.Web;

public static partial class Forms
{
    /// <summary>Watch one of the evenings that ship with the software.</summary>
    public static readonly Form WatchRehearsal = new("rehearsal.watch", "/rehearsals/showings",
        Field.Choice("script", "bench", "landlord", "no-agreement"))
    { Pace = Pace.Rare };

    /// <summary>This screen shows the wall of a rehearsal that this host plays.</summary>
    public static readonly Form WatchWall = new("rehearsal.wall", "/rehearsals/{slug}/wall");

    /// <summary>An empty rehearsal quarter, for a player that brings its own evening.</summary>
    public static readonly Form FoundRehearsal = new("rehearsal.found", "/rehearsals",
        Field.Text("name", Limits.QuarterName),
        Field.Text("place", Limits.Place),
        Field.Zone("zone"),
        Field.List(Field.Choice("languages", Spoken), Limits.Languages),
        Field.Lines("horizon", Limits.Horizon) with { Optional = true })
    { Pace = Pace.Rare, Says = "quarter.found" };
}
