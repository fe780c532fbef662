using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Draws;

/// <summary>A drawn key-bearer hands in the public half of a key that they made on their device, on paper, or elsewhere.</summary>
/// <param name="Key">base64 of 32 bytes, Ed25519. Given again, it replaces the first.</param>
public sealed record GiveBearerKey(int Council, string Key) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var bearers = sitting.Room.Bearers;
        if (!bearers.ContainsKey(seat.Number)) return new NotYourRole();
        if (!SigningKey.IsBase64(Key, SigningKey.Bytes)) return new NotAKey();
        // Two with one key would be one; and the host's own key would move nothing away from it.
        var taken = bearers.Any(b => b.Key != seat.Number && b.Value == Key) || sitting.Quarter.Keys.Any(k => k.Key == Key);
        return taken ? new KeyUsedBefore() : new BearerKeyGiven(Council, seat.Number, Key);
    }
}

/// <summary>Whose key it is stays in the room and goes with it.</summary>
public sealed record BearerKeyGiven(int Council, int Seat, string Key) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Bearers = r.Bearers.SetItem(Seat, Key) });
}
