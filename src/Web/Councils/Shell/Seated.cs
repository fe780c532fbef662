using System.Globalization;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>The room from one seat: what its buttons are made from.</summary>
/// <param name="Seat">Whose hand it is.</param>
/// <param name="Paper">Their number on paper, when they sit beside somebody's phone and it was passed to them.</param>
public sealed record Seated(Scene Scene, Seat Seat, int? Paper)
{
    /// <summary>An address with a number in it, after the council's own.</summary>
    private const string Council = CouncilRoutes.At;

    public Room Room => Scene.Room;

    public bool Holds(Role role) => Room.Holds(Seat, role);

    /// <summary>The words to read aloud are on this page now.</summary>
    public bool IsGuide => Room.Guide == Seat.Number;

    /// <summary>Before the draw the convener reads three sentences; that is all a convener is.</summary>
    public bool IsOpener => Seat.Device is not null && Seat.Device == Room.Opener && Room.Roles.IsEmpty;

    /// <summary>Where the way back leads: whoever holds a neighbour's phone stays on their own page there.</summary>
    public string Home => Paper is null ? Scene.Url : $"{Scene.Url}/neighbours/{Paper}/hand";

    /// <summary>Who sits here by this device, or by this paper number beside it; null for whoever has no seat or has left.</summary>
    public static Seated? Of(Visit visit, int? paper = null)
    {
        if (visit.Council.Room is not { } room || visit.Key is not { } key || !room.Devices.TryGetValue(key, out var number)) return null;
        var seat = paper is null ? room.Seats[number] : room.Seats.Values.FirstOrDefault(s => s.BesideSeat == number && s.Paper == paper);
        return seat is { Here: true } ? new Seated(Scene.Of(visit), seat, paper) : null;
    }

    /// <summary>For pages where something is typed: ?paper=3 in the address, or the number that came with the form.</summary>
    public static Seated? OfPage(Visit visit)
    {
        var asked = visit.Entry?.Typed.First(Form.Paper) ?? visit.Context.Request.Query[Form.Paper].ToString();
        return Of(visit, int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var paper) ? paper : null);
    }

    /// <summary>Where a form of this council is posted to; <paramref name="id"/> stands for what the route names after the noun.</summary>
    public string To(Form form, object? id = null)
    {
        var noun = form.Route[Council.Length..];
        var open = noun.IndexOf('{', StringComparison.Ordinal);
        return Scene.Url + (open < 0 ? noun : $"{noun[..open]}{id}{noun[(noun.IndexOf('}', StringComparison.Ordinal) + 1)..]}");
    }

    /// <summary>A page of this council, opened in the same person's name: <c>Me.Page("proposals/new")</c>.</summary>
    public string Page(string noun) => Paper is null ? $"{Scene.Url}/{noun}" : $"{Scene.Url}/{noun}?{Form.Paper}={Paper}";
}
