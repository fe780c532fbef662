using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>
/// What changes everybody's own buttons. As long as it is the same only the room's words are pushed; when it turns, every page asks
/// for its own part again. Left out is whatever changes often and only the public words.
/// </summary>
internal static class Turn
{
    public static string Of(Scene scene)
    {
        var (council, room) = (scene.Council, scene.Room);
        var deliberation = room.Deliberation;
        object?[] parts =
        [
            council.Step, council.EndsAt.ToUnixTimeSeconds(), scene.IsQuiet, scene.IsHeld, room.HeldUntil is null, room.Leaving, room.NamesOnWall,
            room.Asked?.Kind, room.Asked?.Closes.ToUnixTimeSeconds(),
            room.Heads, room.HeadsTyped.Count, room.PresentCount >= MoveOn.Together, room.Seats.Values.Any(s => s.Willing is not null),
            room.Draw?.Number, room.Draw?.Phase, room.Draw?.SaidAbandon.Count, room.Draw?.Typed?.Device, room.Draw?.Typed?.Numbers, council.Lot,
            string.Join(',', room.Roles.Select(r => $"{r.Key}{r.Value}")), room.GuideHandedOver,
            string.Join(',', room.Reclaims.Keys),
            room.Floor.On, room.Floor.Speaker,
            council.MethodNow, deliberation.Subject, deliberation.Round, deliberation.RoundOpen, deliberation.NotTonight,
            deliberation.Concerns.Length, deliberation.Concerns.Count(c => c.End is null),
            deliberation.Count?.Phase, deliberation.Count?.Hands is not null, deliberation.Count?.Paper is not null, council.Decision is not null,
            string.Join(',', room.Tasks.Values.Select(t => $"{t.TakenBy}+{t.HelpedBy}")), string.Join(',', room.Gains.Keys), string.Join(',', room.Volunteers.Select(v => $"{v.Charge}+{v.Seat}")), room.Ritual is not null,
        ];
        // Hashed: the page says that something turned, not what.
        return Hash.Of(string.Join('.', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))))[..12];
    }
}
