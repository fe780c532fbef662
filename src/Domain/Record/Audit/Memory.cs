using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What must be remembered beside the state to judge the next leaf: little, and of a council only while it lives.</summary>
internal sealed class Memory
{
    private readonly Dictionary<int, Evening> evenings = [];

    /// <summary>Councils by the end of their time.</summary>
    private readonly SortedSet<(Instant End, int Council)> ends = [];

    /// <summary>Of the leaf before; the beginning of time before the first.</summary>
    public Instant LastAt { get; set; } = Instant.MinValue;

    public PublicEvent? Last { get; set; }

    /// <summary>The earliest end of a council that is not dissolved; null when none lives.</summary>
    public Instant? FirstEnd => ends.Count == 0 ? null : ends.Min.End;

    public Evening Of(int council)
    {
        if (!evenings.TryGetValue(council, out var evening)) evenings.Add(council, evening = new Evening());
        return evening;
    }

    /// <summary>A roll of this record says how its numbers will be made: those after it do, too.</summary>
    public bool WaysAreChosen { get; set; }

    /// <summary>The council on paper that is being written.</summary>
    public int? Paper { get; set; }

    /// <summary>Ids that money moved under, by jar.</summary>
    public HashSet<(int Jar, string Id)> Moved { get; } = [];

    public void Lives(int council, Instant end) => ends.Add((end, council));

    /// <summary>It ends at another time than it said before.</summary>
    public void Ends(Council before, Instant end)
    {
        if (ends.Remove((before.EndsAt, before.Number))) ends.Add((end, before.Number));
    }

    public void Over(Council council)
    {
        ends.Remove((council.EndsAt, council.Number));
        evenings.Remove(council.Number);
        if (Paper == council.Number) Paper = null;
    }
}

/// <summary>What of a living council its state does not keep.</summary>
internal sealed class Evening
{
    /// <summary>The pages that have come of a sheet not closed yet.</summary>
    public List<SheetPage> Pages { get; } = [];

    public HashSet<Role> Waived { get; } = [];

    /// <summary>Numbers called by the last draw for their role.</summary>
    public HashSet<(Role Role, int Number)> Called { get; } = [];

    /// <summary>Numbers that gave back a place of a lot.</summary>
    public HashSet<(Role Role, int Number)> SteppedBack { get; } = [];

    public int? Facilitator { get; set; }

    /// <summary>The highest lower bound that was ever counted.</summary>
    public int MostHeads { get; set; }

    /// <summary>The quarter as it was when deciding began: what was put before the room then had weight then.</summary>
    public Quarter? WhenDecidingBegan { get; set; }

    /// <summary>Until when the keys that this council sets hold.</summary>
    public Instant? KeysUntil { get; set; }

    /// <summary>How many terms began with it.</summary>
    public int Services { get; set; }

    /// <summary>How many of them are mediators'.</summary>
    public int Mediators { get; set; }

    /// <summary>A draw was done for these roles: nobody was called by it yet.</summary>
    public void Begins(IEnumerable<Role> roles)
    {
        var drawn = roles.ToHashSet();
        Called.RemoveWhere(k => drawn.Contains(k.Role));
        SteppedBack.RemoveWhere(k => drawn.Contains(k.Role));
    }
}
