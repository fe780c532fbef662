namespace Faubourg.Web.Councils;

/// <summary>What the door knows of a device without a seat.</summary>
/// <param name="WasSeated">It had a seat and left, or is asked to scan again.</param>
/// <param name="Asks">It asks for the seat of a lost phone: that seat's mark.</param>
public sealed record Stranger(bool WasSeated, string? Asks)
{
    public static readonly Stranger Unknown = new(false, null);

    public bool IsKnown => WasSeated || Asks is not null;

    public static Stranger Of(Visit visit)
    {
        if (visit.Council.Room is not { } room || visit.Key is not { } key) return Unknown;
        var asked = room.Reclaims.FirstOrDefault(r => r.Value.Device == key).Key;
        return new(
            room.Devices.ContainsKey(key),
            asked > 0 ? room.Seats[asked].Mark : null);
    }
}
