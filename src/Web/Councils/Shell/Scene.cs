using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Councils;

/// <summary>A living council as the whole room may see it: no form, token or key is made from this alone.</summary>
/// <param name="Url">The council's own address.</param>
/// <param name="Origin">How phones reach the host, for what they scan.</param>
/// <param name="Now">The quarter's time.</param>
public sealed record Scene(Quarter Quarter, Council Council, string Url, string Origin, Instant Now)
{
    public required long Revision { get; init; }

    public static Scene Of(Visit visit) =>
        new(visit.Quarter, visit.Council, visit.CouncilUrl, PublicAddress.Of(visit.Context), visit.Now) { Revision = visit.Revision };

    public Room Room => Council.Room!;

    public Step Step => Council.Step;

    public string QuarterUrl => Url[..Url.IndexOf("/councils/", StringComparison.Ordinal)];

    public Text? Question => Quarter.Said(Council.Question);

    public bool IsQuiet => Now < Room.QuietUntil;

    public bool IsHeld => Now < Room.HeldUntil;

    /// <summary>How the room answered, for two minutes after its minute.</summary>
    public Settled? JustSettled => Room.Settled is { } settled && Now < settled.Asked.Closes + Duration.FromMinutes(2) ? settled : null;

    public bool DoorIsOpen => Door.IsOpen(Room, Now);

    /// <summary>What may be decided tonight, in the order of letters.</summary>
    public IEnumerable<Draft> Proposals => Room.Proposals.Values.Where(p => p.Stands);

    /// <summary>The last draw whose numbers are known.</summary>
    public Draw? Drawn => Council.Draws.LastOrDefault(d => d.Way is not null);

    /// <summary>A lot of its own, for a minute after it was drawn: the wall shows it.</summary>
    public Draw? JustDrawn => Drawn is { Lot: not null } draw && Now < DrawnUntil ? draw : null;

    private Instant DrawnUntil => Council.Calls.IsEmpty || Drawn?.Lot is null ? Instant.MinValue : Council.Calls[^1].At + Duration.FromMinutes(1);

    /// <summary>When the page of somebody here would change though nobody acts.</summary>
    public Instant? NextTurn => new[] { Room.QuietUntil, Room.HeldUntil, Room.DoorOpenUntil, Room.Floor.OthersFirstUntil, DoorIsOpen ? NextMinute : null, JustDrawn is null ? null : DrawnUntil }
        .Where(at => at > Now).Min();

    /// <summary>When the door shows another token.</summary>
    public Instant NextMinute => Instant.FromUnixTimeSeconds((Now.ToUnixTimeSeconds() / 60 * 60) + 60);

    /// <summary>Who this is, for everybody: the mark, and the name where the room shows names.</summary>
    public string Who(Words words, int seat)
    {
        var sitting = Room.Seats[seat];
        var mark = SeatMarks.Say(words, sitting.Mark);
        return Room.NamesOnWall && sitting.Name?.Value is { } name ? $"{name} ({mark})" : mark;
    }

    /// <summary>Who holds the role, if somebody does.</summary>
    public string? Who(Words words, Role role) => Room.Roles.TryGetValue(role, out var seat) ? Who(words, seat) : null;
}
